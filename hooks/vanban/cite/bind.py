"""Which instrument a text means: by number, by name and date, by “này”, by what it said before."""

from __future__ import annotations

from collections.abc import Sequence

from ..law.instrument import Instrument
from ..law.names import folded
from .binding import Binding, Seen, check, cited, is_dated
from .by_name import by_name
from .citation import Context, Status
from .instrument_words import ONE_ISSUER, PLACE
from .issued import place_named as named
from .names import NameIndex, name_key
from .only_known import only_known
from .tokens import (
    AnotherOfType,
    BareType,
    ByAlias,
    ByName,
    ByNumber,
    ByNumberAlone,
    ByShortNumber,
    Elsewhere,
    InstrumentToken,
    ThisInstrument,
    Unclear,
)

_BE_EXACT = "ghi rõ số hiệu hoặc tên và năm"
_NOBODY_KNOWS = Binding(None, Status.AMBIGUOUS, "không rõ thuộc văn bản nào", _BE_EXACT)


def bind(token: InstrumentToken, context: Context, seen: Seen, names: NameIndex) -> Binding:
    """The one instrument that ``token`` means in ``context``, or the reason why none is certain."""
    if isinstance(token, Unclear) and not token.named:
        return _NOBODY_KNOWS
    match token:
        case ByNumber():
            sure = (token.type, token.number, token.name, token.issue)
            if sure in seen.sure:
                return seen.sure[sure]
            bearers = names.by_number.get(token.number, ())
            binding = _by_number(token, bearers, context, seen, names)
            if len(bearers) <= 1 and all(item.number_unique for item in bearers):
                seen.sure[sure] = binding  # whatever the text names besides
            return binding
        case ByShortNumber():
            return _by_short_number(token, context, seen, names)
        case ByNumberAlone():
            return _by_number_alone(token, context, seen, names)
        case ByName():
            key = (token.name, token.issue)
            if key not in seen.bound:
                seen.bound[key] = by_name(token, context, seen, names)
            return seen.bound[key]
        case ByAlias():
            return _by_alias(token, names.by_alias[token.alias])
        case ThisInstrument(type=said) | Unclear(named=said) | BareType(type=said):
            typed = (type(token), said)
            if typed not in seen.typed:
                seen.typed[typed] = _by_type(token, said, context, names)
            return seen.typed[typed]
        case Elsewhere():
            reason = f"điều khoản của {token.what} khác, không có ở đây"
            return Binding(None, Status.OUTSIDE, reason)
        case _:
            raise TypeError(token)


def _by_alias(token: ByAlias, found: Instrument) -> Binding:
    """A name of the instrument's own; a day beside it must be its day."""
    issue = token.issue
    if not issue.told:
        return Binding(found)
    if found.issued or (found.year and not issue.day):
        return check("", issue, found)
    reason = f"“{token.alias}” ở đây không ghi ngày"
    return Binding(None, Status.AMBIGUOUS, reason, "bỏ ngày, hoặc ghi rõ số hiệu")


def _by_type(token: InstrumentToken, said: str, context: Context, names: NameIndex) -> Binding:
    """What no more than a type names, or a name that is not the one of the day."""
    if isinstance(token, (Unclear, AnotherOfType)):
        reason = f"“{said} …”: không rõ là văn bản nào"
        return Binding(None, Status.AMBIGUOUS, reason, _BE_EXACT, names.by_name.get(said, ()))
    called = f"{said} này" if isinstance(token, ThisInstrument) else said
    return _this(said, called, context, names)


def _this(kind: str, said: str, context: Context, names: NameIndex) -> Binding:
    """The instrument around the text, if it is of that type; ``said`` is how the text calls it."""
    home = names.corpus.instruments.get(context.slug or "")
    if home is None:
        reason = f"“{said}”: không biết đang nói trong văn bản nào"
        return Binding(None, Status.AMBIGUOUS, reason, _BE_EXACT)
    own = folded(home.type)
    if kind in (own, "văn bản") or (kind, own) == ("luật", "bộ luật"):
        return Binding(home)
    reason = f"“{said}” trong một {home.type.lower()}"
    return Binding(None, Status.AMBIGUOUS, reason, _BE_EXACT)


def _by_short_number(
    token: ByShortNumber, context: Context, seen: Seen, names: NameIndex
) -> Binding:
    """“NĐ 72/2013” is one decree; a “Thông tư 15/2025” each ministry may have: none is certain."""
    candidates = names.by_short_number.get((token.type, token.number), ())
    if not candidates and token.type == "luật":  # “Luật 45/2019” is a code
        candidates = names.by_short_number.get(("bộ luật", token.number), ())
    many = token.type not in ONE_ISSUER and all(item.number_unique for item in candidates)
    if candidates and many and not token.issue.day:
        known = seen.among(candidates) or cited(candidates, context, names)
        if len(known) == 1:
            return Binding(known[0])
        reason = f"{token.type} số {token.number}: nhiều cơ quan cùng có số này"
        advice = " hay ".join(item.cited for item in candidates)
        advice = f"ghi đủ số hiệu: {advice}"
        return Binding(None, Status.AMBIGUOUS, reason, advice, tuple(candidates))
    return _by_number(token, candidates, context, seen, names)


