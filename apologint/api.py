"""The short way in from Python."""

from __future__ import annotations

from functools import lru_cache

from apologint.config import Config
from apologint.linter import Linter
from apologint.model import Fault, Kind, Mode, Report
from apologint.sources import ReadOptions, read_text


def lint(
    text: str,
    *,
    config: Config | None = None,
    kind: Kind | None = None,
    fault: Fault | None = None,
    mode: Mode | None = None,
    path: str = "<text>",
) -> Report:
    """Lint one message, which may carry front matter.

    The rules and the parser are kept from call to call with the same `config`.

    Args:
        text: the message, plain text or Markdown.
        config: all settings; without it the defaults. No configuration file is looked for: see `load_config`.
        kind: what the message is; without it its front matter, the configuration or the text itself decides.
        fault: whose fault it was; without it its front matter or the configuration decides.
        mode: a draft, where a blank left to fill is an error, or a template; without it the configuration decides,
            else it is a draft.
        path: the name of the message in the report and in errors.

    Raises:
        SourceError: the text is blank or its front matter is broken.
        ConfigError: the configuration names a rule or word list that is not there.
        RuleError: a rule file cannot be used.
        ModelError: the spaCy pipeline is missing or does not fit.
    """
    linter = _linter(_Key(config or _DEFAULT))
    options = ReadOptions(
        encoding=linter.config.encoding,
        max_bytes=linter.config.max_bytes,
        mode=mode or linter.config.mode,
        kind=kind,
        fault=fault,
    )
    return next(linter.check([read_text(text, options, path)]))


class _Key:
    """A configuration, equal only to itself: it holds mappings and cannot be hashed."""

    def __init__(self, config: Config) -> None:
        self.config = config

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.config is other.config

    def __hash__(self) -> int:
        return id(self.config)


_DEFAULT = Config()


@lru_cache(maxsize=4)
def _linter(key: _Key) -> Linter:
    return Linter(key.config)
