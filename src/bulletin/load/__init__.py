"""A YAML file as plain strings, each with the line and column where it stood, and every fault of it in words."""

from bulletin.load.build import Loc
from bulletin.load.caret import caret
from bulletin.load.read import load, load_text, mended
from bulletin.load.source import Mark, Source

__all__ = ["Loc", "Mark", "Source", "caret", "load", "load_text", "mended"]