def _by_number(
    token: ByNumber | ByShortNumber,
    candidates: Sequence[Instrument],
    context: Context,
    seen: Seen,
    names: NameIndex,
) -> Binding:
    """Which of the bearers of a number is meant; a name before it must be of one of them."""
    if token.name:
        named: Sequence[Instrument] = names.by_name.get(token.name, ())
        if not named:  # a name that is not known here, before the number of a law that is
            named = [item for item in candidates if item.names]
            candidates = () if named else candidates
        fitting = [i for i in candidates if i in named or name_key(i.title) == token.name]
        if named and not fitting:
            return _other_number(token.number, candidates, named)
        candidates = fitting or candidates
    if not candidates:
        return Binding(None, Status.OUTSIDE, "văn bản không có trong kho")
    if len(candidates) == 1 and candidates[0].number_unique:
        return check(token.type, token.issue, candidates[0])
    return _shared_number(token, candidates, context, seen, names)


def _other_number(
    number: str, candidates: Sequence[Instrument], named: Sequence[Instrument]
) -> Binding:
    """A number behind a name that no bearer of the name here has: another law, or a slip?

    A law of another year is another law of that name. The number of another law that is
    here, or one that differs from a bearer's in one part only, contradicts the name.
    """
    serial, _, rest = number.partition("/")
    parts = (serial, rest.partition("/")[0])
    years = {str(item.year) for item in named}
    if not candidates and parts[1] not in years:
        return Binding(None, Status.OUTSIDE, "văn bản không có trong kho")
    known = "; ".join(item.cited for item in named)
    return Binding(None, Status.BROKEN, "tên và số hiệu không khớp nhau", f"có ở đây: {known}")


def _shared_number(
    token: ByNumber | ByShortNumber,
    candidates: Sequence[Instrument],
    context: Context,
    seen: Seen,
    names: NameIndex,
) -> Binding:
    """A number that other provinces and other years bear too (10/CT-UBND): the day settles it."""
    kinds = [c for c in candidates if token.type in ("", "văn bản", folded(c.type))]
    if not kinds:
        return Binding(None, Status.OUTSIDE, "cùng số hiệu nhưng là loại văn bản khác")
    place = token.issue.place
    places = [c for c in kinds if not place or _issued_in(place, c)]
    if not places:
        return Binding(None, Status.OUTSIDE, "cùng số hiệu nhưng của nơi khác")
    if token.issue.told:
        fitting = [item for item in places if is_dated(token.issue, item)]
        if len(fitting) == 1:
            return Binding(fitting[0])
        return Binding(None, Status.OUTSIDE, "cùng số hiệu nhưng khác ngày ban hành")
    if not token.type and (own := [item for item in places if item.slug == context.slug]):
        return Binding(own[0])  # a letter's own number in its head
    known = seen.among(places) or _related(places, context, names)
    if len(known) == 1:
        return Binding(known[0])
    if (only := only_known(places, place)) is not None:
        return Binding(only, reason="nơi khác, năm khác có thể có số này; kho chỉ biết một văn bản")
    advice = "; ".join(
        f"{item.cited} ({item.place})" if item.place else item.cited for item in places
    )
    reason = "nơi khác, năm khác cũng có văn bản mang số này"
    advice = f"ghi thêm ngày và nơi ban hành: {advice}"
    return Binding(None, Status.AMBIGUOUS, reason, advice, tuple(places))


def _issued_in(place: str, item: Instrument) -> bool:
    """Whether it is of ``place``: its province, or a smaller one that its issuer is named after."""
    if place.startswith(folded(item.place)):
        return True
    issuer = item.issuer
    return any(named(issuer, found.end()) == place for found in PLACE.finditer(issuer.lower()))


def _related(candidates: list[Instrument], context: Context, names: NameIndex) -> list[Instrument]:
    home = names.corpus.instruments.get(context.slug or "")
    if home is None:
        return []
    near = {home.slug, *(relation.slug for relation in home.relations)}
    return [item for item in candidates if item.slug in near]


def _by_number_alone(
    token: ByNumberAlone, context: Context, seen: Seen, names: NameIndex
) -> Binding:
    """A number without its year: certain where the text has named it in full, or where the
    paper around the text is known to cite the only one.
    """
    candidates = names.by_short_number.get((token.type, token.number), ())
    known = seen.among(candidates)
    other = seen.elsewhere.get((token.type, token.number), "")
    if not known and (other or not candidates):
        advice = f"có phải {other} (nêu ở trên)?" if other else ""
        return Binding(None, Status.OUTSIDE, "văn bản không có trong kho", advice)
    known = known or cited(candidates, context, names)
    if len(known) == 1 and not other:
        return Binding(known[0])
    advice = " hay ".join(item.cited for item in candidates)
    reason = f"{token.type} số {token.number} của năm nào?"
    return Binding(None, Status.AMBIGUOUS, reason, f"ghi đủ số hiệu: {advice}", candidates)
