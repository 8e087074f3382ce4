"""Where an official form prescribes its components, told to the preflight."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bulletin.edition import MM_PER_PT, Edition

if TYPE_CHECKING:
    from bulletin.compose import Composed, Setting
    from bulletin.model import Loc, Record
    from bulletin.preflight import Edge, Spot
    from bulletin.render import Laid

BASE_EM = 0.3375
"""From the middle of a line down to its base line in Liberation Serif, whose letters rise 0.891 em and fall 0.216."""
HEADER_LEADING = 1.36
"""Line height of the header, as a multiple of its size."""


def base_mm(pt: float, line_pt: float) -> float:
    """From the top of a line to its base line, in mm.

    Args:
        pt: Size of its letters.
        line_pt: Height of the line.
    """
    return (line_pt / 2 + BASE_EM * pt) * MM_PER_PT


def spots_of(
    record: Record, edition: Edition, setting: Setting, composed: Composed, laid: Laid
) -> tuple[Spot, ...]:  # fmt: skip
    """The measured places of a paper in its form; none of a reading copy, which has the words alone, or of news.

    Args:
        record: What is printed.
        edition: In which variant.
        setting: The layout and the like.
        composed: The page description.
        laid: Its pages.
    """
    if setting.layout.content != "document" or edition.zoom != 100 or edition.large_print:
        return ()
    return tuple(_Spots(record, edition, setting, composed, laid).all())


class _Spots:
    def __init__(self, record: Record, edition: Edition, setting: Setting, composed: Composed, laid: Laid) -> None:
        from bulletin.paper import face_of

        self.record = record
        self.edition = edition
        self.two_sided = setting.two_sided
        self.composed = composed
        self.face = face_of(record)
        self.form = self.face.form
        self.pages = laid.pages
        self.signed_on = max((box.page for box in laid.geometry if box.id == "sign"), default=laid.pages)
        first = {box.id: box.page for box in reversed(laid.geometry)}
        self.annexed_on = [first[part] for part in composed.parts]

    def all(self) -> Iterator[Spot]:
        yield from self._header()
        yield from self._numbers_of_pages()
        yield from self._notes()
        yield from self._signatures()
        for place, (annex, page) in enumerate(zip(self.face.annexes, self.annexed_on, strict=True)):
            yield self._spot(annex.label, "annex", ("document", "annexes", place), page=page)

    def _header(self) -> Iterator[Spot]:
        face, top_mm = self.face, self.form.margins_mm[0]
        first = face.parent or face.organisation
        lines = {
            "parent": (face.parent, ("organisation", "parent")), "body": (face.organisation, ("organisation", "name")),
            "nation": (face.nation[0], ("document", "form")), "number": (face.number_line, ("document", "number")),
            "place": (face.place_date, ("document", "place")), "urgency": (face.urgency, ("document", "urgency")),
        }  # fmt: skip
        for component, (text, loc) in lines.items():
            on_top = component == "nation" or text == first
            pt = self.form.styles[component].pt
            edges = (("top", top_mm + base_mm(pt, pt * HEADER_LEADING)),) if on_top else ()
            if text:
                yield self._spot(text, component, loc, *edges)
        if face.type_name:
            yield self._spot(face.type_name, "type", ("document", "type"), ("middle", self._middle_mm(1)))
        summary = "letter" if face.type.letter else "summary"
        # Its first words: it may take several lines.
        yield self._spot(" ".join(face.summary.split()[:3]), summary, ("document", "summary"))

    def _numbers_of_pages(self) -> Iterator[Spot]:
        begins = {1, *self.annexed_on}
        count = 0
        for page in range(1, self.pages + 1):
            count = 1 if page in begins else count + 1
            if page not in begins:
                pt = self.form.styles["page"].pt
                top_mm = self.form.page_number_mm + base_mm(pt, pt)
                middle_mm = self._middle_mm(page)
                yield self._spot(str(count), "page", (), ("top", top_mm), ("middle", middle_mm), page=page)

    def _notes(self) -> Iterator[Spot]:
        pt = self.form.styles["note"].pt
        if self.face.note and not self.form.boxed_notes:
            top_mm = self.form.note_mm + base_mm(pt, pt)
            right_mm = self.edition.paper_mm[0] - self.form.margins_mm[1]
            yield self._spot(self.face.note, "note", ("scope",), ("top", top_mm), ("right", right_mm))
        elif self.face.note:
            yield self._spot(self.face.note, "note", ("scope",))
        if self.face.no_press:
            bottom_mm = self.form.note_mm + pt * MM_PER_PT - base_mm(pt, pt)
            middle_mm = self._middle_mm(self.pages)
            yield self._spot(
                self.face.no_press, "note", ("scope",), ("bottom", bottom_mm), ("middle", middle_mm), page=-1
            )

    def _signatures(self) -> Iterator[Spot]:
        for signed in self.face.signatures:
            loc: Loc = ("document", "signatures", signed.place)
            for component in ("authority", "position", "name"):
                if text := getattr(signed, component):
                    yield self._spot(text, component, loc, page=self.signed_on)
        if self.face.recipients:
            yield self._spot("Nơi nhận:", "recipients", ("document", "recipients"), page=self.signed_on)
            last = len(self.face.recipients) - 1
            loc = ("document", "recipients", last)
            yield self._spot(self.face.recipients[last], "recipient", loc, page=self.signed_on)

    def _middle_mm(self, page: int) -> float:
        """Middle of the text area."""
        _, right_mm, _, left_mm = self.form.margins_mm
        if self.two_sided and page % 2 == 0:
            left_mm, right_mm = right_mm, left_mm
        return (left_mm + self.edition.paper_mm[0] - right_mm) / 2

    def _spot(self, text: str, component: str, loc: Loc, *edges: tuple[Edge, float], page: int = 1) -> Spot:
        from bulletin.preflight import Spot

        style = self.form.styles[component]
        line, column = self.record.origin.place(loc) if loc else (0, 0)
        return Spot(
            text=text, page=page, edges=edges, pt=style.pt, font=style.font, line=line, column=column,
        )  # fmt: skip
