"""Lemmas that spaCy's English rules get wrong: "hoped" is of "hope", for that of "hop" is "hopped".

Where the tagger takes a past for a base form ("they forgot"), the lemmatizer does not even look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from spacy.language import Language

_DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""A verb of one syllable with one vowel and one consonant at its end, which it doubles before -ed and -ing."""


def mended_lemmas(nlp: Language) -> dict[str, str]:
    """The verb that each such form is of; of two that it knows the lemmatizer of a pipeline takes the shorter."""
    verbs = frozenset(_verbs(nlp, "lemma_index"))
    stems = {verb.removesuffix("e"): verb for verb in verbs if verb.endswith("e")}
    mended = {stem: verb for stem, verb in stems.items() if stem in verbs and _DOUBLES.fullmatch(stem)}
    return {f"{stem}{ending}": verb for stem, verb in mended.items() for ending in ("ed", "ing")}


def irregular_pasts(nlp: Language) -> dict[str, str]:
    """The verb of each past or participle without a regular ending: "forgot", but not "found", a verb of its own."""
    verbs = frozenset(_verbs(nlp, "lemma_index"))
    regular = tuple(ending for ending, _ in _verbs(nlp, "lemma_rules"))
    exceptions: Mapping[str, list[str]] = dict(_verbs(nlp, "lemma_exc"))
    return {
        form: of[0]
        for form, of in exceptions.items()
        if len(of) == 1 and form not in verbs and not form.endswith(regular)
    }


def _verbs(nlp: Language, name: str) -> Iterable[Any]:
    """What one of the tables of the lemmatizer says of verbs; nothing where it has no such table."""
    tables = getattr(dict(nlp.pipeline).get("lemmatizer"), "lookups", None)
    if tables is None or not tables.has_table(name):
        return ()
    said = tables.get_table(name).get("verb", ())
    return said.items() if isinstance(said, Mapping) else said
