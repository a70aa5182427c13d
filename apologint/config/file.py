"""Finding the configuration file and reading it; what its keys mean is said in `settings`.

What reads one is loaded with the first: many runs have none.
"""

from __future__ import annotations

from pathlib import Path

from apologint.config.config import Config
from apologint.config.place import ConfigError, Place, Raw

PYPROJECT = "pyproject.toml"
OWN_NAMES = ("apologint.toml", ".apologint.yaml", ".apologint.yml")
_MISNAMED = {
    ".apologint.toml": "apologint.toml",
    "apologint.yaml": ".apologint.yaml",
    "apologint.yml": ".apologint.yml",
}


def find_config(start: Path) -> Path | None:
    """The configuration for the folder `start`: the nearest in it or above it, None where there is none.

    A `pyproject.toml` counts if it has a table `[tool.apologint]`.

    Raises:
        ConfigError: one folder holds two configurations, or a `pyproject.toml` is not TOML.
    """
    for folder in (start, *start.parents):
        found = [folder / name for name in OWN_NAMES if (folder / name).is_file()]
        pyproject = folder / PYPROJECT
        if pyproject.is_file() and _is_ours(pyproject):
            found.append(pyproject)
        if len(found) > 1:
            names = " and ".join(path.name for path in found)
            raise ConfigError(f"two configurations in one folder, {names}: keep one", folder)
        if found:
            return found[0]
    return None


def find_misnamed(start: Path, found: Path | None) -> tuple[Path, str] | None:
    """A file with almost the name of a configuration, and that name, in a folder searched before `found` was met.

    In the folder of `found` it may be anything; elsewhere its settings are thought to hold, and do not.
    """
    for folder in (start, *start.parents):
        if found and folder == found.parent:
            return None
        for name, right in _MISNAMED.items():
            if (folder / name).is_file():
                return folder / name, right
    return None


def load_config(path: Path) -> Config:
    """The settings in a configuration file; what it does not set keeps its default.

    Raises:
        ConfigError: the file cannot be read, or a key or value in it is not known.
    """
    from apologint.config.settings import read_settings  # noqa: PLC0415

    raw = _raw(path)
    return read_settings(raw.values, Place(path, raw.lines))


def _raw(path: Path) -> Raw:
    if path.suffix == ".toml":
        from apologint.config.toml import own_table, read_toml  # noqa: PLC0415

        raw = read_toml(path)
        return own_table(raw, path) if path.name == PYPROJECT else raw
    from apologint.config.yaml import read_yaml  # noqa: PLC0415

    return read_yaml(path)


def _is_ours(pyproject: Path) -> bool:
    from apologint.config.toml import has_own_table, read_toml  # noqa: PLC0415

    return has_own_table(read_toml(pyproject))
