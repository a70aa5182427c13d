"""The analyses of earlier runs."""

import sqlite3
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apologint.cache import database
from apologint.cache.database import Database
from apologint.cache.store import Analyses
from apologint.model import Analysis
from tests.cache.made import analyses
from tests.cache.numbered import CONTEXT, file, kept, key, pairs, put


def test_a_later_run_has_the_analyses_of_an_earlier_one(tmp_path: Path) -> None:
    put(tmp_path, 1, 2)
    assert kept(tmp_path, 1, 2, 3) == [1, 2]


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.binary(), analyses, max_size=5))
def test_any_analysis_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, some: dict[bytes, Analysis]
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    with Analyses(folder, CONTEXT) as store:
        store.put_many(some.items())
        assert store.get_many([*some]) == some
    with Analyses(folder, CONTEXT) as store:
        assert store.get_many([*some, b"no such key" * 9]) == some


def test_many_are_had_at_once(tmp_path: Path) -> None:
    put(tmp_path, *range(2000))
    assert kept(tmp_path, *range(2500)) == [*range(2000)]


def test_other_rules_see_other_analyses(tmp_path: Path) -> None:
    put(tmp_path, 1)
    put(tmp_path, 2, context=b"other rules")
    assert kept(tmp_path, 1, 2) == [1]
    assert kept(tmp_path, 1, 2, context=b"other rules") == [2]


def test_nothing_to_keep_leaves_nothing(tmp_path: Path) -> None:
    with Analyses(tmp_path / "cache", CONTEXT) as store:
        assert store.get_many([key(1)]) == {}
        store.put_many([])
    assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(sys.platform == "win32", reason="the modes of POSIX")
def test_the_file_is_for_its_user_alone(tmp_path: Path) -> None:
    put(tmp_path, 1)
    assert file(tmp_path).stat().st_mode & 0o777 == 0o600


def test_a_closed_store_has_nothing_and_keeps_nothing(tmp_path: Path) -> None:
    store = Analyses(tmp_path, CONTEXT)
    store.put_many(pairs(1))
    store.close()
    store.put_many(pairs(2))
    assert store.get_many([key(1)]) == {}
    assert kept(tmp_path, 1, 2) == [1]


class TestBrokenFiles:
    def test_a_flipped_bit_never_makes_another_analysis(self, tmp_path: Path) -> None:
        put(tmp_path, *range(20))
        path = file(tmp_path)
        whole = path.read_bytes()
        for at in range(0, len(whole), 29):
            path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :])
            kept(tmp_path, *range(20))
            for left in tmp_path.glob("analyses-*"):
                left.unlink()

    def test_an_analysis_under_the_key_of_another_is_not_taken(self, tmp_path: Path) -> None:
        put(tmp_path, 1, 2)
        with sqlite3.connect(file(tmp_path)) as connection:
            (one, two) = connection.execute("SELECT value FROM entries").fetchall()
            connection.execute("UPDATE entries SET value = CASE value WHEN ? THEN ? ELSE ? END", (*one, *two, *one))
        connection.close()
        assert kept(tmp_path, 1, 2) == []
        put(tmp_path, 1)
        assert kept(tmp_path, 1, 2) == [1]

    def test_damage_that_the_error_cannot_quote_is_no_more_than_damage(self, tmp_path: Path) -> None:
        put(tmp_path, 1)
        content = file(tmp_path).read_bytes()
        file(tmp_path).write_bytes(content.replace(b"CREATE TABLE entries", b"CREATE TABLE entr\xffes"))
        assert kept(tmp_path, 1) == []
        put(tmp_path, 1)
        assert kept(tmp_path, 1) == [1]

    @pytest.mark.parametrize("value", ["7", "'seven'", "CAST(x'ff' AS TEXT)", "x'07'", "x''"])
    def test_a_value_of_another_type_is_not_taken(self, tmp_path: Path, value: str) -> None:
        put(tmp_path, 1)
        with sqlite3.connect(file(tmp_path)) as connection:
            connection.execute(f"UPDATE entries SET value = {value}")
        connection.close()
        assert kept(tmp_path, 1) == []
        put(tmp_path, 1)
        assert kept(tmp_path, 1) == [1]

    @pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
    def test_a_file_that_was_cut_off_is_left_for_a_new_one(self, tmp_path: Path, share: float) -> None:
        put(tmp_path, *range(500))
        whole = file(tmp_path).read_bytes()
        file(tmp_path).write_bytes(whole[: int(len(whole) * share)])
        with Analyses(tmp_path, CONTEXT) as store:
            store.get_many([key(number) for number in range(500)])
            store.put_many(pairs(*range(500)))
        assert kept(tmp_path, *range(500)) == [*range(500)]
        assert [*tmp_path.iterdir()] == [file(tmp_path, 1)]

    @pytest.mark.parametrize("content", [b"not a database" * 99, bytes(4096), b"SQLite format 3\0" + bytes(4080)])
    def test_so_is_one_that_is_no_database(self, tmp_path: Path, content: bytes) -> None:
        file(tmp_path).write_bytes(content)
        assert kept(tmp_path, 1) == []
        put(tmp_path, 1)
        assert kept(tmp_path, 1) == [1]

    def test_an_empty_file_is_filled(self, tmp_path: Path) -> None:
        file(tmp_path).touch()
        assert kept(tmp_path, 1) == []
        put(tmp_path, 1)
        assert kept(tmp_path, 1) == [1]
        assert [*tmp_path.iterdir()] == [file(tmp_path)]

    @pytest.mark.parametrize(
        "schema",
        [
            "CREATE TABLE letters (text)",
            "CREATE TABLE entries (key, value)",
            "CREATE TABLE entries (key BLOB PRIMARY KEY, used INTEGER, value BLOB, language TEXT)",
        ],
    )
    def test_a_database_of_another_shape_is_left_for_a_new_one(self, tmp_path: Path, schema: str) -> None:
        connection = sqlite3.connect(file(tmp_path))
        connection.execute(schema)
        connection.close()
        put(tmp_path, 1)
        assert kept(tmp_path, 1) == [1]
        assert [*tmp_path.iterdir()] == [file(tmp_path, 1)]

    def test_the_file_of_a_later_version_is_left_alone(self, tmp_path: Path) -> None:
        theirs = tmp_path / "analyses-2-0.sqlite3"
        theirs.write_bytes(b"in a manner that is not thought of yet")
        put(tmp_path, 1)
        assert kept(tmp_path, 1) == [1]
        assert theirs.read_bytes() == b"in a manner that is not thought of yet"

    def test_a_run_that_finds_the_file_broken_late_joins_the_new_one(self, tmp_path: Path) -> None:
        file(tmp_path).write_bytes(b"not a database" * 99)
        with Analyses(tmp_path, CONTEXT) as late:
            put(tmp_path, 1)
            late.put_many(pairs(2))
        assert kept(tmp_path, 1, 2) == [1, 2]
        assert [*tmp_path.iterdir()] == [file(tmp_path, 1)]


