"""The numbers and words of each official form, each with its source: sizes, numbering, codes, headers.

Which form holds is told by whose paper it is (Party or State) and by its date of issue.
"""

from bulletin.rules.bodies import Body, Kind, body_of
from bulletin.rules.forms import FORMS, Form, Style, form_of, forms_of, known_since
from bulletin.rules.numbers import Number, read_number
from bulletin.rules.types import PaperType, known_types, type_named

__all__ = [
    "FORMS",
    "Body",
    "Form",
    "Kind",
    "Number",
    "PaperType",
    "Style",
    "body_of",
    "form_of",
    "forms_of",
    "known_since",
    "known_types",
    "read_number",
    "type_named",
]
