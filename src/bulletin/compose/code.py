"""A web address as a code for cameras (QR, ISO/IEC 18004). The only place where segno is used."""

from __future__ import annotations

from dataclasses import dataclass

QUIET = 4
"""Modules of white around the code (ISO/IEC 18004, 5.3.8)."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code, module by module, its white rim included."""

    address: str
    rows: tuple[str, ...]
    """A line of `0` and `1` for each row of modules; `1` is dark."""
    size_mm: float
    """Of each side, the rim included."""

    @property
    def modules(self) -> int:
        """How many there are on each side."""
        return len(self.rows)

    @property
    def path(self) -> str:
        """All dark modules as the path of an SVG, one stroke for each run, measured in modules."""
        return "".join(
            f"M{start} {place}h{end - start}v1H{start}z"
            for place, row in enumerate(self.rows)
            for start, end in _runs(row)
        )


def code(address: str, size_mm: float) -> Code:
    """The code of a web address; it can still be read when 15 % of it are covered (level M)."""
    import segno

    made = segno.make(address, error="m", micro=False, boost_error=False)
    rows = ("".join("1" if dark else "0" for dark in row) for row in made.matrix_iter(border=QUIET))
    return Code(address, tuple(rows), size_mm)


def _runs(row: str) -> list[tuple[int, int]]:
    """Where runs of dark modules begin and end."""
    edges = [place for place in range(len(row)) if row[place] != (row[place - 1] if place else "0")]
    return list(zip(edges[::2], edges[1::2], strict=True))
