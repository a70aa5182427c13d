"""The garbage collector, kept out of the way."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection(*, lasting: bool = False) -> Iterator[None]:
    """Hold the collector back while much is made: it would go over all of it, and find nothing to free.

    By its threshold and not by `gc.disable`, which does not last: srsly, by which spaCy reads its files, ends each
    reading with `gc.enable`, whatever it was before.

    Args:
        lasting: what is made lasts as long as the program: never go over it, nor over anything that is there by then.
    """
    before = gc.get_threshold()
    gc.set_threshold(0)
    try:
        yield
        if lasting:
            gc.freeze()
    finally:
        gc.set_threshold(*before)
