"""The bytes of a PDF file. Written here because pydyf writes each object up to three times and minds no last byte."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from typing import Any, Final

from bulletin.render.library import pydyf

_HEADER: Final = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
_PACK: Final = 1000
"""Objects in one object stream: readers unpack a stream as a whole to get at one of them."""

_START, _END = b"\nstream\n", b"\nendstream"


def serialise(pdf: Any, dropped: frozenset[int] = frozenset()) -> bytes:
    """Write a PDF with object streams and a cross-reference stream, and an identifier made of its content.

    Args:
        pdf: A `pydyf.PDF`; what is not a page yet is added to its objects.
        dropped: Numbers of objects that nothing refers to any more.
    """
    pdf.add_object(pdf.info)
    body = bytearray(_HEADER)
    # Kind, then place and generation, or object stream and index: ISO 32000-1, table 18.
    rows: dict[int, tuple[int, int, int]] = {}
    packed: list[tuple[int, bytes]] = []
    for thing in pdf.objects[1:]:
        if thing.number in dropped:
            continue
        if isinstance(thing, pydyf.Stream):
            rows[thing.number] = (1, len(body), 0)
            body += _indirect(thing.number, thing)
        else:
            packed.append((thing.number, thing.data))

    number = len(pdf.objects)
    for start in range(0, len(packed), _PACK):
        batch = packed[start : start + _PACK]
        rows |= {member: (2, number, index) for index, (member, _) in enumerate(batch)}
        rows[number] = (1, len(body), 0)
        body += _indirect(number, _object_stream(batch))
        number += 1
    rows[number] = (1, len(body), 0)
    free = sorted({0, *dropped})
    rows |= {this: (0, following, 65535) for this, following in pairwise((*free, 0))}

    start_of_table = len(body)
    # Both halves are the same: the second would change with a later change of the file, and there is none.
    identifier = pydyf.Array([b"<%b>" % hashlib.sha256(body).hexdigest()[:32].encode()] * 2)
    body += _indirect(number, _table(rows, Root=pdf.catalog.reference, Info=pdf.info.reference, ID=identifier))
    body += b"startxref\n%d\n%%%%EOF\n" % start_of_table
    return bytes(body)


def _object_stream(batch: list[tuple[int, bytes]]) -> Any:
    places, place = [], 0
    for number, data in batch:
        places.append(b"%d %d" % (number, place))
        place += len(data) + 1
    head = b" ".join(places)
    extra = {"Type": "/ObjStm", "N": len(batch), "First": len(head) + 1}
    return pydyf.Stream([head, *(data for _, data in batch)], extra, compress=True)


def _table(rows: dict[int, tuple[int, int, int]], **extra: Any) -> Any:
    width = (max(place for _, place, _ in rows.values()).bit_length() + 7) // 8
    data = b"".join(
        kind.to_bytes(1, "big") + place.to_bytes(width, "big") + index.to_bytes(2, "big")
        for _, (kind, place, index) in sorted(rows.items())
    )
    extra |= {"Type": "/XRef", "Size": len(rows), "W": pydyf.Array((1, width, 2))}
    return pydyf.Stream([data], extra, compress=True)


def _indirect(number: int, stream: Any) -> bytes:
    data: bytes = stream.data
    if data.endswith(b"\r\nendstream"):
        # That return would be taken for half of the line end and the length be found wrong (ISO 19005-3, 6.1.7.1).
        # Bytes after the end of compressed data are skipped by every reader.
        raw = data[data.index(_START) + len(_START) : -len(_END)] + b"\0"
        extra = pydyf.Dictionary(stream.extra) | {"Length": len(raw)}
        if stream.compress:
            extra["Filter"] = "/FlateDecode"
        data = pydyf.Dictionary(extra).data + _START + raw + _END
    return b"%d 0 obj\n%b\nendobj\n" % (number, data)
