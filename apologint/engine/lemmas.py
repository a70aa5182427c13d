"""Lemmas that spaCy's English rules get wrong: "hoped" is of "hope", for that of "hop" is "hopped"."""

from __future__ import annotations

import re

from spacy.language import Language

_DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""A verb of one syllable with one vowel and one consonant at its end, which it doubles before -ed and -ing."""


def mended_lemmas(nlp: Language) -> dict[str, str]:
    """The verb that each such form is of; of two that it knows the lemmatizer of a pipeline takes the shorter."""
    tables = getattr(dict(nlp.pipeline).get("lemmatizer"), "lookups", None)
    if tables is None or not tables.has_table("lemma_index"):
        return {}
    verbs = frozenset(tables.get_table("lemma_index").get("verb", ()))
    stems = {verb.removesuffix("e"): verb for verb in verbs if verb.endswith("e")}
    mended = {stem: verb for stem, verb in stems.items() if stem in verbs and _DOUBLES.fullmatch(stem)}
    return {f"{stem}{ending}": verb for stem, verb in mended.items() for ending in ("ed", "ing")}
