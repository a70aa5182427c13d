"""Makes a folder of reply templates like those of a support team, the same ones each time.

    python -m benchmarks.templates FOLDER [--number N] [--apologies SHARE] [--repeats SHARE] [--fresh] [--seed N]

Two thirds are Markdown and one third text, about 112 words each: a greeting, some paragraphs, a closing, a signature,
with blanks left to fill. The words are those of the project's own letters in tests/corpus and of templates.yaml; a
paragraph puts together sentences of two letters, so there are more of them than one could count. The first thousand of
ten thousand templates are the thousand that one gets alone.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
LETTERS = sorted((ROOT / "tests" / "corpus").glob("[a-z].jsonl"))

_FILES_IN_ONE_FOLDER = 500
_WORDS_AROUND_THE_BODY = 26
_WORDS_OF_A_BODY = (60, 107)
_HOUSE_PARAGRAPHS = 40
_SORRY = re.compile(r"\b(?:sorry|apolog)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'“])")
_FEWEST_WORDS = 5
_PLAIN = 0.75

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What the templates shall be like.

    `apologies` is the share of them that apologise; a quarter to a half is usual in libraries of canned responses.
    `repeats` is the share of paragraphs that are one of forty which the house uses again and again. With `fresh` there
    are none of those, and a number in every paragraph, down to greeting and signature, makes it like no other: the
    worst case for whatever remembers paragraphs. Both shares are from 0 to 1.
    """

    apologies: float = 0.35
    repeats: float = 0.3
    fresh: bool = False
    seed: int = 6


@dataclass(frozen=True, slots=True)
class Template:
    """A reply: its path in the library, its text, and whether it apologises."""

    path: str
    text: str
    apologises: bool


def templates(number: int, recipe: Recipe = Recipe()) -> Iterator[Template]:
    """So many templates, one at a time."""
    writer = _Writer(recipe)
    for at in range(number):
        yield writer.template(at)


def write(folder: Path, number: int, recipe: Recipe = Recipe()) -> list[Path]:
    """Write templates into a folder, which is made if need be, and hand back their paths in it."""
    return [*written(folder, number, recipe)]


def written(folder: Path, number: int, recipe: Recipe = Recipe()) -> Iterator[Path]:
    """The same, one at a time: a list of very many takes more memory than a program that is then measured."""
    for template in templates(number, recipe):
        path = folder / template.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template.text, encoding="utf-8")
        yield Path(template.path)


