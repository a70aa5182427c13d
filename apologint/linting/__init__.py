"""What happens between a draft and its report; `linter.py` above it ties it together.

analyst -> (kept, gatekeeper, workers) -> Analysis -> file_linter -> Report -> gates
"""
