"""Measure the corpus and keep its figures as those that may not fall:

python -m tests.corpus.store
"""

from tests.corpus.measured import now, store, stored


def main() -> None:
    """Measure, print what changed, and store."""
    before = stored()
    figures = now()
    for name, values in figures.items():
        for what, value in values.items():
            was = before.get(name, {}).get(what)
            print(f"{name}  {what:20} {value:.4f}" + ("" if was in (None, value) else f"  (was {was:.4f})"))
    store(figures)


if __name__ == "__main__":
    main()
