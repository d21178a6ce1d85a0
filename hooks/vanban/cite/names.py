"""Names of instruments that running text uses without a number, and what follows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..law.corpus import Corpus
from ..law.instrument import Instrument
from ..law.names import folded, unaccented
from .grammar import ANCHOR, OPENINGS, TYPES, UNIT_WORDS, by_first_letter
from .half_initials import half_initials

# Luật Giáo dục đại học, Luật Phòng, chống tham nhũng: up to nine words on at most two lines
_UNKNOWN_NAME = re.compile(
    r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)(?=[^\W\d_])(?P<name>\w+(?:(?:[^\S\n]+|\n(?=[^\S\n]*[^\W\d_]))[^\S\n]*\w+){0,8})"
)
# … ends before a unit with its number and before another type of instrument
_NAME_ENDS = re.compile(
    rf"(?:(?:{UNIT_WORDS})\s+[\da-zđ](?![^\W\d_])|(?:{UNIT_WORDS})$"
    r"|(?:bộ\s+)?luật(?!\w)|nghị\s+(?:định|quyết)|thông\s+tư|quyết\s+định|chỉ\s+thị|pháp\s+lệnh)"
)
_STOP_WORDS = frozenset(
    [
        "này",
        "của",
        "và",
        "hoặc",
        "năm",
        "số",
        "ngày",
        "có",
        "là",
        "được",
        "quy",
        "thì",
        "về",
        "đã",
        "để",
        "khi",
        "tại",
        "trong",
        "cho",
        "với",
        "cũng",
        "hiện",
        "không",
        "phải",
        "theo",
        "nêu",
        "nói",
        "cấm",
        "gồm",
        "từ",
        "đến",
        "do",
        "bởi",
        "như",
        "mà",
        "nên",
        "hay",
        "các",
        "những",
        "ở",
        "ra",
        "vào",
        "sẽ",
        "còn",
        "thay",
        "sửa",
        "ban",
        "đang",
        "chưa",
        "hết",
        "trước",
        "sau",
        "lẫn",
        "cùng",
        "căn",
        "cần",
        "nghiêm",
        "buộc",
        "mới",
        "cũ",
        "nay",
        "vẫn",
        "chỉ",
        "nhưng",
        "nếu",
        "đều",
        "bị",
        "vì",
        "giao",
        "yêu",
    ]
)


# quy hoạch, quy phạm, giao thông: part of a name, unlike “quy định”
_NO_STOP = re.compile(
    r"quy\s+(?!định|chế)|giao\s+(?:thông|dịch)|ban\s+hành\s+văn\s+bản|căn\s+cước"
    r"|số\s+vô\s+tuyến|(?<=[yỷ] )ban\s+nhân"
    r"|các\s+(?:tổ\s+chức\s+tín\s+dụng|công\s+cụ\s+chuyển)"
    r"|(?<=nhà )ở(?=\s+(?:ngày|năm|số|\d)|[,;.]|\s*$)"
)
# phòng, chống … · hôn nhân và gia đình · … của Quốc hội và Hội đồng nhân dân: a name goes on
_NAME_GOES_ON = re.compile(
    r"(?:\s*,|\s+và)(?=\s+(?:chống|chữa|khen\s+thưởng|gia\s+đình|công\s+nghệ|quy\s+chuẩn|phát\s+triển\s+rừng"
    r"|sử\s+dụng|vệ\s+sinh|đối\s+thoại|xuất\s+cảnh|nhập\s+cảnh|quá\s+cảnh|cư\s+trú\s+của|tôn\s+giáo|trưng\s+dụng"
    r"|công\s+chức|vật\s+liệu\s+nổ|công\s+cụ\s+hỗ|đại\s+biểu|thể\s+thao|lệ\s+phí|bản\s+đồ|chăm\s+sóc|giáo\s+dục\s+(?:trẻ|pháp)"
    r"|[uủ][yỷ]\s+ban\s+nhân\s+dân|hội\s+đồng\s+nhân\s+dân|ubnd|hđnd|an\s+ninh(?!\s+mạng))(?!\w))"
    r"|\s+của(?=\s+(?:nhà\s+nước|quốc\s+hội\s+và|hội\s+đồng\s+nhân\s+dân|hđnd)(?!\w))|\s+ở(?=\s+nước\s+ngoài(?!\w))"
)
_WORD = re.compile(r"\w+")
_NAME_BEGINS = re.compile(r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)(?=[^\W\d_])(?P<first>\w+)")
_YEAR_BEHIND = re.compile(r" (?:năm )?(?:19|20)\d\d(?!\w)")
_QUOTE = "[“\"«']"
_PARTS = re.compile(r"(\d{1,5})[-./]((?:19|20)\d\d)[-/](.+)")


@dataclass(frozen=True)
class NameIndex:
    """Look-ups by name, alias and number, built once for a corpus."""

    corpus: Corpus

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Instrument, ...]]:
        """Name as ``name_key`` has it (“luật an ninh mạng”) → its bearers, oldest first."""
        found: dict[str, list[Instrument]] = {}
        for instrument in self.corpus.instruments.values():
            for name in instrument.names:
                found.setdefault(name_key(name), []).append(instrument)
        return {
            name: tuple(sorted(items, key=lambda item: str(item.issued)))
            for name, items in found.items()
        }

    @cached_property
    def by_short_number(self) -> Mapping[tuple[str, str], tuple[Instrument, ...]]:
        """Type, folded, and the first part or parts of a number (“72”, “72/2013”) → its bearers."""
        found: dict[tuple[str, str], list[Instrument]] = {}
        for key, items in self.by_number.items():
            parts = key.split("/")
            for count in range(1, max(2, len(parts))):
                for item in items:
                    short = (folded(item.type), "/".join(parts[:count]))
                    found.setdefault(short, []).append(item)
        return {short: tuple(items) for short, items in found.items()}

    @cached_property
    def by_title(self) -> Mapping[str, Instrument]:
        """Title of an amending law, folded, with its type → that law."""
        return {
            _with_type(instrument): instrument
            for instrument in self.corpus.instruments.values()
            if instrument.number and "sửa đổi" in folded(instrument.title)
        }

    @cached_property
    def by_name_and_year(self) -> Mapping[tuple[str, int | None], Instrument]:
        """Name (``name_key``) and year → what both together name: “Luật Báo chí năm 1989”."""
        found: dict[tuple[str, int | None], Instrument] = {}
        for alias, instrument in self.by_alias.items():
            name, told, year = alias.rpartition(" năm ")
            if told and year.isdigit() and int(year) == instrument.year:
                found[name_key(name), instrument.year] = instrument
        return found

    @cached_property
    def by_initials(self) -> Mapping[str, str]:
        """“lanm”, “blhs” → the one name (``name_key``) with these initials."""
        found: dict[str, list[str]] = {}
        for name in self.by_name:
            found.setdefault("".join(word[0] for word in name.split()), []).append(name)
        return {letters: names[0] for letters, names in found.items() if len(names) == 1}

    @cached_property
    def _spellings(self) -> tuple[re.Pattern[str], Mapping[str, str]]:
        """A pattern for every way to write a name or alias; what it matched → key.

        “Luật Cán bộ, công chức” is also written without its comma, “Luật An ninh mạng”
        as “Luật về …”, “Luật “…””, “Luật ANM”; “Bộ luật Hình sự” as “Luật …”.
        """
        keys: dict[str, str] = {}
        for name in self.by_name:
            heads = ("bộ luật", "luật") if name.startswith("bộ luật ") else (name.split()[0],)
            rest = name.removeprefix(heads[0]).strip()
            letters = "".join(word[0] for word in rest.split())
            for head in heads:
                keys.setdefault(f"{head} {rest}", name)
                if self.by_initials.get("".join(w[0] for w in heads[0].split()) + letters):
                    keys.setdefault(f"{head} {letters}", name)
        for short, name in half_initials(self.by_name).items():
            keys.setdefault(short, name)
        for alias in self.by_alias:
            keys.setdefault(alias, alias)
        ordered = sorted(keys, key=lambda word: (-len(word), word))
        choices = "|".join(_spelling(word, word in self.by_alias) for word in ordered)
        # (a day or year may be glued to a name: “Luật An ninh mạngnăm 2018”)
        ends = r"(?:(?!\w)|(?=(?:năm|ngày)\s*\d))"
        return re.compile(rf"(?:{choices or '(?!)'}){ends}"), keys

    def match(self, low: str, text: str, start: int) -> tuple[int, str] | None:
        """Where a name or alias ends that begins at ``start``, and its key; else None.

        ``low`` is ``text`` in lower case. Initials count in capitals alone.
        """
        pattern, _ = self._spellings
        found = pattern.match(low, start)
        if not found:
            return None
        end = found.end()
        key, capitals, about = self._read(found[0])
        if about and not text[start + about].isupper():
            return None  # “luật về an ninh mạng”: any law on that
        small = capitals and not text[start + capitals : end].isupper()
        if small and not _YEAR_BEHIND.match(low, end):
            return None
        if low[end : end + 1] in "”\"»'" and any(mark in found[0] for mark in "“\"«'"):
            end += 1
        return end, key

    @cached_property
    def _read(self) -> Callable[[str], tuple[str, int, int]]:
        """What ``_spellings`` matched → its key, and two places in it that need a capital.

        From the first on all letters must be capitals (initials), at the second one must
        stand (behind “về”); 0 where nothing is asked.
        """
        _, keys = self._spellings

        @lru_cache(maxsize=4096)
        def read(spelt: str) -> tuple[str, int, int]:
            word = _bare(spelt)
            key = keys.get(word) or keys.get(folded(spelt)) or keys[" ".join(spelt.split())]
            initials = key not in self.by_alias and len(key.split()) > len(word.split()) + 1
            about = re.search(r"\svề\s+", spelt) if " về " not in f"{key} " else None
            capitals = spelt.rindex(word.split()[-1]) if initials else 0
            return key, capitals, about.end() if about else 0

        return read

    @cached_property
    def by_alias(self) -> Mapping[str, Instrument]:
        """Folded alias → the one instrument that it means."""
        return {
            folded(alias): instrument
            for instrument in self.corpus.instruments.values()
            for alias in instrument.aliases
        }

    @cached_property
    def by_number(self) -> Mapping[str, tuple[Instrument, ...]]:
        """Number without accents or spaces (“72/2013/nd-cp”) → instruments."""
        found: dict[str, list[Instrument]] = {}
        for instrument in self.corpus.instruments.values():
            if instrument.number:
                found.setdefault(number_key(instrument.number), []).append(instrument)
        return {number: tuple(items) for number, items in found.items()}

    @cached_property
    def anchor(self) -> re.Pattern[str]:
        """Where a citation may begin: the grammar's anchors and every alias."""
        extra = "|".join(re.escape(word) for word in self._alias_heads)
        return re.compile(f"{ANCHOR}|(?P<alias>{extra})(?!\\w)" if extra else ANCHOR)

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """Finds, quickly, every place where ``anchor`` may match, and a few more."""
        return re.compile(by_first_letter((*OPENINGS, *map(re.escape, self._alias_heads))))

    @property
    def _alias_heads(self) -> list[str]:
        typed = tuple(f"{word} " for word in TYPES)
        return sorted({w.split()[0] for w in self.by_alias if not w.startswith(typed)})


