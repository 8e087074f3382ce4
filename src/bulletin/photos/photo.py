"""A picture that was checked, or what is wrong with its file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A picture file that was found whole; not yet prepared for print."""

    path: Path
    width_px: int
    """Width when the picture stands upright."""
    height_px: int
    """Height when the picture stands upright."""
    digest: str
    """SHA-256 of the file's bytes, in hexadecimal digits."""
    size: int = field(default=0, compare=False)
    """Bytes of the file."""
    changed_ns: int = field(default=0, compare=False)
    """When the file was last changed, as it was before it was read; in nanoseconds since 1970."""

    @property
    def ratio(self) -> float:
        """Width divided by height."""
        return self.width_px / self.height_px


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one picture file; its place in the record is known to the caller."""

    file: str
    """The file as it was written in the record."""
    message: str
    """What is wrong: one sentence without a full stop, naming the file."""
    hint: str
    """What to type or do instead."""
    id: str
    """Stable name of this sort of fault, such as `photo-missing`."""


def dpi_at(photo: Photo, width_mm: float) -> float:
    """The pixels per inch that a photo has when it is printed uncropped at a width in millimetres."""
    return photo.width_px * MM_PER_INCH / width_mm
