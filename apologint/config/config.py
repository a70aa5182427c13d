"""Every setting of apologint in one dataclass; the defaults are the numbers of the scoring page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from apologint.builtin import DEFAULT_MODEL
from apologint.config.place import Place
from apologint.language import Language
from apologint.model import Fault, Kind, Mode, Quality, Severity, Step

if TYPE_CHECKING:
    from apologint.config.overrides import Override
    from apologint.globs import Globs
    from apologint.said import SaidSource


class FailOn(StrEnum):
    """The mildest finding that fails a draft."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class CeilingSetting(NamedTuple):
    """The most a draft can score (0 to 100) once `rule` has fired, a problem or the absence of a step.

    With `tag`, only a match that carries the tag counts; with `without_tag`, only one that does not.
    """

    rule: str
    at_most: int
    reason: str = ""
    tag: str | None = None
    without_tag: str | None = None


_NAMES_OUR_ACT = "names-our-act"

DEFAULT_CEILINGS = (
    CeilingSetting("blame-customer", 40, "attack and denial are rated least effective (Benoit & Drew 1997)"),
    CeilingSetting("sorry-you-feel", 48, "a partial apology is worth half a full one (Robbennolt 2003)"),
    CeilingSetting("legal-disclaimer", 48, "a partial apology is worth half a full one (Robbennolt 2003)"),
    CeilingSetting(
        "conditional-apology",
        48,
        "a partial apology is worth half a full one (Robbennolt 2003)",
        without_tag=_NAMES_OUR_ACT,
    ),
    CeilingSetting("conditional-apology", 65, "it names our act, but still with an 'if'", tag=_NAMES_OUR_ACT),
    CeilingSetting("blame-third-party", 60, "somebody must own the fault (Boshoff & Leong 1998)"),
    CeilingSetting("missing-solution", 64, "repair ranks second of six parts (Lewicki et al. 2016)"),
    CeilingSetting("missing-ownership", 69, "ownership ranks first of six parts (Lewicki et al. 2016)"),
    CeilingSetting("missing-apology", 69, "repair without an apology earned 52 of 73 (Robbennolt 2003)"),
)


def _weights() -> dict[Step, float]:
    return {
        Step.ACKNOWLEDGE: 18,
        Step.EMPATHY: 14,
        Step.RESPONSIBILITY: 26,
        Step.SOLUTION: 24,
        Step.FOLLOW_UP: 9,
        Step.IMPROVE: 9,
    }


def _quality_factors() -> dict[Quality, float]:
    return {Quality.MISSING: 0.0, Quality.WEAK: 0.4, Quality.MET: 1.0}


def _severity_points() -> dict[Severity, float]:
    return {Severity.ERROR: 12, Severity.WARNING: 7, Severity.INFO: 3}


def _grades() -> dict[str, int]:
    return {"strong": 85, "good": 70, "weak": 50, "poor": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All settings.

    Which rules: `select` (empty: all) and `ignore` hold rule names; `severities` changes the severity of rules;
    `rule_dirs` are folders of the user's own rules, beside the built-in ones or, with `builtin_rules` off, instead;
    `lexicons` adds words to word lists by name, and `people` to who is who: by person, then by part of speech.

    Scoring: `weights` are the points of each step; `quality_factors` the share of them that a quality earns (0 to 1);
    `severity_points` what a finding takes; `repeat_factor` multiplies each further finding of one rule; `rule_cap` and
    `total_cap` are the most that one rule and all rules take; `ceilings` hold the score down; `grades` maps each grade
    to the lowest score that earns it.

    Gates: a draft fails with a score under `min_score` (0 to 100) or a finding at or over `fail_on`.

    `overrides` hold for some files only; `settings_for` applies them. `baseline` is the file with the findings that
    are held back. `required_version` is what the file asked for and got.

    Files: from a folder those are taken that `include` matches, None for all, and `exclude` does not; with
    `force_exclude` it holds for named files too.

    `sources` say where the messages of some files stand.

    Drafts: `language` says whether those in other languages than English are linted too; `kind` None finds it out;
    `mode` None takes files for templates and standard input for a draft; `fault` and `kind` hold for drafts whose
    front matter does not say; `max_bytes` is the largest file that is read.

    `cache_dir` is the folder in which what is found out is kept for later runs; with `cache` off or without a folder
    nothing is kept.

    `said` tells, by name, where in a file those settings stand that were read from one.
    """

    required_version: str | None = None

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    rule_dirs: tuple[Path, ...] = ()
    builtin_rules: bool = True
    lexicons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    people: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    baseline: Path | None = None

    weights: Mapping[Step, float] = field(default_factory=_weights)
    quality_factors: Mapping[Quality, float] = field(default_factory=_quality_factors)
    severity_points: Mapping[Severity, float] = field(default_factory=_severity_points)
    repeat_factor: float = 0.5
    rule_cap: float = 15
    total_cap: float = 40
    ceilings: tuple[CeilingSetting, ...] = DEFAULT_CEILINGS
    grades: Mapping[str, int] = field(default_factory=_grades)

    min_score: int = 70
    fail_on: FailOn = FailOn.ERROR

    include: Globs | None = None
    exclude: Globs | None = None
    force_exclude: bool = False

    sources: tuple[SaidSource, ...] = ()

    language: Language = Language.ENGLISH
    fault: Fault = Fault.OURS
    kind: Kind | None = None
    mode: Mode | None = None
    encoding: str = "utf-8"
    max_bytes: int = 1_000_000
    model: str = DEFAULT_MODEL

    cache: bool = True
    cache_dir: Path | None = None

    said: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    @property
    def cache_folder(self) -> Path | None:
        """The folder of the cache that is used, None for none."""
        return self.cache_dir if self.cache else None