class _Writer:
    """Draws what stands in a template; all chance comes from the seed."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._chance = random.Random(recipe.seed)
        self._words: dict[str, Any] = _words()
        self._letters = _letters()
        self._topics: list[Run] = [tuple(topic) for topic in self._words["topics"].values()]
        self._sorry = [sentence for run in self._letters["apology"] for sentence in run if _SORRY.search(sentence)]
        self._house = {kind: [self._mixed(kind) for _ in range(_HOUSE_PARAGRAPHS)] for kind in self._letters}
        self._number = 40_000

    def template(self, at: int) -> Template:
        """The next template; `at` is how many there were before."""
        apologises = self._chance.random() < self._recipe.apologies
        title = "Something went wrong" if apologises else self._chance.choice(list(self._words["topics"]))
        body = self._body("apology" if apologises else "other", title)
        parts = [self._pick("greeting"), *body, self._pick("closing"), self._pick("signature")]
        text = "\n\n".join(parts) + "\n"
        is_markdown = self._chance.random() < 2 / 3
        if is_markdown:
            text = f"---\ntitle: {title} {at}\n---\n\n{text}"
        name = re.sub(r"\W+", "-", title.lower())
        path = f"shelf-{at // _FILES_IN_ONE_FOLDER:03}/{name}-{at:06}.{'md' if is_markdown else 'txt'}"
        return Template(path, text, apologises)

    def _body(self, kind: str, title: str) -> Iterator[str]:
        """Paragraphs of about as many words as a body has."""
        missing = self._chance.randint(*_WORDS_OF_A_BODY) - _WORDS_AROUND_THE_BODY // 2
        is_first = True
        while missing > 0:
            paragraph = self._first(kind, title) if is_first else self._next(kind)
            if self._recipe.fresh:
                paragraph = f"{paragraph} {self._particular('paragraph')}"
            missing -= len(paragraph.split())
            is_first = False
            yield paragraph

    def _first(self, kind: str, title: str) -> str:
        """The paragraph that says what the template is for: sorry, or something about its topic."""
        if kind == "apology":
            return " ".join([self._chance.choice(self._sorry), *self._run(kind)])
        topic = self._words["topics"][title]
        wanted = self._chance.randint(2, 5)
        return " ".join(topic[at] for at in sorted(self._chance.sample(range(len(topic)), wanted)))

    def _next(self, kind: str) -> str:
        if not self._recipe.fresh and self._chance.random() < self._recipe.repeats:
            return self._chance.choice(self._house[kind])
        return self._mixed(kind)

    def _mixed(self, kind: str) -> str:
        return " ".join([*self._run(kind), *self._run(kind)])

    def _run(self, kind: str) -> Run:
        """One or two sentences that stand together in a letter."""
        is_plain = kind == "other" and self._chance.random() < _PLAIN
        run = self._chance.choice(self._topics if is_plain else self._letters[kind])
        start = self._chance.randrange(len(run))
        return run[start : start + self._chance.randint(1, 2)]

    def _pick(self, part: str) -> str:
        if self._recipe.fresh:
            return self._particular(part)
        chosen: str = self._chance.choice(self._words[f"{part}s"])
        return chosen

    def _particular(self, part: str) -> str:
        self._number += 1
        pattern: str = self._words["particulars"][part]
        return pattern.format(
            name=self._chance.choice(self._words["names"]),
            surname=self._chance.choice(self._words["surnames"]),
            number=self._number,
        )


@cache
def _words() -> Any:
    return yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))


@cache
def _letters() -> dict[str, list[Run]]:
    """The paragraphs of the letters that are an apology, and of those that are another message, as sentences."""
    runs: dict[str, list[Run]] = {"apology": [], "other": []}
    for file in LETTERS:
        for line in file.read_text(encoding="utf-8").splitlines():
            letter = json.loads(line)
            if letter["kind"] in runs:
                runs[letter["kind"]] += filter(None, map(_sentences, letter["text"].splitlines()))
    return runs


def _sentences(line: str) -> Run:
    """The whole sentences in a line of a letter: none in greetings, names and points of a list."""
    if line.lstrip().startswith(("-", "*", "•", ">", "#", "Subject:")):
        return ()
    sentences = _SENTENCE_END.split(line.strip())
    return tuple(
        sentence
        for sentence in sentences
        if sentence.endswith((".", "!", "?")) and len(sentence.split()) >= _FEWEST_WORDS
    )


def main() -> None:
    """Write a library and say what is in it."""
    parser = argparse.ArgumentParser(description="A folder of reply templates, the same ones each time.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--number", type=int, default=1000)
    add_recipe(parser)
    given = parser.parse_args()
    paths = write(given.folder, given.number, recipe(given))
    words = sum(len((given.folder / path).read_text(encoding="utf-8").split()) for path in paths)
    print(f"{len(paths)} templates in {given.folder}: {words} words, {words / len(paths):.0f} each")


def add_recipe(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what the templates shall be like."""
    normal = Recipe()
    parser.add_argument("--apologies", type=float, default=normal.apologies, metavar="SHARE")
    parser.add_argument("--repeats", type=float, default=normal.repeats, metavar="SHARE")
    parser.add_argument("--fresh", action="store_true", help="no two paragraphs alike: the worst case for a cache")
    parser.add_argument("--seed", type=int, default=normal.seed)


def recipe(given: argparse.Namespace) -> Recipe:
    """What these options ask for."""
    return Recipe(given.apologies, given.repeats, given.fresh, given.seed)


if __name__ == "__main__":
    main()
