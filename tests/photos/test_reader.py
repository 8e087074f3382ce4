import io
import os
import sys
import warnings

import pytest

from bulletin.photos.reader import open_picture, orientation, quiet

from .pictures import encoded, held, scene


@pytest.mark.parametrize("turn", range(1, 9))
def test_the_orientation_is_read(turn: int) -> None:
    picture, exif = held(scene(), turn)
    assert orientation(open_picture("JPEG", encoded(picture, "JPEG", exif=exif))) == turn


@pytest.mark.parametrize(
    "exif", [b"Exif\0\0", b"Exif\0\0II*\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0" + b"\xff" * 40]
)
def test_damaged_exif_data_is_upright(exif: bytes) -> None:
    with quiet("JPEG"):
        assert orientation(open_picture("JPEG", encoded(scene(), "JPEG", exif=exif))) == 1


@pytest.mark.parametrize("number", [0, 9, 200])
def test_an_orientation_that_does_not_exist_is_upright(number: int) -> None:
    _, exif = held(scene(), number)
    assert orientation(open_picture("JPEG", encoded(scene(), "JPEG", exif=exif))) == 1


def test_a_series_in_a_jpeg_is_its_first_picture() -> None:
    stream = io.BytesIO()
    scene().save(stream, "MPO", save_all=True, append_images=[scene(64, 64)])
    picture = open_picture("JPEG", stream.getvalue())
    assert (picture.size, getattr(picture, "n_frames", 1)) == ((320, 240), 1)


def test_warnings_do_not_leak_and_come_back_afterwards() -> None:
    with quiet("PNG"):
        warnings.warn("not to be seen", stacklevel=1)
    with pytest.warns(UserWarning, match="to be seen"):
        warnings.warn("to be seen", stacklevel=1)


def test_what_libtiff_writes_itself_is_not_seen(capfd: pytest.CaptureFixture[str]) -> None:
    with quiet("TIFF"):
        os.write(2, b"LZWDecode: Not enough data\n")
    os.write(2, b"later\n")
    assert capfd.readouterr().err == "later\n"


def test_a_program_without_a_console_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_: int) -> int:
        raise OSError

    monkeypatch.setattr(os, "dup", closed)
    with quiet("TIFF"):
        done = True
    assert done
    assert sys.stderr is not None
