"""How a baseline grows and shrinks."""

from pathlib import Path

from apologint.baseline.known import Baseline, KnownFile, merged, shrunk

HERE = Path("/lib")


def known(*names, rule="late", **scores):
    return KnownFile({rule: frozenset(names)} if names else {}, scores)


def baseline(**files):
    return Baseline(HERE, files)


def everything(_name):
    return True


def test_what_is_gone_is_dropped_and_nothing_is_added():
    old = baseline(a=known("1:1", "2:1"), b=known("3:1"), c=known("4:1"))
    now = baseline(a=known("2:1", "5:1"), b=known("6:1"), d=known("7:1"))
    assert shrunk(old, now, everything).files == {"a": known("2:1")}


def test_what_this_run_did_not_look_at_stays():
    old = baseline(a=known("1:1"), b=known("2:1"))
    assert shrunk(old, baseline(), lambda name: name == "a").files == {"b": known("2:1")}
    assert merged(old, baseline(a=known("3:1")), lambda name: name == "a").files == {
        "a": known("3:1"),
        "b": known("2:1"),
    }


def test_a_run_for_some_rules_touches_neither_the_others_nor_known_scores():
    late, lost = {"late": frozenset(["1:1", "2:1"])}, {"lost": frozenset(["3:1"])}
    old = baseline(a=KnownFile(late | lost, {"one": 40, "two": 40}))
    now = baseline(a=known("2:1", one=60, three=70))

    def looks_for_late(rule):
        return rule == "late"

    left = {"late": frozenset(["2:1"])} | lost
    assert shrunk(old, now, everything, looks_for_late).files == {"a": KnownFile(left, {"one": 40, "two": 40})}
    assert merged(old, now, everything, looks_for_late).files == {
        "a": KnownFile(left, {"one": 40, "two": 40, "three": 70})
    }


def test_a_low_score_rises_with_the_draft_and_never_falls():
    old = baseline(a=known(better=40, worse=40, enough=40))
    now = baseline(a=known(better=50, worse=30, new=10))
    assert shrunk(old, now, everything).files == {"a": known(better=50, worse=40)}


def test_it_counts_what_it_holds():
    one = baseline(a=known("1:1", "2:1", x=3), b=known("3:1"))
    assert (one.findings, one.scores) == (3, 1)


def test_files_are_named_from_its_folder_on(monkeypatch, tmp_path):
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    one = Baseline(tmp_path)
    assert (one.name_of("a.txt"), one.name_of("../a.txt"), one.name_of(str(tmp_path / "x" / "a.txt"))) == (
        "below/a.txt",
        "a.txt",
        "x/a.txt",
    )
