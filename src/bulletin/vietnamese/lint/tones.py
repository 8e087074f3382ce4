"""Two ways of placing the tone mark: hòa, khỏe, ủy (older) and hoà, khoẻ, uỷ (newer)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bulletin.messages import N_, say
from bulletin.vietnamese.lint.passages import Check, Finding, Paper, Rule
from bulletin.vietnamese.lint.syllables import restyled, tone_style
from bulletin.vietnamese.lint.variants import Use, odd_ones
from bulletin.vietnamese.text import word_set

_TONES = Check(
    "mixed-tone-marks",
    N_("tone marks placed in the older way (hòa, ủy) and in the newer (hoà, uỷ)"),
    "Đảng ủy cụ thể hóa nghị quyết; các cấp uỷ triển khai.",
    "Đảng ủy cụ thể hóa nghị quyết; các cấp ủy triển khai.",
)

# With a capital these are no names of people or places, which are written as their bearers write them.
_NEVER_NAMES = word_set("ủy uỷ khóa khoá tọa toạ thỏa thoả hủy huỷ")


def _mixed_tones(paper: Paper) -> Iterator[Finding]:
    uses = []
    words: dict[str, Counter[str]] = {"old": Counter(), "new": Counter()}
    for low, readings in paper.having.items():
        style = "" if low.isascii() else tone_style(low)
        if not style:
            continue
        for reading in readings:
            for number in reading.where[low]:
                if reading.words[number].islower() or low in _NEVER_NAMES:
                    words[style][low] += 1
                    uses.append(Use(style, reading, reading.starts[number], reading.ends[number]))
    for odd in odd_ones(uses):
        word = odd.use.reading.text[odd.use.start : odd.use.end]
        message = say(
            "the tone mark of “{word}” is placed in the other way ({odd_times}×) than in “{usual}” ({usual_times}×)",
            word=word, odd_times=odd.times, usual=words[odd.usual].most_common(1)[0][0], usual_times=odd.usual_times,
        )  # fmt: skip
        right = restyled(word.lower())
        right = right.upper() if word.isupper() else right.capitalize() if word[0].isupper() else right
        yield odd.use.reading.finding(
            _TONES, odd.use.start, odd.use.end, message, say("write “{usual}” throughout", usual=right)
        )


RULES = (Rule(_TONES, _mixed_tones),)
