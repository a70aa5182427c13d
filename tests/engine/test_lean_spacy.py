"""spaCy is imported without its commands, and nobody who uses it afterwards can tell."""

import subprocess
import sys

HEAVY = ("typer", "requests", "weasel")


def run(*lines: str) -> list[str]:
    code = "\n".join(("import sys", "from apologint.linter import Linter", *lines))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_the_engine_does_without_what_only_commands_of_spacy_need() -> None:
    assert run("Linter().engine", f"print(*({HEAVY} & sys.modules.keys()))".replace(str(HEAVY), str(set(HEAVY)))) == []


def test_what_is_used_of_it_afterwards_is_the_real_thing() -> None:
    found = run(
        "Linter().engine",
        "import spacy",
        "print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)",
        "import spacy.cli",
        "print(spacy.cli.info.__module__, spacy.cli.download.__module__)",
    )
    assert found == ["True", "spacy.cli.info", "spacy.cli.download"]


def test_a_spacy_that_is_there_already_is_left_alone() -> None:
    assert run("import spacy", "before = spacy.cli", "Linter().engine", "print(spacy.cli is before)") == ["True"]
