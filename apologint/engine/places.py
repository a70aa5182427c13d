"""Where each sentence stands in the letter: subject, greeting, opening, body, last, closing or signature.

Quoted mail is dropped.
"""

from __future__ import annotations

from apologint.engine.document import ParsedDraft, Sentence, Word
from apologint.engine.lexicon import Lexicon

_SHORT_LINE = 12
_SIGN_OFF_WORDS = 8
_NAME_WORDS = 2


def add_places(parsed: ParsedDraft, lexicon: Lexicon) -> None:
    """Set `place` on every sentence and drop what was quoted from earlier mail."""
    _drop_quoted(parsed, lexicon)
    _find_subject(parsed, lexicon)
    _split_greetings(parsed, lexicon)
    signed = False
    for sentence in parsed.sentences:
        words = _block_words(parsed, sentence)
        if signed and (len(words) > _SHORT_LINE or _begins(words, lexicon, "aside")):
            signed = False
        if sentence.place in ("subject", "greeting"):
            continue
        if signed:
            sentence.place = "signature"
        elif len(words) <= _SIGN_OFF_WORDS and _begins(words, lexicon, "closing"):
            sentence.place = "closing"
            signed = True
    body = [sentence for sentence in parsed.sentences if sentence.place == "body"]
    if body:
        body[-1].place = "last"
        body[0].place = "opening"


def _block_words(parsed: ParsedDraft, sentence: Sentence) -> list[Word]:
    return parsed.words[sentence.block]


def _begins(words: list[Word], lexicon: Lexicon, key: str) -> bool:
    pattern = lexicon.pattern("letter", key)
    return pattern is not None and bool(words) and pattern.at(words, 0) is not None


def _drop_quoted(parsed: ParsedDraft, lexicon: Lexicon) -> None:
    """Everything from the line that opens a quoted mail is somebody else's text."""
    for number, words in enumerate(parsed.words):
        if number and _begins(words, lexicon, "quoted"):
            parsed.sentences = [s for s in parsed.sentences if s.block < number]
            parsed.words = parsed.words[:number]
            parsed.docs = parsed.docs[:number]
            return


def _find_subject(parsed: ParsedDraft, lexicon: Lexicon) -> None:
    """The subject line of a mail that was pasted with its head."""
    for sentence in parsed.sentences:
        if sentence.block:
            return
        if _begins(_block_words(parsed, sentence), lexicon, "subject"):
            sentence.place = "subject"


def _split_greetings(parsed: ParsedDraft, lexicon: Lexicon) -> None:
    """A block's first sentence is the greeting where it is nothing but that."""
    pattern = lexicon.pattern("letter", "greeting")
    if pattern is None:
        return
    letter = [sentence for sentence in parsed.sentences if sentence.place != "subject"]
    for sentence in letter[:3]:
        end = pattern.at(sentence.words, 0)
        if end is None:
            continue
        rest = [word for word in sentence.words[end:] if not word.is_punct and word.pos not in ("PROPN",)]
        if len(rest) <= _NAME_WORDS and not any(map(_is_predicate, sentence.words[1:])):
            sentence.place = "greeting"
        return


def _is_predicate(word: Word) -> bool:
    """Whether a word is a verb; one in a capital letter is rather a name that the parser does not know."""
    return word.pos in ("VERB", "AUX") and not word.text[:1].isupper()
