"""The nouns of apologint: what goes in (Draft), what comes out (Report), and what lies between (Analysis).

All offsets are Unicode code points from 0; lines and columns count from 1; an end is one past the last character.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What sort of message a draft is (labels.md, section 1)."""

    APOLOGY = "apology"
    FOLLOW_UP = "follow_up"
    OTHER = "other"


class Fault(StrEnum):
    """Whose fault the user says it was."""

    OURS = "ours"
    SHARED = "shared"
    NOT_OURS = "not-ours"


class Severity(StrEnum):
    """How bad a finding is, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Quality(StrEnum):
    """How well a step is fulfilled."""

    MISSING = "missing"
    WEAK = "weak"
    MET = "met"


class Step(StrEnum):
    """The six steps, in the order of the guide."""

    ACKNOWLEDGE = "acknowledge"
    EMPATHY = "empathy"
    RESPONSIBILITY = "responsibility"
    SOLUTION = "solution"
    FOLLOW_UP = "follow_up"
    IMPROVE = "improve"


class Mode(StrEnum):
    """A draft is about to be sent; a template may still hold blanks for a person to fill."""

    DRAFT = "draft"
    TEMPLATE = "template"


class Markup(StrEnum):
    """What the words of a message are written in."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a text: `start` and `end` in code points from 0."""

    start: int
    end: int

    def touches(self, other: Region | Location) -> bool:
        """Whether the two, of one text, have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Placeholder(Region):
    """A gap in the text that is filled later.

    `name` is what stands inside the marks; `fill_in` is True where a person fills it, False where a machine does.
    `can_be_empty` is True where a machine that knows nothing leaves nothing there.
    """

    name: str
    fill_in: bool
    can_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class Stretch(Region):
    """A run of a draft's characters that stands in the file from `at` to `until`.

    A `verbatim` one stands there character by character; any other is what the whole of that place is read as: an
    escape, an entity, a tag that ends a line.
    """

    at: int
    until: int
    verbatim: bool = True


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a draft stands in its file: its stretches in order, and where each line of the file begins."""

    stretches: tuple[Stretch, ...]
    line_starts: Sequence[int] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Suppression(Region):
    """From `start` to `end` of the file, `rules` are not reported; where it names none, no rule is.

    What a message lacks is not reported where all of the message stands in there. `said_at` is the place of the words
    that say so; `shared` is True where several messages of the file stand in there.
    """

    rules: tuple[str, ...]
    said_at: Location
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One message to lint.

    `text` is what a customer reads; `origin` says where in the file it stands, None where it is the whole file as
    decoded. `skip` are regions of the text that no rule may look at (front matter, quoted mail, code); `id` names an
    item inside a library file by a path into it (`macros[12]`), else None. `suppressions` are those of its file that
    may touch it, and `complaints` those of its file that cannot be understood.
    """

    text: str
    path: str = "<stdin>"
    id: str | None = None
    title: str | None = None
    kind: Kind | None = None
    fault: Fault | None = None
    mode: Mode = Mode.DRAFT
    skip: tuple[Region, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    origin: Origin | None = None
    suppressions: tuple[Suppression, ...] = ()
    complaints: tuple[InputError, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A message that was found and not linted, and why, in a few words."""

    path: str
    id: str | None
    title: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Location:
    """Where something stands in the file. `text` is None for what is absent from the draft.

    `region` is where it stands in the text of the draft, which is another place where the file holds more than that.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str | None
    region: Region


@dataclass(frozen=True, slots=True)
class Match(Region):
    """A rule that fired on a region of the draft, with its message and suggestion filled in.

    For an absence the region is empty and `absent` is True.
    """

    rule: str
    message: str = ""
    suggestion: str = ""
    absent: bool = False
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the engine saw in one draft: its kind, and the matches of problems, credits and absences."""

    kind: Kind
    problems: tuple[Match, ...] = ()
    credits: tuple[Match, ...] = ()
    absences: tuple[Match, ...] = ()
    qualities: dict[Step, Quality] = field(default_factory=dict)
    signals: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault shown to the user; `points` is what it takes from the score (0 or negative).

    A `suppressed` one is switched off in the draft's file: it takes nothing and fails nothing.
    """

    rule: str
    severity: Severity
    step: Step
    message: str
    suggestion: str
    location: Location
    points: float
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that fulfil a step, and the credit rule that saw them."""

    rule: str
    location: Location


@dataclass(frozen=True, slots=True)
class StepResult:
    """One of the six steps: how well it is fulfilled, what that earned, out of what."""

    step: Step
    quality: Quality
    points: float
    weight: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The lowest limit that holds the score down, the rule or step that set it, and on what ground."""

    score: int
    rule: str
    reason: str = ""


SCORE_GATE = "score "
"""What the failure of the gate on the score begins with."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything said about one draft.

    `failures` are the gates it failed, in words; `complaints` are the suppressions in its file that cannot hold.
    `held_back` are findings that the baseline knows: they take their points, but are not reported and fail nothing.
    """

    draft: Draft
    kind: Kind
    fault: Fault
    score: int | None
    grade: str | None
    passed: bool
    ceiling: Ceiling | None = None
    steps: tuple[StepResult, ...] = ()
    findings: tuple[Finding, ...] = ()
    failures: tuple[str, ...] = ()
    complaints: tuple[InputError, ...] = ()
    held_back: tuple[Finding, ...] = ()

    @property
    def score_failure(self) -> str | None:
        """What is said of the gate on the score if the draft failed there."""
        return next((failure for failure in self.failures if failure.startswith(SCORE_GATE)), None)


@dataclass(frozen=True, slots=True)
class InputError:
    """An input, or a part of one, that could not be read: where, and one line saying what and how to mend it.

    `line` counts from 1 and is None where the fault has no line.
    """

    path: str
    message: str
    line: int | None = None
