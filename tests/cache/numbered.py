"""Analyses by number, put into a folder and looked for in it."""

from pathlib import Path

from apologint.cache.store import Analyses
from apologint.model import Analysis, Kind, Match

CONTEXT = b"rules and versions"


def key(number: int) -> bytes:
    return b"draft %d" % number


def analysis(number: int) -> Analysis:
    """One that is like no other."""
    return Analysis(Kind.APOLOGY, (Match(number, number + 1, "shouting", f"'{number}' is loud."),))


def pairs(*numbers: int) -> list[tuple[bytes, Analysis]]:
    return [(key(number), analysis(number)) for number in numbers]


def put(folder: Path, *numbers: int, context: bytes = CONTEXT) -> None:
    with Analyses(folder, context) as store:
        store.put_many(pairs(*numbers))


def kept(folder: Path, *numbers: int, context: bytes = CONTEXT) -> list[int]:
    """Which of the analyses with these numbers are kept; each must be the one that was put."""
    with Analyses(folder, context) as store:
        found = store.get_many([key(number) for number in numbers])
    assert found == {key(number): analysis(number) for number in numbers if key(number) in found}
    return [number for number in numbers if key(number) in found]


def file(folder: Path, number: int = 0) -> Path:
    """The file in which they are, or that with a number."""
    return folder / f"analyses-1-{number}.sqlite3"
