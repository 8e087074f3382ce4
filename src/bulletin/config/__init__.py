"""Settings of an office, from `bulletin.toml` in the record's folder or above."""

from bulletin.config.keys import KEYS
from bulletin.config.layouts import layout_named, layouts_known
from bulletin.config.read import FILE_NAME, find, language_for, read_settings, settings_for
from bulletin.config.settings import Settings

__all__ = [
    "FILE_NAME",
    "KEYS",
    "Settings",
    "find",
    "language_for",
    "layout_named",
    "layouts_known",
    "read_settings",
    "settings_for",
]
