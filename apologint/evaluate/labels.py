"""Reading what people said about drafts: one JSON object on each line.

    {"id": "r-1", "text": "...", "kind": "apology", "steps": {"acknowledge": "met"},
     "problems": [{"rule": "vague-apology", "quote": "sorry about this"}], "rating": 2}

The texts may stand in a file of their own, with `id` and `text` on each line.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from apologint.evaluate.judgement import Judgement, Marked
from apologint.model import InputError, Kind, Quality, Step
from apologint.sources import SourceError
from apologint.text.nearest import instead

LABEL_RULES = tuple(
    """conditional-apology apology-but sorry-you-feel hollow-inconvenience vague-apology weak-apology blame-third-party
    blame-customer agentless-fault excuse good-intentions policy-shield minimising self-praise defensive-tone
    legal-disclaimer over-apology vague-timeframe hedged-solution bare-promise impersonal-greeting
    presumed-patience""".split()
)
"""The rules that people label. Of other rules nobody knows where they should have fired."""

_WORST, _BEST = 1, 5
"""The ends of the scale. A rating between two whole numbers is the mean of several people's."""
_Choice = TypeVar("_Choice", bound=StrEnum)


class LabelError(SourceError):
    """A line that cannot be used: the file, the line, and what is wrong."""


@dataclass(frozen=True, slots=True)
class LabelledDraft:
    """A text and what a person said about it; `line` is where."""

    id: str
    text: str
    said: Judgement
    line: int


@dataclass(frozen=True, slots=True)
class Labels:
    """The drafts of a label file; `unplaced` are the quotes that do not stand in their texts and are left out."""

    drafts: tuple[LabelledDraft, ...]
    unplaced: tuple[InputError, ...] = ()

    @property
    def texts(self) -> dict[str, str]:
        """The texts by their ids."""
        return {draft.id: draft.text for draft in self.drafts}

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that can be measured: those that people label, and others that were labelled here."""
        labelled = (problem.rule for draft in self.drafts for problem in draft.said.problems)
        return tuple(dict.fromkeys((*LABEL_RULES, *labelled)))


def read_labels(path: Path, docs: Path | None = None, known: Collection[str] = LABEL_RULES) -> Labels:
    """The labelled drafts in `path`; where a line has no text, it stands under the same id in `docs`.

    Labels may name the rules that are `known`.

    Raises:
        LabelError: a file cannot be read, or a line in it says something else than it should.
    """
    texts = {line.id: line.string("text") for line in _read(docs)} if docs else {}
    unplaced: list[InputError] = []
    drafts = tuple(_draft(line, texts, known, unplaced) for line in _read(path))
    if not drafts:
        raise LabelError(str(path), "holds no labels: write one JSON object a line, with id, kind, steps, problems")
    return Labels(drafts, tuple(unplaced))


@dataclass(frozen=True, slots=True)
class _Line:
    """The object on one line of a file."""

    path: str
    number: int
    values: Mapping[str, Any]

    def error(self, message: str) -> LabelError:
        return LabelError(self.path, message, self.number)

    @property
    def id(self) -> str:
        return self.string("id")

    def string(self, key: str) -> str:
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.error(f"'{key}' must be a text that is not blank")
        return value

    def choice(self, what: str, value: Any, choices: type[_Choice]) -> _Choice:
        try:
            return choices(value)
        except ValueError as error:
            raise self.error(f"unknown {what} {value!r}: use one of {', '.join(choices)}") from error


def _read(path: Path) -> Iterator[_Line]:
    """The objects in a file, each with its line; blank lines are passed over."""
    seen: dict[str, int] = {}
    for number, text in enumerate(_text(path).split("\n"), 1):
        if not text.strip():
            continue
        try:
            values = json.loads(text)
        except ValueError as error:
            raise LabelError(str(path), f"not JSON: {error}", number) from error
        if not isinstance(values, dict):
            raise LabelError(str(path), "must be a JSON object, with braces", number)
        line = _Line(str(path), number, values)
        if line.id in seen:
            raise line.error(f"the id {line.id!r} stands in line {seen[line.id]} already")
        seen[line.id] = number
        yield line


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise LabelError(str(path), f"cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise LabelError(str(path), f"not UTF-8: byte 0x{error.object[error.start]:02x} at {error.start}") from error


def _draft(line: _Line, texts: Mapping[str, str], known: Collection[str], unplaced: list[InputError]) -> LabelledDraft:
    text = line.string("text") if "text" in line.values else texts.get(line.id)
    if text is None:
        where = "is not among the documents either" if texts else "there is no file of documents: name one with --docs"
        raise line.error(f"{line.id!r} has no 'text', and {where}")
    problems = list(_problems(line, known))
    placed = tuple(_placed(text, problems))
    missing = Counter(problems) - Counter((problem.rule, text[problem.start : problem.end]) for problem in placed)
    unplaced += (
        InputError(line.path, f"{line.id!r} does not hold the words labelled {rule}, left out: {quote!r}", line.number)
        for rule, quote in missing.elements()
    )
    kind = line.choice("kind", line.values.get("kind"), Kind)
    return LabelledDraft(line.id, text, Judgement(kind, _steps(line), placed, _rating(line)), line.number)


def _steps(line: _Line) -> dict[Step, Quality]:
    steps = line.values.get("steps", {})
    if not isinstance(steps, dict):
        raise line.error('\'steps\' must be an object: {"acknowledge": "met", ...}')
    return {
        line.choice("step", step, Step): line.choice(f"quality of {step}", quality, Quality)
        for step, quality in steps.items()
    }


def _problems(line: _Line, known: Collection[str]) -> Iterator[tuple[str, str]]:
    problems = line.values.get("problems", [])
    if not isinstance(problems, list):
        raise line.error("'problems' must be a list")
    for problem in problems:
        match problem:
            case {"rule": str(rule), "quote": str(quote)} if quote:
                if rule not in known:
                    raise line.error(f"unknown rule {rule!r}: {instead(rule, known) or 'see apologint rules'}")
                yield rule, quote
            case _:
                raise line.error('a problem must be {"rule": "...", "quote": "..."}')


def _placed(text: str, problems: Iterable[tuple[str, str]]) -> Iterator[Marked]:
    """Each quote at its place: the first one in the text, and the next for a quote that is labelled again."""
    after: Counter[tuple[str, str]] = Counter()
    for rule, quote in problems:
        start = text.find(quote, after[rule, quote])
        if start < 0:
            start = text.find(quote)
        if start >= 0:
            after[rule, quote] = start + 1
            yield Marked(start, start + len(quote), rule)


def _rating(line: _Line) -> float | None:
    rating = line.values.get("rating")
    if rating is None:
        return None
    if isinstance(rating, (int, float)) and not isinstance(rating, bool) and _WORST <= rating <= _BEST:
        return rating
    raise line.error(f"'rating' must be a number from {_WORST} to {_BEST}, or null")
