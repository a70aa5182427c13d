"""Numbers with their nouns."""


def counted(number: int, noun: str) -> str:
    """The two together, the noun as the number asks for it: "1 error", "2 errors"."""
    return f"{number} {noun}" + ("" if number == 1 else "s")
