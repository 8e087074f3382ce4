import os
import unicodedata
from pathlib import Path

import pytest

from bulletin.photos import Fault, find
from bulletin.photos.lookup import near_names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A record's folder with a few files that look like pictures by name."""
    home = tmp_path / "hoi-nghi"
    (home / "anh").mkdir(parents=True)
    for name in ("khai-mac.jpg", "anh/Toàn cảnh.JPG", "anh/biểu quyết.png", "anh/IMG_0012.jpg", "anh/IMG_0031.jpg"):
        (home / name).write_bytes(b"x")
    (tmp_path / "secret.jpg").write_bytes(b"x")
    return home


def fault_of(folder: Path, file: str) -> Fault:
    result = find(folder, file)
    assert isinstance(result, Fault), result
    assert result.file == file
    return result


@pytest.mark.parametrize(
    "file",
    [
        "anh/IMG_0012.jpg",
        "./anh/IMG_0012.jpg",
        "anh//IMG_0012.jpg",
        "anh\\IMG_0012.jpg",
        ".\\anh\\IMG_0012.jpg",
        "anh/../anh/IMG_0012.jpg",
        " anh/IMG_0012.jpg ",
    ],
)
def test_a_relative_path_is_found(folder: Path, file: str) -> None:
    assert find(folder, file) == (folder / "anh" / "IMG_0012.jpg").resolve()


@pytest.mark.parametrize(
    "file",
    [
        "/etc/passwd",
        "\\\\server\\share\\a.jpg",
        "C:\\Users\\Lan\\a.jpg",
        "c:a.jpg",
        "D:/a.jpg",
        "~/a.jpg",
        "~",
        "../secret.jpg",
        "anh/../../secret.jpg",
        "..\\secret.jpg",
        "..",
    ],
)
def test_paths_that_lead_out_of_the_folder_are_refused(folder: Path, file: str) -> None:
    assert fault_of(folder, file).id == "photo-path"


@pytest.mark.parametrize(
    "file",
    [
        "https://example.vn/a.jpg",
        "HTTP://example.vn/a.jpg",
        "file:///etc/passwd",
        "file:a.jpg",
        "data:image/png;base64,AAAA",
        "ftp://example.vn/a.jpg",
        "http:\\\\example.vn\\a.jpg",
    ],
)
def test_addresses_are_not_files(folder: Path, file: str) -> None:
    fault = fault_of(folder, file)
    assert (fault.id, file in fault.message) == ("photo-path", True)


def test_the_cure_for_a_path_on_the_own_computer_is_the_bare_name(folder: Path) -> None:
    assert fault_of(folder, "C:\\Users\\Lan\\Pictures\\be-mac.jpg").hint.endswith(": be-mac.jpg")


def test_the_folder_may_itself_be_a_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder, target_is_directory=True)
    assert find(tmp_path / "link", "khai-mac.jpg") == (folder / "khai-mac.jpg").resolve()


def test_a_link_that_stays_inside_is_followed(folder: Path) -> None:
    (folder / "link.jpg").symlink_to(folder / "khai-mac.jpg")
    assert find(folder, "link.jpg") == (folder / "khai-mac.jpg").resolve()


@pytest.mark.parametrize("target", ["../secret.jpg", "/etc/passwd", "/dev/zero", "../absent.jpg"])
def test_a_link_that_leads_out_is_refused(folder: Path, target: str) -> None:
    (folder / "link.jpg").symlink_to(target)
    assert fault_of(folder, "link.jpg").id == "photo-path"


def test_a_folder_linked_from_outside_is_refused(folder: Path, tmp_path: Path) -> None:
    (folder / "out").symlink_to(tmp_path, target_is_directory=True)
    assert fault_of(folder, "out/secret.jpg").id == "photo-path"


def test_links_in_a_circle_are_a_missing_file(folder: Path) -> None:
    (folder / "a.jpg").symlink_to("b.jpg")
    (folder / "b.jpg").symlink_to("a.jpg")
    assert fault_of(folder, "a.jpg").id == "photo-missing"


def test_a_folder_is_not_a_picture(folder: Path) -> None:
    for file in ("anh", "anh/", ".", "anh/.."):
        assert fault_of(folder, file).id == "photo-not-a-file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_refused_without_waiting_for_it(folder: Path) -> None:
    os.mkfifo(folder / "pipe.jpg")
    assert fault_of(folder, "pipe.jpg").id == "photo-not-a-file"


@pytest.mark.parametrize("file", ["", "  "])
def test_an_empty_name_is_told(folder: Path, file: str) -> None:
    assert fault_of(folder, file).id == "photo-path"


@pytest.mark.parametrize("file", ["x" * 300 + ".jpg", "a\0b.jpg", "khai-mac.jpg/x.jpg", "vắng/mặt.jpg"])
def test_names_that_no_disk_can_have_are_missing_files(folder: Path, file: str) -> None:
    assert fault_of(folder, file).id == "photo-missing"


