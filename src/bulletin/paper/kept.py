"""What of a record an official paper prints, and what belongs to the news alone; told in `docs/official.md`."""

from __future__ import annotations

from typing import Final

KEPT: Final = frozenset(
    (
        "organisation", "date", "end_date", "time", "end_time", "session", "place", "mode", "platform", "sites", "host",
        "term", "period", "chairs", "guests", "secretaries", "participants", "attendance", "agenda", "lead", "sections",
        "indicators", "votes", "elections", "ratings", "awards", "decisions", "documents", "admitted", "resolution",
        "tasks", "document", "scope",
    )
)  # fmt: skip
"""Keys of a record that the paper prints."""
LEFT_OUT: Final = frozenset(
    (
        "title", "subtitle", "kind", "event", "ordinal", "highlights", "photos", "byline", "abbreviations", "sort",
        "silence", "status", "approved_by", "approved_on", "secrecy", "url", "licence",
    )
)  # fmt: skip
"""Keys that it does not: the headline gives way to the type and the trích yếu, an official paper carries no photos,
and who wrote or approved the news is not who signs. Abbreviations are spelt out in the text; `sort` and `status` do
what they do everywhere."""
