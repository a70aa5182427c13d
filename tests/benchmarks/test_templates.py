"""The made library is the same each time and is what it says it is."""

import itertools
from collections import Counter
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.templates import Recipe, templates, write, written

MANY = 2000


def texts(number, recipe):
    return [template.text for template in templates(number, recipe)]


@given(seed=st.integers(0, 1000), fresh=st.booleans(), number=st.integers(0, 30), more=st.integers(0, 30))
def test_a_small_library_is_the_beginning_of_a_large_one(seed, fresh, number, more) -> None:
    recipe = Recipe(fresh=fresh, seed=seed)
    large = templates(number + more, recipe)
    assert list(templates(number, recipe)) == list(itertools.islice(large, number))


@pytest.mark.parametrize("fresh", [False, True])
def test_a_template_has_about_112_words(fresh) -> None:
    lengths = [len(text.split()) for text in texts(MANY, Recipe(fresh=fresh))]
    assert 107 <= mean(lengths) <= 119
    assert min(lengths) >= 45
    assert max(lengths) <= 230


@pytest.mark.parametrize("share", [0.0, 0.35, 1.0])
def test_as_many_apologise_as_are_asked_for(share) -> None:
    made = list(templates(MANY, Recipe(apologies=share)))
    assert mean(template.apologises for template in made) == pytest.approx(share, abs=0.03)
    assert all("sorry" in t.text.lower() or "apolog" in t.text.lower() for t in made if t.apologises)


def test_blanks_are_left_to_fill() -> None:
    assert mean("{{" in text or "[" in text or "%" in text for text in texts(MANY, Recipe())) > 0.7


def test_two_thirds_are_markdown_and_the_others_text() -> None:
    endings = Counter(template.path.rpartition(".")[2] for template in templates(MANY))
    assert set(endings) == {"md", "txt"}
    assert endings["md"] / MANY == pytest.approx(2 / 3, abs=0.03)


def paragraphs(recipe):
    return Counter(paragraph for text in texts(MANY, recipe) for paragraph in text.strip().split("\n\n"))


def test_in_a_fresh_library_no_two_paragraphs_are_alike() -> None:
    assert set(paragraphs(Recipe(fresh=True)).values()) == {1}


def test_in_another_one_some_are_used_again_and_again() -> None:
    few, many = (paragraphs(Recipe(repeats=share)) for share in (0.1, 0.6))
    assert len(many) < len(few) < few.total()


def test_a_library_is_written_into_a_folder(tmp_path) -> None:
    paths = write(tmp_path / "library", 3)
    assert [(tmp_path / "library" / path).read_text(encoding="utf-8") for path in paths] == texts(3, Recipe())


def test_a_large_one_is_written_without_a_list_of_it(tmp_path) -> None:
    paths = written(tmp_path, 3)
    assert (tmp_path / next(paths)).exists()
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1
