"""Processes are there for another one, and do not outlive it."""

import signal
import subprocess
import sys

import pytest

_STARTS_AND_WAITS = """
import time
from apologint.linter import Linter
from apologint.model import Draft
from apologint.linting.workers import Workers
from tests.small import OWNED, SMALL

workers = Workers(Linter(SMALL).load, 2)
workers.result(workers.begin([Draft(OWNED)]))
print("ready", flush=True)
time.sleep(60)
"""

_CANNOT_LOAD = """
from apologint.model import Draft
from apologint.linting.workers import Workers
from tests.small import OWNED

def out_of_memory():
    raise MemoryError

workers = Workers(out_of_memory, 1)
print(workers.result(workers.begin([Draft(OWNED)])))
workers.stop()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to end a process with")
@pytest.mark.parametrize("sign", ["SIGTERM", "SIGKILL"])
def test_no_process_is_left_when_the_first_is_ended_from_without(sign: str) -> None:
    with subprocess.Popen([sys.executable, "-c", _STARTS_AND_WAITS], stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "ready\n"
        first.send_signal(signal.Signals[sign])
        first.communicate(timeout=30)  # until nobody has its standard output open any more


def test_a_process_that_cannot_load_leaves_the_work_without_a_word() -> None:
    run = subprocess.run([sys.executable, "-c", _CANNOT_LOAD], capture_output=True, text=True, check=True)
    assert (run.stdout, run.stderr) == ("None\n", "")
