"""The settings as a page of Markdown, which is docs/settings.md."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from apologint.config import Config
from apologint.config.settings import SETTINGS, Setting
from apologint.config.values import Record, Records, Value


def settings_page() -> Iterator[str]:
    """The lines of the page."""
    default = Config()
    yield "# Settings"
    yield ""
    yield "Written from the table of settings by `apologint schema config --format markdown`."
    yield "[configuration.md](configuration.md) says where the file stands and what it is good for. Paths and patterns"
    yield "are taken from the file on; a list of texts may be one text with commas; `_` may stand for `-`."
    yield ""
    yield "| setting | takes | default | |"
    yield "|---|---|---|---|"
    for key, setting in SETTINGS.items():
        name = f"[`{key}`](#{key})" if _keys(setting.value) else f"`{key}`"
        yield f"| {name} | {setting.value.expected} | {_default(setting, default)} | {setting.says} |"
    for key, setting in SETTINGS.items():
        keys = _keys(setting.value)
        if keys:
            yield from ("", f"## {key}", "", f"| key of `{key}` | takes | |", "|---|---|---|")
            yield from (_row(name, value, setting.value) for name, value in keys.items())


def _row(name: str, value: Value, above: Value) -> str:
    record = above.record if isinstance(above, Records) else above
    needed = "needed" if isinstance(record, Record) and name in record.needed else ""
    return f"| `{name}` | {value.expected} | {needed} |"


def _default(setting: Setting, default: Config) -> str:
    usual = setting.value.written(getattr(default, setting.attribute))
    if usual in (None, [], {}):
        return ""
    if isinstance(usual, list) and isinstance(usual[0], dict):
        return f"{len(usual)} of them: `apologint config`"
    if isinstance(usual, dict):
        return ", ".join(f"`{key} = {json.dumps(item)}`" for key, item in usual.items())
    return f"`{json.dumps(usual)}`"


def _keys(value: Value) -> Mapping[str, Value]:
    """The keys of a table with fixed keys, or of each table in a list."""
    record = value.record if isinstance(value, Records) else value
    return record.keys if isinstance(record, Record) else {}
