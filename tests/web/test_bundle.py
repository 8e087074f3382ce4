from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from bulletin.web import Face, Pixels, Sheet, bundled, sheet
from web import site

PAGE = (
    '<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n\n<title>a</title>\n</head>\n'
    "<body>\n{}\n</body>\n</html>\n"
)


def made(html: str, css: str = "p { color: red }", script: str = "var a = 1;\n\nvar b;", **more: object) -> str:
    page = Sheet(html=PAGE.format(html), css=css)
    return bundled(page, script=script, faces=more.get("faces", ()), pictures=more.get("pictures", {}))  # type: ignore[arg-type]


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(html: str) -> dict[str, str]:
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    assert found
    return {part.split()[0]: part.partition(" ")[2] for part in found[1].split("; ")}


@pytest.mark.parametrize("html", [made("<p>a</p>"), site.made(site.ROOT / "examples" / "tin-ngan.yaml")])
def test_the_policy_allows_the_one_style_sheet_and_the_one_script_and_nothing_else(html: str) -> None:
    [style] = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    [script] = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert policy(html) == {
        "default-src": "'none'", "img-src": "data:", "font-src": "data:", "style-src": digest(style),
        "script-src": digest(script), "base-uri": "'none'", "form-action": "'none'",
    }  # fmt: skip
    # It rules over what comes after it.
    assert html.index("Content-Security-Policy") < html.index("<title>")


def test_a_photo_and_a_font_stand_in_the_file() -> None:
    html = made(
        '<img src="bulletin:photo/1" alt="a">',
        faces=[Face(family="Noto Serif", weight=700, style="italic", data=b"font")],
        pictures={"1": Pixels(data=b"photo", size=(3, 2))},
    )
    assert '<img src="data:image/jpeg;base64,cGhvdG8=" width="3" height="2" alt="a">' in html
    assert (
        '@font-face{font-family:"Noto Serif";font-weight:700;font-style:italic;'
        'src:url(data:font/woff2;base64,Zm9udA==) format("woff2")}'
    ) in html


def test_a_photo_that_is_not_there_stops_the_work() -> None:
    with pytest.raises(KeyError):
        made('<img src="bulletin:photo/2" alt="a">')


@pytest.mark.parametrize(("css", "script"), [("a{content:'</style>'}", ""), ("", "'</script>'"), ("", "'<!--'")])
def test_what_would_end_the_style_sheet_or_script_stops_the_work(css: str, script: str) -> None:
    with pytest.raises(ValueError, match="holds a tag"):
        made("", css, script)


def test_styles_of_the_head_come_first_and_style_attributes_become_rules() -> None:
    html = PAGE.format('<style>:root{--a:1}</style><p style="--b:2">a</p><p style="--b:3">b</p><p style="--b:2">c</p>')
    page = sheet(html, ["/* why */\n\np { color: red }"])
    assert page.css == ':root{--a:1}\n[data-style="s0"]{--b:2}\n[data-style="s1"]{--b:3}\np { color: red }'
    assert '<p data-style="s0">a</p><p data-style="s1">b</p><p data-style="s0">c</p>' in page.html
    assert "<style>" not in page.html


def test_the_faces_are_those_that_the_style_sheets_name_last() -> None:
    css = (
        ':root { --serif: "A", "B"; --sans: "C"; --medium: 500; --heavy: 800 }\nb { font: 650 1em "A" }'
        '\n:root { --serif: "D"; --medium: 400 }\ni { font-weight: 300 }'
    )
    plain, slanted = (sheet(PAGE.format(f"<{tag}>a</{tag}>"), [css]).wanted for tag in ("p", "em"))
    assert [(row.families, sorted(row.weights), row.italic) for row in plain] == [
        (("C",), [300, 400, 650, 700, 800], False), (("D",), [300, 400, 650, 700, 800], False),
    ]  # fmt: skip
    assert [row.italic for row in slanted] == [False, True]


def test_letters_of_the_style_sheet_and_the_script_are_printed_too() -> None:
    page = sheet(PAGE.format("<p title='đ'>a &amp; ẵ</p>"), ['li { content: "–"; quotes: "\\2026 " }'])
    assert set(page.letters("var a = 'ữ'")) >= set("a&ẵ–…ữ0123456789")
    assert not set("đt<") & set(page.letters(""))
    assert "Ẵ" not in page.letters("")
    assert "Ẵ" in sheet(page.html, ["b { text-transform: uppercase }"]).letters("")


def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    record = site.ROOT / "examples" / "tin-ngan.yaml"
    once = site.made(record)
    site.made.cache_clear()
    assert site.made(record) == once
    assert str(tmp_path.root) + "home" not in once
