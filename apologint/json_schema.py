"""What the JSON schemas of settings and of rule files have in common."""

from __future__ import annotations

from typing import Any

JsonSchema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
