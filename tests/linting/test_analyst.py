"""An analysis is the same however it came about: alone, in a batch, again, or in another process."""

import multiprocessing
import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from apologint.cache.kept import KeptFiles
from apologint.linter import Linter
from apologint.linting import jobs, workers
from apologint.linting.analyst import Analyst
from apologint.linting.gatekeeper import Gatekeeper
from apologint.model import Analysis, Draft, Kind
from tests.small import OTHER, OWNED, POOR, SMALL


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(SMALL)


@pytest.fixture
def drafts() -> Sequence[Draft]:
    """More than one batch, no two alike."""
    return [
        Draft(f"{text}\n\nOrder {number}", path=f"{number}.txt")
        for number in range(50)
        for text in (OTHER, OWNED, POOR)
    ]


def one_by_one(linter: Linter, drafts: Sequence[Draft]) -> list[tuple[Draft, Analysis]]:
    return [(draft, linter.engine.analyse(draft)) for draft in drafts]


def test_drafts_come_back_in_order_as_if_each_were_alone(linter: Linter, drafts: Sequence[Draft]) -> None:
    assert [*Analyst(linter.load).analyses(drafts)] == one_by_one(linter, drafts)


def test_a_draft_that_comes_again_is_not_read_again(linter: Linter) -> None:
    again = [Draft(POOR, path=path, title=path) for path in ("a", "b", "c", "d")]
    (first, analysis), *others = Analyst(linter.load).analyses(again)
    assert first is again[0]
    assert all(other is analysis for _, other in others)


def test_what_is_said_to_be_no_apology_needs_no_parser(linter: Linter) -> None:
    def refuse() -> None:
        raise AssertionError("the parser was asked for")

    draft = Draft(POOR, kind=Kind.OTHER)
    assert [*Analyst(refuse).analyses([draft])] == [(draft, Analysis(Kind.OTHER))]


def test_the_kind_that_a_draft_has_holds(linter: Linter) -> None:
    ((_, analysis),) = Analyst(linter.load).analyses([Draft(OTHER, kind=Kind.APOLOGY)])
    assert analysis.kind is Kind.APOLOGY


def test_no_more_is_read_than_what_is_asked_for(linter: Linter, drafts: Sequence[Draft]) -> None:
    taken: list[Draft] = []

    def giving() -> Iterator[Draft]:
        for draft in drafts:
            taken.append(draft)
            yield draft

    analyses = Analyst(linter.load).analyses(giving())
    next(analyses)
    assert len(taken) == 1


def test_drafts_that_the_gate_passes_over_are_not_parsed(linter: Linter, drafts: Sequence[Draft]) -> None:
    gatekeeper = Gatekeeper(linter.load)
    gatekeeper.parsed(1000)

    def refuse() -> None:
        raise AssertionError("the parser was asked for")

    others = [draft for draft in drafts if draft.text.startswith(OTHER)]
    assert [*Analyst(refuse, gatekeeper=gatekeeper).analyses(others)] == [
        (draft, Analysis(Kind.OTHER)) for draft in others
    ]
    assert not any(map(gatekeeper.passes_over, (draft for draft in drafts if draft not in others)))


def test_the_second_run_without_a_gate_keeps_one_for_later_runs(
    linter: Linter, drafts: Sequence[Draft], tmp_path: Path
) -> None:
    def run(key: bytes) -> bool:
        gatekeeper = Gatekeeper(linter.load, tmp_path, key)
        passed_over = gatekeeper.passes_over(drafts[0])
        gatekeeper.parsed(1)
        gatekeeper.keep()
        return passed_over

    assert [run(b"rules"), run(b"rules"), run(b"rules"), run(b"other rules")] == [False, False, True, False]


@pytest.mark.parametrize("parsed", [1, 1000])
def test_a_run_that_was_told_all_kinds_leaves_the_kept_gate_alone(
    linter: Linter, drafts: Sequence[Draft], tmp_path: Path, parsed: int
) -> None:
    Gatekeeper(linter.load, tmp_path, b"rules").parsed(1000)

    def refuse() -> None:
        raise AssertionError("a gate was made again")

    told = Gatekeeper(refuse, tmp_path, b"rules")
    told.passes_over(Draft(OTHER, kind=Kind.APOLOGY))
    told.parsed(parsed)
    told.keep()
    assert Gatekeeper(refuse, tmp_path, b"rules").passes_over(drafts[0])


@pytest.mark.parametrize("forged", [b"(", b"i\x01\x00\x00\x00", b"nonsense"])
def test_what_is_no_gate_is_not_used(linter: Linter, drafts: Sequence[Draft], tmp_path: Path, forged: bytes) -> None:
    KeptFiles(tmp_path).write("gate", b"rules", forged)
    assert not Gatekeeper(linter.load, tmp_path, b"rules").passes_over(drafts[0])


def test_a_run_that_parsed_nothing_makes_no_gate(linter: Linter, tmp_path: Path) -> None:
    for _ in range(3):
        Gatekeeper(linter.load, tmp_path, b"rules").keep()
    assert [*tmp_path.iterdir()] == []


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start processes for the least work."""
    monkeypatch.setattr(jobs, "_PAYS", 0.0)


@pytest.mark.usefixtures("soon")
def test_two_processes_say_the_same_as_one(linter: Linter, drafts: Sequence[Draft]) -> None:
    assert [*Analyst(linter.load, jobs=2).analyses(drafts)] == one_by_one(linter, drafts)


@pytest.mark.usefixtures("soon")
def test_processes_that_are_no_copies_of_this_one_load_the_same_rules(
    linter: Linter, drafts: Sequence[Draft], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "FORKS", False)
    assert [*Analyst(linter.load, jobs=2).analyses(drafts)] == one_by_one(linter, drafts)


@pytest.mark.usefixtures("soon")
def test_what_a_killed_process_had_to_do_is_done_all_the_same(linter: Linter, drafts: Sequence[Draft]) -> None:
    analyses = Analyst(linter.load, jobs=2).analyses(drafts)
    begun = [next(analyses), next(analyses)]
    for process in multiprocessing.active_children():
        process.kill()
    assert [*begun, *analyses] == one_by_one(linter, drafts)


@pytest.mark.usefixtures("soon")
def test_processes_end_with_the_drafts_or_when_no_more_is_wanted(linter: Linter, drafts: Sequence[Draft]) -> None:
    analyses = Analyst(linter.load, jobs=2).analyses(drafts)
    next(analyses)
    next(analyses)
    analyses.close()
    assert multiprocessing.active_children() == []


def test_a_loader_goes_to_another_process_without_its_engine(linter: Linter) -> None:
    assert linter.engine is linter.load()
    other = pickle.loads(pickle.dumps(linter.load))
    assert other().ruleset.rules.keys() == linter.rules.rules.keys()
