"""Blocks are parsed together and remembered, and none costs more than in proportion to its length."""

from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from apologint.engine.document import ParsedDraft, parse_many
from apologint.engine.engine import Engine
from apologint.engine.parse_memo import ParseMemo
from apologint.engine.parser import Parser
from apologint.engine.text import LONGEST_BLOCK, Block, blocks
from apologint.engine.tokenise import LONGEST_SENTENCE, tokenise
from apologint.engine.tokens import Parse, Token
from apologint.model import Draft
from tests.engine.trees import PARSER

LOST = "We are sorry that we lost your parcel. Our driver will call you on Friday."


def said(parse: Parse) -> list[object]:
    return [[(each.text, each.lemma, each.dep) for each in parse.tokens], parse.heads, parse.starts]


def read(text: str) -> ParsedDraft:
    (parsed,) = parse_many([Draft(text)], PARSER)
    return parsed


def test_a_block_is_read_the_same_alone_and_among_others(small_engine: Engine) -> None:
    texts = [LOST, "Kind regards,", "Hi Ana, thank you for calling.", "Let's see.", LOST]
    together = Parser(small_engine.nlp, small_engine.lexicon).parse([Block(text, 0, 0) for text in texts])
    for text, parse in zip(texts, together, strict=True):
        (alone,) = Parser(small_engine.nlp, small_engine.lexicon).parse([Block(text, 0, 0)])
        assert said(alone) == said(parse)
    assert together[0] is together[-1]


def test_what_spacy_is_made_to_forget_is_read_the_same(small_engine: Engine) -> None:
    known = len(small_engine.nlp.vocab.strings)
    new = [Block("Zorblaxes were quibbified.", 0, 0)]
    (forgotten,) = Parser(small_engine.nlp, small_engine.lexicon, new_strings=0).parse(new)
    assert len(small_engine.nlp.vocab.strings) == known
    (kept,) = Parser(small_engine.nlp, small_engine.lexicon).parse(new)
    assert said(forgotten) == said(kept)


def test_the_docs_of_a_parse_are_those_of_the_pipeline(small_engine: Engine) -> None:
    parser = Parser(small_engine.nlp, small_engine.lexicon)
    (doc,) = parser.docs(parser.parse([Block(LOST, 0, 0)]))
    expected = small_engine.nlp(LOST)
    for made, token in zip(doc, expected, strict=True):
        assert (made.text, made.idx, made.tag_, made.pos_) == (token.text, token.idx, token.tag_, token.pos_)
        assert (made.lemma_, made.morph, made.dep_, made.head.i) == (
            token.lemma_,
            token.morph,
            token.dep_,
            token.head.i,
        )
        assert made.is_sent_start == token.is_sent_start


def test_the_memo_drops_what_nobody_asked_for_the_longest() -> None:
    token = Token("a", "a", "a", "a", "DT", "DET", "", "det", is_punct=False)
    three = Parse((token,) * 3, (0, 2, 4), (True,) * 3, (0,) * 3, (0,))
    memo = ParseMemo(words=7)
    memo.keep("first", three)
    memo.keep("second", three)
    assert memo.get("first") is three
    memo.keep("third", three)
    assert [memo.get(text) for text in ("first", "second", "third")] == [three, None, three]


@given(st.text("ab .,!\n\t😀", max_size=60).map(lambda text: text * 300))
def test_long_blocks_are_cut_and_every_word_keeps_its_place(text: str) -> None:
    found = blocks(Draft(text))
    assert all(0 < len(block.text) <= LONGEST_BLOCK for block in found)
    masked = [character for block in found for character in block.text]
    assert [c for c in masked if c.isalpha()] == [c for c in text.replace("i", "I") if c.isalpha()]
    for block in found:
        assert all(c == text[block.start + at] for at, c in enumerate(block.text) if c.isalpha())


def test_a_block_is_cut_where_a_sentence_ends() -> None:
    first, second = blocks(Draft("Stop here. " * 500 + "and on, " * 200))
    assert first.text.endswith("here.")
    assert second.text.startswith("Stop") or second.text.startswith("and")


def test_no_sentence_goes_on_for_ever() -> None:
    parsed = read("word, and " * 4000)
    longest = max(len(sentence.words) for sentence in parsed.sentences)
    assert longest <= LONGEST_SENTENCE
    assert {sentence.words[-1].text for sentence in parsed.sentences if len(sentence.words) == longest} <= {",", "and"}


def test_what_goes_on_without_a_blank_is_taken_in_pieces(small_engine: Engine) -> None:
    asked: list[int] = []

    def tokenizer(text: str) -> Doc:
        asked.append(len(text))
        return small_engine.nlp.tokenizer(text)

    words = tokenise("Sorry" + "!" * 3000 + " and " + "x" * 3000, tokenizer, small_engine.lexicon)
    assert "".join(words.words) == "Sorry" + "!" * 3000 + "and" + "x" * 3000
    assert words.words[-1] == "x" * 3000
    assert sorted(asked)[-2] <= 1000
