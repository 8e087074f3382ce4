"""Settings of an office, from `bulletin.toml` in the record's folder or above."""

from bulletin.config.guests import name_fault
from bulletin.config.keys import KEYS
from bulletin.config.layouts import layout_copy, layout_named, layouts_known
from bulletin.config.places import FILE_NAME, OWN_FOLDER, find, guest_folder, guest_folders, office_folder
from bulletin.config.read import Offices, language_for, read_settings, settings_for
from bulletin.config.settings import Settings

__all__ = [
    "FILE_NAME",
    "KEYS",
    "OWN_FOLDER",
    "Offices",
    "Settings",
    "find",
    "guest_folder",
    "guest_folders",
    "language_for",
    "layout_copy",
    "layout_named",
    "layouts_known",
    "name_fault",
    "office_folder",
    "read_settings",
    "settings_for",
]
