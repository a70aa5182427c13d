"""Which versions of apologint a configuration was written for."""

from __future__ import annotations

from apologint import __version__


def versions(text: str) -> str:
    """`text`, if it says versions as PEP 440 does and this one is among them; a bare one stands for `==`.

    Raises:
        ValueError: it says none.
        LookupError: this version is not among them.
    """
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # noqa: PLC0415 - few configurations need it

    said = f"=={text}" if text[:1].isdigit() else text
    try:
        wanted = SpecifierSet(said)
    except InvalidSpecifier as error:
        raise ValueError(f"'{text}' says no versions: write some such as '>=0.1,<0.2'") from error
    if not wanted.contains(__version__, prereleases=True):
        raise LookupError(f"apologint {__version__} is installed and '{text}' required: install one that fits")
    return text
