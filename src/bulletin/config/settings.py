"""What an office sets once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an office prints the same way each time. Documented in `docs/settings.md`."""

    path: Path | None = None
    """The file these come from; None when there is none."""
    organisation: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """`parent`, `name`, `code`, for records that do not say."""
    masthead: str = "TIN HỘI NGHỊ"
    layout: str = "news"
    editions: tuple[str, ...] = ("standard",)
    language: str = ""
    """`vi` or `en`: what the program speaks; empty when not set."""
    byline: str = ""
    silence: tuple[str, ...] = ()
    """Ids of warnings not wanted."""
    seconds: int = 300
    """The longest that making one bulletin may take."""
    memory_mib: int = 4096
    """The most memory that making one bulletin may take."""

    @property
    def defaults(self) -> dict[str, Any]:
        """What a record takes from here when it does not say, under the record's own keys."""
        return {"organisation": dict(self.organisation)} if self.organisation else {}
