"""Rule folders -> RuleSet: reads the YAML, refuses what is not allowed, and says where. Needs no spaCy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from apologint.engine.lexicon_reader import read_lexicon
from apologint.engine.rule_reader import read_rules
from apologint.engine.rules import RuleError, RuleSet
from apologint.yaml_lines.read import YamlError, read_yaml
from apologint.yaml_lines.values import LineDict

_EXPECTED = "a mapping with 'rules:' or word lists at the top"


def load_rules(
    folders: Sequence[Path],
    extra_words: Mapping[str, Sequence[str]] | None = None,
    extra_people: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
) -> RuleSet:
    """All rules and word lists of some folders; a later folder may add to word lists, never repeat a rule.

    Args:
        folders: searched for *.yaml and *.yml, also in subfolders; a list stands once in each.
        extra_words: word list name -> words to add, from the user's configuration.
        extra_people: person -> field -> words to add, from there too.

    Raises:
        RuleError: a folder without rule files, or a file that does not hold.
        UnknownWordListError: `extra_words` names a list that no file has.
    """
    files = [[(path, _content(path)) for path in _rule_files(folder)] for folder in folders]
    lexicon = read_lexicon(files, extra_words or {}, extra_people or {})
    return RuleSet(read_rules(chain.from_iterable(files), lexicon), lambda: lexicon)


def _content(path: Path) -> LineDict:
    try:
        return read_yaml(path, _EXPECTED)
    except YamlError as error:
        raise RuleError(path, error.line, error.message) from error


def _rule_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise RuleError(folder, 1, "is no folder: rules stand in a folder of .yaml files")
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml") and path.is_file())
    if not files:
        raise RuleError(folder, 1, "holds no .yaml file: rules stand in a folder of these")
    return files
