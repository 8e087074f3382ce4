"""The bytes of a PDF file. Written here because pydyf writes each object up to three times and minds no last byte."""

from __future__ import annotations

import hashlib
import io
from array import array
from itertools import pairwise
from typing import Any, BinaryIO, Final

from bulletin.render.library import pydyf

_HEADER: Final = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
_PACK: Final = 1000
"""Objects in one object stream: readers unpack a stream as a whole to get at one of them."""

_START, _END = b"\nstream\n", b"\nendstream"
_FREE, _PLAIN, _PACKED = 0, 1, 2
"""Kinds of rows in the table: ISO 32000-1, table 18."""


def serialise(pdf: Any, dropped: frozenset[int] = frozenset()) -> bytes:
    """Write a PDF with object streams and a cross-reference stream, and an identifier made of its content.

    Args:
        pdf: A `pydyf.PDF`; what is not a page yet is added to its objects.
        dropped: Numbers of objects that nothing refers to any more.
    """
    pdf.add_object(pdf.info)
    body = io.BytesIO()
    writer = Writer(body)
    for thing in pdf.objects[1:]:
        if thing.number not in dropped:
            writer.put(thing)
    writer.close(writer.pack(len(pdf.objects)), pdf.catalog.reference, pdf.info.reference)
    return body.getvalue()


class Writer:
    """Writes objects to a file one after the other, keeping of each no more than where it stands."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self._size = 0
        # One row for each number: kind, then place and generation, or object stream and index.
        self._kinds, self._places, self._indexes = bytearray(), array("Q"), array("H")
        self._waiting: list[tuple[int, bytes]] = []
        self._write(_HEADER)

    def put(self, thing: Any) -> None:
        """Write a stream; keep any other object, as bytes, until the next are packed."""
        if isinstance(thing, pydyf.Stream):
            self._stream(thing.number, thing)
        else:
            self._waiting.append((thing.number, thing.data))

    def pack(self, number: int) -> int:
        """Write what waits in object streams, numbered from `number` on; give the number behind the last of them."""
        for start in range(0, len(self._waiting), _PACK):
            batch = self._waiting[start : start + _PACK]
            for index, (member, _) in enumerate(batch):
                self._row(member, _PACKED, number, index)
            self._stream(number, _object_stream(batch))
            number += 1
        self._waiting.clear()
        return number

    def close(self, number: int, catalog: bytes, info: bytes) -> None:
        """Write the table.

        Args:
            number: Its own, behind all others.
            catalog: Reference of the catalogue.
            info: That of the information dictionary.
        """
        place = self._size
        self._row(number, _PLAIN, place, 0)
        free = [number for number, kind in enumerate(self._kinds) if kind == _FREE]
        for this, following in pairwise((*free, 0)):
            self._row(this, _FREE, following, 65535)
        width = (max(self._places).bit_length() + 7) // 8
        rows = zip(self._kinds, self._places, self._indexes, strict=True)
        data = b"".join(
            kind.to_bytes(1, "big") + place.to_bytes(width, "big") + index.to_bytes(2, "big")
            for kind, place, index in rows
        )
        # Both halves are the same: the second would change with a later change of the file, and there is none.
        identifier = pydyf.Array([b"<%b>" % self._digest.hexdigest()[:32].encode()] * 2)
        extra = {"Root": catalog, "Info": info, "ID": identifier, "Type": "/XRef", "Size": len(self._kinds)}
        table = pydyf.Stream([data], extra | {"W": pydyf.Array((1, width, 2))}, compress=True)
        self._write(_indirect(number, table))
        self._write(b"startxref\n%d\n%%%%EOF\n" % place)

    def _stream(self, number: int, stream: Any) -> None:
        self._row(number, _PLAIN, self._size, 0)
        self._write(_indirect(number, stream))

    def _row(self, number: int, *row: int) -> None:
        if (missing := number + 1 - len(self._kinds)) > 0:
            self._kinds.extend(bytes(missing))
            self._places.extend([0] * missing)
            self._indexes.extend([0] * missing)
        self._kinds[number], self._places[number], self._indexes[number] = row

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._digest.update(data)
        self._size += len(data)


def _object_stream(batch: list[tuple[int, bytes]]) -> Any:
    places, place = [], 0
    for number, data in batch:
        places.append(b"%d %d" % (number, place))
        place += len(data) + 1
    head = b" ".join(places)
    extra = {"Type": "/ObjStm", "N": len(batch), "First": len(head) + 1}
    return pydyf.Stream([head, *(data for _, data in batch)], extra, compress=True)


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
