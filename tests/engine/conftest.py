"""The real engine with the small rules, loaded once."""

import pytest

from apologint.engine.engine import Engine
from apologint.engine.loader import load_rules
from tests.small import SMALL_RULES


@pytest.fixture(scope="session")
def small_engine() -> Engine:
    return Engine(load_rules([SMALL_RULES]))
