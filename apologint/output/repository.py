"""What a file is called in the repository that a build server has checked out."""

from __future__ import annotations

import os
from functools import lru_cache
from urllib.parse import quote

_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def repository_path(path: str) -> str:
    """`path` from the root of the repository on, with `/` and with links followed.

    The root is what GitHub or GitLab say it is, or else the working directory. A path that leads out of it becomes an
    absolute one.
    """
    folder = os.getcwd()  # noqa: PTH109 - a Path for every finding is slow
    return _resolved(path, next(filter(None, map(os.environ.get, _ROOTS)), ""), folder)


def repository_uri(path: str) -> str:
    """The same as a URI reference, percent-encoded: relative, or with `file:` where the path leads out."""
    known = repository_path(path)
    encoded = quote(known.encode("utf-8", "surrogateescape" if _from_file_system(known) else "replace"), safe="/")
    is_outside = os.path.isabs(known)  # noqa: PTH117 - as above
    return f"file:///{encoded.lstrip('/')}" if is_outside else encoded


@lru_cache(maxsize=1024)
def _resolved(path: str, root: str, folder: str) -> str:
    whole = _real(os.path.join(folder, path))  # noqa: PTH118 - Path drops what it cannot resolve
    for base in filter(None, (root, folder)):
        real = _real_folder(os.path.join(folder, base))  # noqa: PTH118
        if whole.startswith(real.rstrip(os.sep) + os.sep):
            return whole[len(real.rstrip(os.sep)) + 1 :].replace(os.sep, "/")
    return whole.replace(os.sep, "/")


@lru_cache(maxsize=8)
def _real_folder(folder: str) -> str:
    return _real(folder)


def _real(path: str) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return os.path.abspath(path)  # noqa: PTH100 - no file can have this name


def _from_file_system(path: str) -> bool:
    try:
        path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return True
