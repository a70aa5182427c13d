"""`apologint`, also as `python -m apologint`."""

import gc
import sys

from apologint.cli import main


def run() -> int:
    """The program in a process of its own, which ends with it; returns the exit status."""
    try:
        return main()
    finally:
        gc.freeze()  # at the end of Python the collector would go over all of spaCy, for a tenth of its start


if __name__ == "__main__":
    sys.exit(run())