class TestFilesThatCannotBeHad:
    def test_a_folder_that_cannot_be_made_is_done_without(self, tmp_path: Path) -> None:
        (tmp_path / "cache").write_text("")
        put(tmp_path / "cache", 1)
        assert kept(tmp_path / "cache", 1) == []

    def test_a_folder_in_place_of_the_file_is_done_without(self, tmp_path: Path) -> None:
        file(tmp_path).mkdir()
        put(tmp_path, 1)
        assert kept(tmp_path, 1) == []

    def test_what_is_kept_in_a_read_only_folder_is_used(self, tmp_path: Path) -> None:
        put(tmp_path, 1)
        file(tmp_path).chmod(0o400)
        tmp_path.chmod(0o500)
        try:
            put(tmp_path, 2)
            assert 1 in kept(tmp_path, 1, 2)
        finally:
            tmp_path.chmod(0o700)

    def test_a_file_that_another_holds_is_done_without_after_a_moment(self, tmp_path: Path) -> None:
        put(tmp_path, 1)
        other = sqlite3.connect(file(tmp_path), isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        begun = time.monotonic()
        with Analyses(tmp_path, CONTEXT) as store:
            for number in range(100):
                assert store.get_many([key(1)]) == {}
                store.put_many(pairs(number))
        waited = time.monotonic() - begun
        other.close()
        assert waited < 20, "not a moment for each of a hundred"
        assert kept(tmp_path, 1) == [1]

    def test_a_file_that_was_taken_away_is_done_without(self, tmp_path: Path) -> None:
        with Analyses(tmp_path, CONTEXT) as store:
            store.put_many(pairs(1))
            file(tmp_path).unlink()
            store.put_many(pairs(2))
            store.get_many([key(1), key(2)])
        put(tmp_path, 3)
        assert kept(tmp_path, 3) == [3]


class TestSize:
    ENTRY = bytes(1000)

    def test_it_does_not_grow_over_its_limit(self, tmp_path: Path) -> None:
        limit = 200_000
        store = Database(tmp_path, limit)
        for number in range(1000):
            store.put([(key(number), self.ENTRY)])
        there = store.get([key(number) for number in range(1000)])
        store.close()
        assert file(tmp_path).stat().st_size <= 1.1 * limit
        assert len(there) > limit * 0.6 / len(self.ENTRY)
        assert key(999) in there
        assert key(0) not in there

    @pytest.mark.parametrize("at_once", [database._STALE_AT_ONCE, 7])
    def test_what_was_used_stays(self, at_once: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(database, "_STALE_AT_ONCE", at_once)
        day = 86_400
        now = time.time()

        def run(days: int, uses: range, puts: range) -> None:
            monkeypatch.setattr(database.time, "time", lambda: now + days * day)
            store = Database(tmp_path, 200_000)
            store.get([key(number) for number in uses])
            store.put([(key(number), self.ENTRY) for number in puts])
            store.close()

        run(0, range(0), range(150))
        run(10, range(20), range(0))
        run(20, range(0), range(200, 260))
        run(20, range(0), range(260, 300))
        store = Database(tmp_path)
        assert len(store.get([key(number) for number in range(20)])) == 20
        assert len(store.get([key(number) for number in range(20, 60)])) == 0
        store.close()

    def test_a_run_that_finds_all_it_needs_writes_nothing(self, tmp_path: Path) -> None:
        put(tmp_path, *range(50))
        before = file(tmp_path).read_bytes(), file(tmp_path).stat().st_mtime_ns
        assert kept(tmp_path, *range(50)) == [*range(50)]
        assert (file(tmp_path).read_bytes(), file(tmp_path).stat().st_mtime_ns) == before