def _with_type(instrument: Instrument) -> str:
    title, kind = folded(instrument.title), folded(instrument.type)
    return title if title.startswith(f"{kind} ") else f"{kind} {title}"


def _spelling(word: str, alias: bool) -> str:
    """A pattern for a name (``name_key``) with what may stand between its words."""
    if alias:
        return r"\s+".join(re.escape(part) for part in word.split())
    parts = [re.escape(part) for part in word.split()]
    head = 2 if parts[0] == "bộ" else 1
    first = r"\s+".join(parts[:head])
    rest = r"(?:,|\s+và|\s+-)?\s+".join(parts[head:])
    return rf"{first}\s+(?:về\s+)?{_QUOTE}?{rest}"


def _bare(words: str) -> str:
    """What ``_spelling`` matched, without commas, quotes and “về”."""
    plain = re.sub("[,“\"«']|\\s-(?=\\s)", " ", words).split()
    head = 2 if plain[0] == "bộ" else 1
    rest = plain[head + 1 :] if plain[head] == "về" else plain[head:]
    return " ".join((*plain[:head], *rest))


def name_key(name: str) -> str:
    """A name as it is compared: folded, without commas."""
    return " ".join(folded(name).replace(",", " ").split())


@lru_cache(maxsize=4096)
def number_key(number: str) -> str:
    """A number as it is compared: no spaces, no accents, lower case, no zeros in front.

    Dashes that stand for strokes are strokes (“24-2018-QH14”), and so is a stroke that is
    missing (“72/2013/NĐCP”).
    """
    plain = "".join(number.split()).replace("đ", "d")
    if not (plain.isascii() and plain.islower()):
        plain = unaccented("".join(number.split()))
    plain = plain.lstrip("0") if plain[:1] == "0" else plain
    plain = plain.replace("/qh-", "/qh").replace("&", "")  # BGD&ĐT
    if plain.endswith("/ndcp"):
        plain = f"{plain[:-4]}nd-cp"
    parts = _PARTS.match(plain)
    if not parts:
        return plain
    letters = parts[3].replace("/", "-").replace(".", "-")
    return f"{parts[1]}/{parts[2]}/{letters}"


