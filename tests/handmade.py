"""Rules, drafts and reports made by hand, for tests in which the engine is not the point."""

from pathlib import Path

from apologint.config import Config
from apologint.engine.rules import Rule, RuleKind, RuleSet
from apologint.model import Analysis, Draft, Fault, Kind, Match, Quality, Report, Severity, Step
from apologint.scoring import score

PROBLEMS = {
    "conditional-apology": (Step.RESPONSIBILITY, Severity.ERROR),
    "apology-but": (Step.RESPONSIBILITY, Severity.ERROR),
    "sorry-you-feel": (Step.RESPONSIBILITY, Severity.ERROR),
    "blame-customer": (Step.RESPONSIBILITY, Severity.ERROR),
    "blame-third-party": (Step.RESPONSIBILITY, Severity.WARNING),
    "legal-disclaimer": (Step.RESPONSIBILITY, Severity.WARNING),
    "hollow-inconvenience": (Step.ACKNOWLEDGE, Severity.WARNING),
    "minimising": (Step.EMPATHY, Severity.WARNING),
    "vague-timeframe": (Step.FOLLOW_UP, Severity.INFO),
    "self-praise": (Step.EMPATHY, Severity.INFO),
}
ABSENCES = {
    "missing-apology": (Step.RESPONSIBILITY, Severity.WARNING),
    "missing-acknowledgement": (Step.ACKNOWLEDGE, Severity.WARNING),
    "missing-empathy": (Step.EMPATHY, Severity.WARNING),
    "missing-ownership": (Step.RESPONSIBILITY, Severity.WARNING),
    "missing-solution": (Step.SOLUTION, Severity.WARNING),
    "missing-follow-up": (Step.FOLLOW_UP, Severity.INFO),
    "missing-improvement": (Step.IMPROVE, Severity.INFO),
}
CREDITS = {
    "names-the-fault": (Step.ACKNOWLEDGE, Quality.MET),
    "stock-empathy": (Step.EMPATHY, Quality.WEAK),
    "owns-the-fault": (Step.RESPONSIBILITY, Quality.MET),
    "offers-repair": (Step.SOLUTION, Quality.MET),
    "dated-contact": (Step.FOLLOW_UP, Quality.MET),
    "specific-change": (Step.IMPROVE, Quality.MET),
}
ABSENCE_OF = {step: name for name, (step, _) in ABSENCES.items() if name != "missing-apology"}
WHY = {
    "conditional-apology": "An 'if' turns the harm into the customer's opinion.",
    "hollow-inconvenience": "A stock phrase shows that nobody read the complaint.",
}


def rule(name, kind, step, severity=None, quality=None):
    return Rule(name, kind, name, Path("hand.yaml"), 1, step, severity, quality, why=WHY.get(name, ""))


RULES = RuleSet(
    {name: rule(name, RuleKind.PROBLEM, step, severity) for name, (step, severity) in PROBLEMS.items()}
    | {name: rule(name, RuleKind.ABSENCE, step, severity) for name, (step, severity) in ABSENCES.items()}
    | {name: rule(name, RuleKind.CREDIT, step, quality=quality) for name, (step, quality) in CREDITS.items()}
)


def problem(name, start=0, end=1, tags=(), **words):
    return Match(start, end, name, tags=frozenset(tags), **words)


def absence(name, **words):
    return Match(0, 0, name, absent=True, **words)


def analysis(problems=(), absences=(), credits=(), kind=Kind.APOLOGY, **qualities):
    """An apology in which every step is met, except for those named."""
    steps = {step: Quality(qualities.get(step.value, Quality.MET)) for step in Step}
    missing = [absence(ABSENCE_OF[step]) for step, quality in steps.items() if quality is Quality.MISSING]
    return Analysis(kind, tuple(problems), tuple(credits), (*missing, *absences), steps)


def stands(text, words):
    """The start and end of `words` in `text`."""
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


def report(text, seen, *, fault=Fault.OURS, failures=(), **draft):
    """The report on `text` for an analysis; `draft` holds more of the draft's fields."""
    letter = Draft(text, **draft)
    scored = score(seen, letter, RULES, Config(), fault)
    return Report(
        letter, seen.kind, fault, scored.score, scored.grade, not failures,
        scored.ceiling, scored.steps, scored.findings, tuple(failures),
    )  # fmt: skip
