"""Words typed twice. Vietnamese doubles words on purpose too, and compounds meet end to start: those are left alone."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.messages import N_, say
from bulletin.vietnamese.lint.passages import Check, Finding, Paper, Reading, Rule
from bulletin.vietnamese.text import word_set

_DOUBLED = Check(
    "doubled-word",
    N_("the same word or words twice in a row"),
    "Hội nghị đã đã thông qua nghị quyết.",
    "Hội nghị đã thông qua nghị quyết.",
)

# Doubled, these are slips wherever they stand: they form no compound with the word before or after them.
_ALWAYS = word_set(
    """
    các những và với cho đã đang sẽ được là thì mà để nhằm này khi nếu cũng đều rằng vì mỗi mọi nhưng hoặc của trong
    theo vào như còn chưa việc bởi hầu rất cùng
    """
)
# ... but for these: tiền của + của, tiếp theo + theo, bên trong + trong, công việc + việc làm, cuối cùng + cùng.
_ENDS_A_COMPOUND = frozenset(
    {
        ("tiền", "của"), ("công", "của"), ("vật", "của"), ("bên", "trong"), ("phía", "trong"), ("tiếp", "theo"),
        ("kèm", "theo"), ("làm", "việc"), ("cuối", "cùng"), ("sau", "cùng"), ("sự", "việc"), ("công", "việc"),
    }
)  # fmt: skip
# Doubled on purpose (từ láy hoàn toàn), also before a sign.
_REDUPLICATED = word_set(
    """
    ai anh ào ầm ba bà bé bên biêng bon bông bừng bước cao cào chang chăm chầm chậm chốc chung chuyền con công cười dài
    dần dâng dày đăm đâu đầy đều điều đen đêm đỏ đó đôi đông đời đùng đùng đương đường êm gần ghi gì giây gian hao hây
    hay hắt hằm hằng hiên hiu hớn hồng hơn im kè kia khà khang khăng khe khít kìn kín kỳ khư lay lam lăm lăng lâng lâu
    lặng lần lầm lấp lớp lồ lồng loáng lù luôn lừ mang mãi man mau màu mây mênh miên mong mơ mờ mỗi mới mừng mươi na nao
    năm nâu nào nằng nay này ngay ngày nghe người ngùn ngút nhà nhan nhanh nháy nhấp nhẹ nhè nhỏ nhơn nơi ngập nườm oang
    ồ ồn phăng phau phơi quanh quân quen rào rả rành rau rằm ra rõ rồi rộng rơi rưng rừng rực sát san sáng sâu se sè
    sin song sờ suốt sừng tháng thân thanh thành tha thăm thấp thật thẳng thêm thi thon thôi thông thu thơm thường thở
    tia tím tí tím tiếng tít to tong tối trắng trăm tràn trên trơ trong trơn trời trùng trừng tua tun từ từng tưng tươi
    ùn ùng ừ vàng vanh văn vằng vẫn vèo việc vòng vội vui vun vừa xa xăm xanh xe xi xôn xưa xuân xuê ý
    """
)
# A phrase that begins with these may be said twice: từng bước từng bước, càng ngày càng ngày.
_REPEATABLE_HEADS = word_set("từng càng ngày mỗi rất lại cứ mãi đi hết năm")
_BEFORE_NUMBERS = word_set("ngày tháng số quý lúc khóa khoá điều khoản")
_LONGEST_PHRASE = 4


def _doubled(paper: Paper) -> Iterator[Finding]:
    for reading in paper.readings:
        lows = reading.lows
        told = -1
        for number in [place for place in range(len(lows) - 1) if lows[place] == lows[place + 1]]:
            if number > told and _is_slip(reading, number):
                told = number + 1
                yield _finding(reading, number, 1)
        for length in range(2, _LONGEST_PHRASE + 1):
            for number in _repeats(lows, length):
                if number > told and _is_repeated_phrase(reading, number, length):
                    told = number + 2 * length - 1
                    yield _finding(reading, number, length)


def _repeats(lows: tuple[str, ...], length: int) -> list[int]:
    """Where so many words are followed by the same words."""
    return [
        place
        for place, (low, later) in enumerate(zip(lows, lows[length:], strict=False))
        if low == later and lows[place : place + length] == lows[place + length : place + 2 * length]
    ]


def _is_slip(reading: Reading, number: int) -> bool:
    first, second = reading.words[number], reading.words[number + 1]
    if not (second.isalpha() and reading.joined(number + 1)):
        return False
    # Trưởng phòng Phòng Nội vụ: another word, said by its capital.
    if first != second and not (reading.opens(number) and second.islower()):
        return False
    low = second.lower()
    next_word = reading.low(number + 2)
    before = reading.low(number - 1)
    if low in _ALWAYS:
        return (before, low) not in _ENDS_A_COMPOUND and second.islower()
    if low in _BEFORE_NUMBERS:
        return next_word[:1].isdecimal()
    # Before a sign the second word begins no compound; names such as Na Na keep their capitals.
    ends = bool(reading.after(number + 1))
    return ends and second.islower() and len(second) > 1 and low not in _REDUPLICATED


def _is_repeated_phrase(reading: Reading, number: int, length: int) -> bool:
    phrase = reading.phrase(number, 2 * length)
    first, second = reading.words[number : number + length], reading.words[number + length : number + 2 * length]
    if not phrase or first[0].lower() in _REPEATABLE_HEADS or not all(word.isalpha() for word in first):
        return False
    if len({word.lower() for word in first}) < length:
        return False
    if first == second:
        # Names such as Hà Thu Hà Thu keep their capitals.
        return any(word.islower() for word in first)
    return reading.opens(number) and all(word.islower() for word in second)


def _finding(reading: Reading, number: int, length: int) -> Finding:
    phrase = reading.phrase(number, length)
    message = say("“{words}” stands twice in a row", words=phrase)
    last = number + 2 * length - 1
    cure = say("take one out; or silence this warning if it is meant")
    return reading.finding(_DOUBLED, reading.starts[number], reading.ends[last], message, cure)


RULES = (Rule(_DOUBLED, _doubled),)
