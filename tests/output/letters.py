"""Letters with the reports they get, for the tests of the formats."""

from apologint.model import Kind, Origin, Stretch
from apologint.text.locate import line_starts
from tests.handmade import absence, analysis, problem, report, stands

POOR = """\
Dear Ms Okafor,

Your garden chairs arrived nine days late, and we are sorry for any inconvenience caused if you were upset \
by this, but our warehouse was very busy in May.
We understand your frustration. We will get back to you shortly.

Kind regards,
Tom
"""
GOOD = """\
Hello Sam,
We charged you twice on 3 May. That was our mistake and I am sorry.
"""


def poor_letter():
    """Four faults, two of them overlapping, and four steps missing."""
    seen = analysis(
        [
            problem(
                "hollow-inconvenience",
                **stands(POOR, "sorry for any inconvenience"),
                message="A stock phrase stands where the fault should be named.",
                suggestion='Name what happened: "I am sorry that your chairs came nine days late".',
            ),
            problem(
                "conditional-apology",
                **stands(POOR, "sorry for any inconvenience caused if you were upset"),
                message="The apology is made doubtful by 'if'.",
                suggestion='Say what happened: "I am sorry that ...".',
            ),
            problem(
                "apology-but",
                **stands(POOR, "but our warehouse was very busy"),
                message="'but' takes the apology back.",
                suggestion="Put a full stop after the apology; explain later and own it.",
            ),
            problem(
                "vague-timeframe",
                **stands(POOR, "shortly"),
                message="'shortly' promises no time.",
                suggestion='Name a day: "by Friday".',
            ),
        ],
        credits=[
            problem("names-the-fault", **stands(POOR, "Your garden chairs arrived nine days late")),
            problem("stock-empathy", **stands(POOR, "We understand your frustration")),
        ],
        empathy="weak",
        solution="missing",
    )
    failures = ("score 34 is under --min-score 70", "2 errors")
    return report(POOR, seen, path="replies/late-chairs.txt", failures=failures)


def middling_letter():
    """Held down by a ceiling."""
    seen = analysis(
        absences=[
            absence(
                "missing-apology",
                message="The draft never says sorry.",
                suggestion='Say it once and plainly: "I am sorry that we charged you twice."',
            )
        ],
    )
    return report(GOOD, seen, path="replies/no-sorry.txt", failures=("score 69 is under --min-score 70",))


def good_letter():
    """Nothing to find."""
    seen = analysis(credits=[problem("names-the-fault", **stands(GOOD, "We charged you twice on 3 May"))])
    return report(GOOD, seen, path="replies/double-charge.txt", title="Charged twice")


def follow_up():
    """No score, one finding."""
    text = "Did the chairs arrive? I will call you shortly.\n"
    found = problem("vague-timeframe", **stands(text, "shortly"), message="'shortly' promises no time.")
    return report(text, analysis([found], kind=Kind.FOLLOW_UP), path="replies/follow-up.txt")


def not_an_apology():
    """Nothing to judge."""
    return report("We open at nine.\n", analysis(kind=Kind.OTHER), path="replies/hours.md")


LIBRARY = '{"macros": [\n  {"name": "Späte Kiste 📦", "body": "Hé! Sorry if\\nit upset you."}\n]}\n'


def library_item(path="macros.json"):
    """An item of a JSON file: its line break is written as an escape, and what stands before it is not in the draft."""
    text = "Hé! Sorry if\nit upset you."
    at = LIBRARY.index("Hé!")
    first, second = text.index("\n"), text.index("\n") + 1
    stretches = (
        Stretch(0, first, at, at + first),
        Stretch(first, second, at + first, at + first + 2, verbatim=False),
        Stretch(second, len(text), at + first + 2, at + len(text) + 1),
    )
    found = problem("conditional-apology", **stands(text, "Sorry if\nit"), message="'if' makes it doubtful.")
    origin = Origin(stretches, line_starts(LIBRARY))
    made = analysis([found], kind=Kind.FOLLOW_UP)
    return report(text, made, path=path, id="macros[0]", title="Späte Kiste 📦", origin=origin, failures=("1 error",))


def failing_by_score():
    """No finding is an error, and still it fails."""
    return report(GOOD, analysis(solution="missing"), path="a b.txt", failures=("score 64 is under --min-score 70",))


def macro(number, title, passed=True):
    """An item of a library of macros."""
    text = "I am sorry for any inconvenience.\n"
    found = problem("hollow-inconvenience", **stands(text, "any inconvenience"), message="A stock phrase.")
    failures = () if passed else ("1 warning",)
    seen = analysis([found], empathy="met" if passed else "missing")
    return report(text, seen, path="macros.json", id=f"macros[{number}]", title=title, failures=failures)


def library_file():
    """Three items of one file, of which one fails."""
    return [macro(0, "Late"), macro(1, "Lost", passed=False), macro(12, "Broken")]


def many_letters():
    """A library of every kind of draft, with two sentences that recur."""
    return [poor_letter(), not_an_apology(), *[good_letter()] * 9, poor_letter(), follow_up(), middling_letter(),
            *library_file()]  # fmt: skip
