"""From a record of a conference to a bulletin: PDF for the notice board, the file and the mail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bulletin.batch import build_many
    from bulletin.edition import Edition
    from bulletin.errors import BulletinError
    from bulletin.model import Record
    from bulletin.pipeline import Bulletin, build, read_record

__all__ = ["Bulletin", "BulletinError", "Edition", "Record", "build", "build_many", "read_record"]

__version__ = "0.1.0"

_HOME = {
    "Bulletin": "bulletin.pipeline",
    "BulletinError": "bulletin.errors",
    "Edition": "bulletin.edition",
    "Record": "bulletin.model",
    "build": "bulletin.pipeline",
    "build_many": "bulletin.batch",
    "read_record": "bulletin.pipeline",
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in _HOME:
        raise AttributeError(name)
    return getattr(import_module(_HOME[name]), name)