def test_a_closed_folder_is_told(folder: Path) -> None:
    (folder / "anh").chmod(0)
    if os.access(folder / "anh", os.R_OK):
        pytest.skip("this user may read anything")
    fault = fault_of(folder, "anh/IMG_0012.jpg")
    (folder / "anh").chmod(0o700)
    assert fault.id == "photo-unreadable"


@pytest.mark.parametrize(("on_disk", "typed"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_a_name_with_accents_put_together_otherwise_is_the_same(folder: Path, on_disk: str, typed: str) -> None:
    place = folder / unicodedata.normalize(on_disk, "ảnh hội nghị")  # type: ignore[arg-type]
    place.mkdir()
    path = place / unicodedata.normalize(on_disk, "chủ tọa.jpg")  # type: ignore[arg-type]
    path.write_bytes(b"x")
    assert find(folder, unicodedata.normalize(typed, "ảnh hội nghị/chủ tọa.jpg")) == path.resolve()  # type: ignore[arg-type]


def test_of_two_such_names_the_one_typed_is_taken(folder: Path) -> None:
    if unicodedata.normalize("NFD", "ệ") == "ệ" or os.name == "nt":
        pytest.skip("one name on this system")
    for form in ("NFC", "NFD"):
        (folder / unicodedata.normalize(form, "lễ.jpg")).write_bytes(form.encode())
    path = find(folder, unicodedata.normalize("NFD", "lễ.jpg"))
    assert isinstance(path, Path)
    assert path.read_bytes() == b"NFD"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("anh/toan canh.jpg", "anh/Toàn cảnh.JPG"),
        ("anh/toàn cảnh.jpg", "anh/Toàn cảnh.JPG"),
        ("anh/Toan_canh.jpg", "anh/Toàn cảnh.JPG"),
        ("anh/TOANCANH.PNG", "anh/Toàn cảnh.JPG"),
        ("Toàn cảnh.JPG", "anh/Toàn cảnh.JPG"),
        ("anh/Toàn cảnh", "anh/Toàn cảnh.JPG"),
        ("anh/biểu quyết.jpg", "anh/biểu quyết.png"),
        ("anh/biêu quyêt.png", "anh/biểu quyết.png"),
        ("khai-mạc.jpg", "khai-mac.jpg"),
        ("khai-mac.jpg.jpg", "khai-mac.jpg"),
        ("kai-mac.jpg", "khai-mac.jpg"),
        ("anh/IMG_12.jpg", "anh/IMG_0012.jpg"),
    ],
)
def test_near_names_are_suggested(folder: Path, typed: str, meant: str) -> None:
    fault = fault_of(folder, typed)
    assert fault.id == "photo-missing"
    assert typed in fault.message
    assert fault.hint.endswith(f": {meant}")


def test_the_d_with_stroke_is_a_d() -> None:
    assert near_names("dai-doan-ket.jpg", ("dai-dan-ket.jpg", "đại đoàn kết.jpg")) == ("đại đoàn kết.jpg",)


def test_nothing_is_suggested_that_is_not_near(folder: Path) -> None:
    assert "jpg" not in fault_of(folder, "lễ trao tặng huân chương.jpg").hint


def test_suggestions_leave_out_what_is_no_picture(folder: Path) -> None:
    for name in ("bế mạc.docx", "._bế mạc.jpg", ".bế mạc.jpg"):
        (folder / name).write_bytes(b"x")
    (folder / "__MACOSX").mkdir()
    (folder / "__MACOSX" / "bế mạc.jpg").write_bytes(b"x")
    assert "mạc" not in fault_of(folder, "bế mạc.jpg").hint


def test_a_suggestion_is_written_in_nfc(folder: Path) -> None:
    (folder / unicodedata.normalize("NFD", "đại biểu.jpg")).write_bytes(b"x")
    assert fault_of(folder, "dai bieu.jpg").hint.endswith(": đại biểu.jpg")


def test_another_number_is_another_picture_unless_nothing_else_is_near() -> None:
    assert near_names("IMG_0013.jpg", ("IMG_0031.jpg", "IMG_0014.jpg", "IMG_13.png")) == ("IMG_13.png",)
    assert near_names("IMG_0013.jpg", ("IMG_0031.jpg",)) == ("IMG_0031.jpg",)


def test_the_same_folder_and_ending_come_first_and_three_are_enough() -> None:
    names = ("a/le.png", "b/LE.jpg", "b/lễ.png", "c/lê.jpg", "d/Lệ.jpg")
    assert near_names("b/lẽ.png", names) == ("b/lễ.png", "b/LE.jpg", "a/le.png")


def test_a_link_that_leads_nowhere_is_not_its_own_cure(tmp_path: Path) -> None:
    (tmp_path / "anh.jpg").symlink_to("khong.jpg")
    fault = find(tmp_path, "anh.jpg")
    assert isinstance(fault, Fault)
    assert "anh.jpg" not in fault.hint
