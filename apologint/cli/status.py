"""What the exit status says."""

from enum import IntEnum


class Status(IntEnum):
    """Exit statuses; the higher wins where two apply."""

    PASSED = 0
    FAILED = 1
    ERROR = 2


INTERRUPTED = 130
