"""Several processes at once, and processes that end in the midst of writing."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cache.numbered import file, kept, put

WRITES = """
import sys
from pathlib import Path
from apologint.cache.store import Analyses
from tests.cache.numbered import CONTEXT, pairs

begin, step, rounds = map(int, sys.argv[2:])
with Analyses(Path(sys.argv[1]), CONTEXT) as store:
    for at in range(rounds):
        store.put_many(pairs(*range(begin + at * step, begin + (at + 1) * step)))
        print(begin + (at + 1) * step, flush=True)
"""
FOREVER = 10**6


def writer(folder: Path, begin: int, step: int, rounds: int) -> subprocess.Popen[str]:
    """A process that puts `rounds` times `step` analyses, numbered from `begin` on, and says how far it got."""
    numbers = map(str, (begin, step, rounds))
    return subprocess.Popen([sys.executable, "-c", WRITES, folder, *numbers], stdout=subprocess.PIPE, text=True)


def test_several_processes_write_at_once(tmp_path: Path) -> None:
    writers = [writer(tmp_path / "cache", 1000 * number, 20, 10) for number in range(4)]
    for each in writers:
        _, _ = each.communicate(timeout=60)
        assert each.returncode == 0
    written = [1000 * number + one for number in range(4) for one in range(200)]
    assert kept(tmp_path / "cache", *written) == written


def test_several_processes_that_find_the_file_broken_agree_on_a_new_one(tmp_path: Path) -> None:
    put(tmp_path, *range(300))
    whole = file(tmp_path).read_bytes()
    file(tmp_path).write_bytes(whole[:5000] + bytes(len(whole) - 5000))
    writers = [writer(tmp_path, 1000 * number, 20, 10) for number in range(3)]
    for each in writers:
        each.communicate(timeout=60)
        assert each.returncode == 0
    written = [1000 * number + one for number in range(3) for one in range(200)]
    assert kept(tmp_path, *written) == written
    assert [*tmp_path.iterdir()] == [file(tmp_path, 1)]


def test_a_process_that_is_killed_takes_nothing_with_it(tmp_path: Path) -> None:
    begin = 0
    for _ in range(5):
        killed = writer(tmp_path, begin, 500, FOREVER)
        assert killed.stdout is not None
        told = int(killed.stdout.readline())
        killed.kill()
        told = max([told, *map(int, killed.stdout.read().split())])
        killed.wait()
        assert kept(tmp_path, *range(told)) == [*range(told)]
        put(tmp_path, told)
        begin = told + 1
        assert [*tmp_path.glob("*.sqlite3")] == [file(tmp_path)]


LIMITED = """
import resource, sys
size = int(sys.argv.pop())
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the limits of POSIX")
def test_a_full_disk_is_done_without(tmp_path: Path) -> None:
    put(tmp_path, *range(100))
    size = file(tmp_path).stat().st_size + 20_000
    command = [sys.executable, "-c", LIMITED + WRITES, tmp_path, "1000", "100", "10", str(size)]
    full = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (full.returncode, full.stderr) == (0, "")
    assert kept(tmp_path, *range(100)) == [*range(100)]
    put(tmp_path, 5000)
    assert kept(tmp_path, 5000) == [5000]
