"""The command line."""

from apologint.cli.app import main

__all__ = ["main"]