def nearest(number: str, known: Sequence[str]) -> str | None:
    """The known number that a slip of one letter may have made of ``number``, else None.

    A letter too many is likelier than one too few, both than a wrong one (“15” for “5”).
    """
    size = len(number)
    shorter = {number[:at] + number[at + 1 :] for at in range(size)} - {""}
    found = [item for item in known if item in shorter]
    if not found:
        near = [item for item in known if abs(len(item) - size) <= 1]
        found = [
            item
            for item in near
            if (
                len(item) > size
                and any(item[:i] + item[i + 1 :] == number for i in range(size + 1))
            )
            or (len(item) == size > 1 and sum(map(str.__ne__, item, number)) == 1)
        ]
    return found[-1] if found else None


def name_end(text: str, low: str, at: int, *, any_case: bool = False) -> int | None:
    """As ``unknown_name``, over the commas and the “và” that names of laws hold."""
    end = unknown_name(text, low, at, any_case=any_case)
    while end and (joint := _NAME_GOES_ON.match(low, end)):
        more = unknown_name(text, low, joint.end(), any_case=True)
        if more is None:
            break
        end = more
    return end


def unknown_name(text: str, low: str, at: int, *, any_case: bool = False) -> int | None:
    """Where a law's name ends that begins at ``at`` (after “Luật”), or None where none begins.

    A name begins with a capital (in ``any_case``: with any letter); it runs to the next word
    that no name contains, or to a mark of punctuation. The span of such a name is a guess
    that nothing hangs on: an instrument that the corpus does not hold is never linked.
    """
    opened = _NAME_BEGINS.match(low, at)
    if not opened:
        return None
    begin = opened.start("first")
    if not text[begin].isupper() and (not any_case or _stops(low, begin, opened.end())):
        return None  # most often the first word says that no name begins
    found = _UNKNOWN_NAME.match(low, at)
    if not found:
        return None
    shouted = text[begin : begin + 2].isupper()
    end = begin
    for word in _WORD.finditer(low[begin : found.end("name")]):
        first = begin + word.start()
        small = shouted or not text[first].isupper()
        stops = _stops(low, first, begin + word.end())
        if word[0].isdigit() or (small and stops and (end > begin or any_case)):
            break
        if "\n" in low[end:first] and text[first].isupper() and not shouted:
            break  # the next line begins with a capital
        before = low[begin:first].split()[-1:]
        if _NAME_ENDS.match(low, first) and before not in (["pháp"], ["kỷ"]):
            break
        end = begin + word.end()
    return end if end > begin else None


def _stops(low: str, start: int, end: int) -> bool:
    """Whether the word from ``start`` to ``end`` goes on with the sentence and is in no name."""
    return low[start:end] in _STOP_WORDS and not _NO_STOP.match(low, start)
