from __future__ import annotations

import pytest

from bulletin.admitted import attribute_fault, element_fault, is_link, page_faults, value_fault


@pytest.mark.parametrize("address", ["https://a.vn/x?y=1#z", "HTTPS://a.vn", "mailto:van-phong@a.vn", "#title", "#"])
def test_a_link_leads_to_the_web_a_mail_box_or_a_place(address: str) -> None:
    assert is_link(address)


@pytest.mark.parametrize(
    "address",
    ["", "http://a.vn", "javascript:x", " https://a.vn", "java\nscript:x", "https://a.vn/\nx", "https:///a", "https:a",
     "file:///etc/passwd", "data:text/html,x", "//a.vn", "/x", "x", "mailto:", "bulletin:photo/p1", "tel:113"],
)  # fmt: skip
def test_it_leads_nowhere_else(address: str) -> None:
    assert not is_link(address)
    assert value_fault("a", "href", address)


def test_what_is_not_listed_is_refused() -> None:
    for name in ("script", "style2", "x-y", "iframe", "form", "template", "noscript", "base", "link", "?"):
        assert element_fault(name) == f"<{name}> may not stand in a layout"
    for name in ("onclick", "srcset", "ping", "download", "target", "action", "xlink:href", "is"):
        assert attribute_fault("a", name)
    assert attribute_fault("p", "href")
    assert attribute_fault("img", "href")


def test_what_is_listed_may_stand() -> None:
    assert element_fault("figure") == ""
    assert [attribute_fault("p", name) for name in ("id", "class", "data-flow", "aria-label", "lang")] == [""] * 5
    assert value_fault("img", "src", "bulletin:photo/p1") == ""
    assert value_fault("a", "rel", "noopener author") == ""
    assert list(page_faults("a", {"href": "#x", "class": "y"})) == []


def test_everything_that_is_wrong_with_an_element_is_told() -> None:
    assert len(list(page_faults("a", {"href": "x", "onclick": "y", "rel": "attachment"}))) == 3
    assert list(page_faults("script", {"onload": "y"})) == ["<script> may not stand in a layout"]
