"""Whether time grows with the size of a draft, or with its square: the whole program on texts of nothing but one thing.

    python benchmarks/huge_drafts.py [WORD]...

Checks each sort of draft (of which the name has one of the words in it) at one size and at four times that, in this
process, with the parser and all writers of text. Prints the processor time of both and their ratio, and exits with 1
where that is over the limit: 4 is linear, 16 square.
"""

from __future__ import annotations

import io
import json
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from apologint.config import Config
from apologint.linter import Linter
from apologint.output import WRITERS, OutputContext, write_reports
from apologint.sources import ReadOptions, read_drafts

LIMIT = 6.0
_FIRST, _LAST = 4_000, 64_000
_LONG_ENOUGH = 0.3
_TIMES = 4
_SENTENCES = "We are sorry that your order was late. It was our fault, and we have sent it again today. "
_FORMATS = ("text", "concise", "json", "sarif")

Make = Callable[[int], str]


def _of(piece: str, before: str = "", behind: str = "") -> Make:
    return lambda length: before + piece * (length // len(piece)) + behind


def _json(length: int) -> str:
    return json.dumps([{"title": "Late", "body": _SENTENCES * (length // len(_SENTENCES))}])


def _items(row: str, head: str = "") -> Make:
    return lambda length: head + "".join(row.format(number, _SENTENCES) for number in range(length // len(_SENTENCES)))


def _in_message(piece: str) -> Make:
    return _of(piece, f"{_SENTENCES}\n\n", f"\n\n{_SENTENCES}")


DRAFTS: Mapping[str, tuple[str, Make]] = {
    **{f"prose in {suffix}": (suffix, _of(f"{_SENTENCES}\n\n")) for suffix in (".txt", ".md", ".html")},
    "one line": (".txt", _of(_SENTENCES)),
    "one sentence": (".txt", _of("and we are sorry ")),
    "one word": (".txt", _of("a")),
    "mail": (".eml", _of(f"{_SENTENCES}\n\n", "From: a@example.com\nContent-Type: text/plain\n\n")),
    "one draft in JSON": (".json", _json),
    "one draft in YAML": (".yaml", _of(f"    {_SENTENCES}\n", "- title: Late\n  body: |\n")),
    "drafts in CSV": (".csv", _items('Late {},"{}"\n', "title,body\n")),
    "drafts in YAML": (".yaml", _items('- title: Late {}\n  body: "{}"\n')),
    "drafts in PO": (".po", _items('msgid "late {}"\nmsgstr "{}"\n\n')),
    "drafts in Markdown": (".md", _items("# Late {}\n\nDear Ann,\n\n{}\n\n")),
    "suppressed drafts in CSV": (".csv", _items('Late {},"{}",excuse\n', "title,body,apologint\n")),
    "suppressed drafts in YAML": (".yaml", _items('# apologint: ignore\n- title: Late {}\n  body: "{}"\n')),
    "suppressed sentences": (".md", _of(f"<!-- apologint: ignore excuse -->\n{_SENTENCES}\n\n")),
    "findings": (".txt", _of("I am sorry you feel that way. ")),
    "findings on lines": (".txt", _of("You should have read our terms.\n")),
    **{
        f"{name} in {suffix}": (suffix, _in_message(piece))
        for suffix in (".md", ".html")
        for name, piece in {
            "placeholders": "{{name}} ",
            "tags": "<b>",
            "quotes": "> a\n\n",
            "quote marks": ">",
            "backticks": "`",
            "brackets": "[",
            "round brackets": "(",
            "quotation marks": '"',
            "gaps": "[Name] ",
            "empty lines": "\n",
            "full stops": ". ",
            "numbers": "7 ",
            "emoji": "\U0001f600",
        }.items()
    },
}


def main(words: list[str]) -> int:
    """Print the table; 1 if a ratio is over the limit."""
    linter = Linter(replace(Config(), max_bytes=1_000_000_000))
    _check(linter, ".txt", _SENTENCES)
    too_much = 0
    print(f"{'':28}{'length':>9}{'time':>9}{'times 4':>9}{'ratio':>7}")
    for name, (suffix, make) in DRAFTS.items():
        if words and not any(word in name for word in words):
            continue
        length = _FIRST
        while (once := _check(linter, suffix, make(length))) < _LONG_ENOUGH and length < _LAST:
            length *= 2
        more = _check(linter, suffix, make(_TIMES * length))
        ratio = more / once
        too_much += ratio > LIMIT
        print(f"{name:28}{length:>9}{once:>8.2f}s{more:>8.2f}s{ratio:>7.1f}{' !' if ratio > LIMIT else ''}", flush=True)
    print(f"{too_much} over {LIMIT:g}")
    return int(too_much > 0)


def _check(linter: Linter, suffix: str, text: str) -> float:
    """The processor seconds from the file to the reports on it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"replies{suffix}")
        file.write_text(text, encoding="utf-8")
        writers = [WRITERS[name](_context(linter)) for name in _FORMATS]
        options = ReadOptions(linter.config.encoding, linter.config.max_bytes)
        began = time.process_time()
        write_reports(linter.check(read_drafts([file], options, lambda error: None)), [], writers)
        return time.process_time() - began


def _context(linter: Linter) -> OutputContext:
    config = linter.config
    return OutputContext(
        stream=io.StringIO(),
        color=None,
        width=None,
        quiet=False,
        model="",
        min_score=config.min_score,
        fail_on=config.fail_on,
        rules=linter.rules,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
