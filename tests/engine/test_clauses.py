"""What is read from a sentence: who did what, to whom, about what, when, and what it hangs on."""

import pytest

from tests.engine.trees import TREES, clause, read


@pytest.mark.parametrize(
    ("sentence", "root", "act"),
    [
        ("We lost your parcel.", "lost", "fault"),
        ("We made a mistake.", "made", "fault"),  # a light verb with a noun
        ("There was a mistake on our side.", "was", "fault"),
        ("The fault was ours.", "fault", "fault"),
        ("We are sorry that we lost it.", "are", "apologise"),  # a copula with an adjective
        ("We sent it by mistake.", "sent", "fault"),  # any verb in such a manner
        ("We mixed up two parcels.", "mixed", "fault"),  # a verb with its particle
        ("Apologies for it.", "Apologies", "apologise"),  # a noun that the parser takes for a verb
    ],
)
def test_one_act_has_many_shapes(sentence: str, root: str, act: str) -> None:
    assert clause(sentence, root).acts == {act}


def test_a_verb_that_is_no_act_has_none() -> None:
    assert clause("Send us a photo.", "Send").acts == frozenset()
    assert clause("We faulted it.", "faulted").acts == frozenset()  # "fault" is an act as a noun only


@pytest.mark.parametrize(
    ("sentence", "root", "doer", "subject"),
    [
        ("We lost your parcel.", "lost", "we", "we"),
        ("The courier lost your parcel.", "lost", "third", "third"),
        ("Your parcel was lost by the courier.", "lost", "third", "thing"),
        ("Your parcel was lost.", "lost", "none", "thing"),
        ("There was a mistake on our side.", "was", "us", "none"),
        ("Our team will call you.", "call", "us", "us"),
        ("Refunded your fee.", "Refunded", "we", "none"),  # chat drops the subject
        ("We hope to fix it soon.", "fix", "we", "we"),  # handed down from above
        ("Thank you for calling.", "calling", "customer", "none"),  # handed down from the object
        ("The driver who lost it called you.", "lost", "us", "us"),  # "who" is the driver
        ("Our error cost you a day.", "error", "us", "none"),  # a noun is its owner's
        ("We called you given the mistake.", "given", "none", "none"),  # a participle for a preposition
        ("We are sorry that yours was late.", "was", "none", "none"),  # its subject is lost in the parse
    ],
)
def test_who_does_it(sentence: str, root: str, doer: str, subject: str) -> None:
    found = clause(sentence, root)
    assert (found.doer, found.subject) == (doer, subject)


def test_he_and_they_are_who_was_named_last() -> None:
    assert clause("The driver lost it. He forgot it.", "forgot").doer == "us"
    assert clause("The courier lost your parcel. He forgot it.", "forgot").doer == "third"
    assert clause("He forgot it.", "forgot").doer == "someone"


@pytest.mark.parametrize(
    ("sentence", "root", "owner"),
    [
        ("There was a mistake on our side.", "was", "us"),
        ("The error was on your side.", "was", "customer"),
        ("The fault was ours.", "was", "us"),
        ("The fault was ours.", "fault", "us"),
        ("Our error cost you a day.", "error", "us"),
        ("We made a mistake.", "made", "none"),
    ],
)
def test_whose_it_is(sentence: str, root: str, owner: str) -> None:
    assert clause(sentence, root).owner == owner


@pytest.mark.parametrize(
    ("sentence", "root", "to"),
    [
        ("We lost your parcel.", "lost", {"customer"}),
        ("Your parcel was lost by the courier.", "lost", {"customer"}),
        ("Send us a photo.", "Send", {"us"}),
        ("We lost it.", "lost", set()),
    ],
)
def test_whom_it_touches(sentence: str, root: str, to: set[str]) -> None:
    assert clause(sentence, root).to == to


@pytest.mark.parametrize(
    ("sentence", "root", "named"),
    [
        ("We lost your parcel.", "lost", "named"),
        ("Your parcel was lost.", "lost", "named"),  # in a passive the subject is what it is about
        ("We made a mistake.", "made", "class"),
        ("We lost this.", "lost", "vague"),
        ("We lost it.", "lost", "none"),
        ("We are sorry that we lost it.", "are", "named"),  # by the clause that it holds
    ],
)
def test_how_well_it_is_named(sentence: str, root: str, named: str) -> None:
    assert clause(sentence, root).object == named


@pytest.mark.parametrize(
    ("sentence", "root", "time"),
    [
        ("We will refund you on Friday.", "refund", "dated"),
        ("We hope to fix it soon.", "fix", "vague"),
        ("We lost it.", "lost", "none"),
    ],
)
def test_when_it_happens(sentence: str, root: str, time: str) -> None:
    assert clause(sentence, root).time == time


@pytest.mark.parametrize(
    ("sentence", "root", "links"),
    [
        ("We are sorry if you were upset.", "were", {"if"}),
        ("Should you need help, call us.", "need", {"if"}),  # a conditional without an if
        ("We are sorry, but we lost it.", "lost", {"but"}),
        ("We lost it because the shop was busy.", "was", {"because"}),
        ("We lost it.", "lost", set()),
    ],
)
def test_what_joins_it_to_its_neighbour(sentence: str, root: str, links: set[str]) -> None:
    assert clause(sentence, root).links == links


def test_a_clause_knows_what_it_hangs_on() -> None:
    above = clause("We are sorry if you were upset.", "were").governor
    assert above is not None
    assert above.root.text == "are"
    assert above.governor is None


@pytest.mark.parametrize(
    ("sentence", "negative"), [("Our error cost you a day.", False), ("No error cost you a day.", True)]
)
def test_a_noun_is_denied_by_what_hangs_on_it(sentence: str, negative: bool) -> None:
    (named,) = (each for each in read(sentence).clauses if each.nominal)
    assert named.negative is negative


def test_a_noun_is_an_act_of_its_own_only_where_no_verb_carries_it() -> None:
    assert [each.root.text for each in read("We made a mistake.").clauses if each.nominal] == []
    assert [each.root.text for each in read("Our error cost you a day.").clauses if each.nominal] == ["error"]


def test_a_clause_is_marked_from_its_doer_to_its_object() -> None:
    text = "We are sorry that we lost it."
    start, end = clause(text, "lost").span()
    assert text[start:end] == "we lost it"


@pytest.mark.parametrize("sentence", [" ".join(words) for words in TREES])
def test_every_word_belongs_to_one_clause(sentence: str) -> None:
    parsed = read(sentence)
    verbal = [each for each in parsed.clauses if not each.nominal]
    assert sorted(word.index for each in verbal for word in each.words) == [word.index for word in parsed.words[0]]
    assert all(word.clause is not None and word in word.clause.words for word in parsed.words[0])
