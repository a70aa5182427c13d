"""Which drafts have the same analysis."""

from dataclasses import fields, replace
from typing import Any

import pytest

from apologint.cache.keys import key_of
from apologint.model import Draft, Fault, InputError, Kind, Location, Mode, Origin, Placeholder, Region, Suppression

DRAFT = Draft("Sorry, {{ name }}, we lost it.", placeholders=(Placeholder(7, 17, " name ", fill_in=False),))
SEEN: dict[str, list[Any]] = {
    "text": ["Sorry, {{ name }}, we lost it!"],
    "kind": [Kind.APOLOGY, Kind.OTHER],
    "mode": [Mode.TEMPLATE],
    "skip": [(Region(0, 5),), (Region(0, 5), Region(7, 9)), (Region(0, 57),)],
    "placeholders": [
        (),
        (Placeholder(7, 16, " name ", fill_in=False),),
        (Placeholder(6, 17, " name ", fill_in=False),),
        (Placeholder(7, 17, "name", fill_in=False),),
        (Placeholder(7, 17, " name ", fill_in=True),),
        (Placeholder(7, 17, " name ", fill_in=False, can_be_empty=True),),
    ],
}
UNSEEN: dict[str, Any] = {
    "path": "replies/lost.md",
    "id": "macros[3]",
    "title": "Lost",
    "fault": Fault.NOT_OURS,
    "origin": Origin((), (0,)),
    "suppressions": (Suppression(0, 9, (), Location(0, 9, 1, 1, 1, 10, None, Region(0, 9))),),
    "complaints": (InputError("a", "b"),),
}


def test_every_field_of_a_draft_is_seen_or_unseen() -> None:
    assert {*SEEN, *UNSEEN} == {field.name for field in fields(Draft)}


def test_what_the_engine_sees_tells_drafts_apart() -> None:
    drafts = [DRAFT, *(replace(DRAFT, **{name: value}) for name, values in SEEN.items() for value in values)]
    assert len({key_of(draft) for draft in drafts}) == len(drafts)


@pytest.mark.parametrize("name", UNSEEN)
def test_what_it_does_not_see_does_not(name: str) -> None:
    assert key_of(replace(DRAFT, **{name: UNSEEN[name]})) == key_of(DRAFT)


def test_a_pair_of_surrogates_is_not_the_character_that_it_would_be() -> None:
    assert key_of(Draft("\ud83d" + "\ude00")) != key_of(Draft("\U0001f600"))
