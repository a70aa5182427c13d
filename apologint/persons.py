"""The persons that rules and settings list words for, and the sorts of words that they list."""

from __future__ import annotations

PERSONS = ("us", "customer", "third", "system", "anyone")
PERSON_FIELDS = ("pronouns", "possessives", "nouns", "names")
