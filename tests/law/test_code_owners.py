"""A code that was printed never opens another instrument."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from editors_words import assert_known
from samples import corpus_of, van_ban
from vanban.law.code_owners import as_one, doubled, lost, misled, owners, passed_on, replaced
from vanban.law.corpus import Corpus
from vanban.law.ledger import counted, extended, forgotten, malformed, miscounted, read_ledger
from vanban.law.moves import moves_of
from vanban.law.problems import Problem

ONE, TWO = "van-ban/nghi-dinh-1-2020-nd-cp/", "van-ban/nghi-dinh-2-2018-nd-cp/"
THREE = "van-ban/nghi-dinh-3-2020-nd-cp/"
RENAMED = "van-ban/nghi-dinh-1-2020-nd-cp-chinh-phu/"
PUBLISHED = {"nd1": ONE, "nd2": TWO}


def _corpus(root: Path, codes: dict[str, str]) -> Corpus:
    files: dict[str, str | bytes] = {}
    for code, home in codes.items():
        number, year = home.split("-")[3:5]
        yml = van_ban(so=f"{number}/{year}/NĐ-CP", ma=code, ban_hanh=f"{year}-01-15")
        files |= {f"{home}van-ban.yml": yml, f"{home}index.md": "# Nghị định\n"}
    return corpus_of(root, files)


def _homes(ledger: str) -> dict[str, str]:
    return {one.code: one.home for one in owners(ledger.split("\n"))}


def _told(root: Path, codes: dict[str, str], lines: str = "") -> list[Problem]:
    """What is told when these codes are those of these folders, after the first were published."""
    text = extended(_corpus(root / "cu", PUBLISHED), "") + lines
    corpus = _corpus(root / "moi", codes)
    return list(passed_on(corpus, text, moves_of(corpus, text).end, "docs"))


@pytest.mark.parametrize(
    ("codes", "lines"),
    [
        (PUBLISHED, ""),
        ({"nd9": ONE, "nd2": TWO}, "nd1/* → nd9/*\n"),  # a code that changed
        ({"nd2": TWO}, f"{ONE}* → {TWO}\nnd1/* → nd2/\n"),  # an instrument that went
        ({"nd1": RENAMED}, f"{ONE}* → {RENAMED}*\n"),
        ({"nd1": RENAMED}, ""),  # a folder lost: that is told as such
    ],
)
def test_what_stays_with_its_instrument_is_not_told(
    tmp_path: Path, codes: dict[str, str], lines: str
) -> None:
    assert _told(tmp_path, codes, lines) == []


@pytest.mark.parametrize(
    ("codes", "lines", "count"),
    [
        ({"nd1": TWO, "nd2": ONE}, "", 2),  # the same addresses as ever, and each opens the other
        ({"nd9": ONE, "nd1": TWO}, "nd1/* → nd9/*\nnd2/* → nd1/*\n", 1),
        ({"nd1": TWO, "nd3": THREE}, f"{ONE}* → {THREE}\n", 1),  # the first went
        ({"nd2": ONE}, "", 1),  # and its own code is nobody's any more
    ],
)
def test_a_code_that_passed_to_another_is_told(
    tmp_path: Path, codes: dict[str, str], lines: str, count: int
) -> None:
    told = _told(tmp_path, codes, lines)
    assert len(told) == count
    assert {one.file for one in told} <= {f"docs/{ONE}van-ban.yml", f"docs/{TWO}van-ban.yml"}
    assert_known(told)


@pytest.mark.parametrize("keeps", [ONE, THREE])
def test_two_editors_who_took_one_code_are_told_how_one_keeps_it(
    tmp_path: Path, keeps: str
) -> None:
    """That it takes another code would be told of either in turn, and both would lose it."""
    homes = {"nd1": keeps, "nd9": THREE if keeps == ONE else ONE}
    lines = [f"# Mã nd1 là của {home}, số {home[18]}/2020/NĐ-CP, năm 2020" for home in (ONE, THREE)]
    (told,) = _told(tmp_path, homes, f"{lines[1]}\n")
    assert_known([told])
    one, other = re.findall("“(# .+?)”", told.suggestion)
    assert {one, other} == set(lines)
    wrong = one if keeps in other else other
    text = extended(_corpus(tmp_path / "cu", PUBLISHED), "") + f"{lines[1]}\n"
    text = text.replace(f"{wrong}\n", "")
    corpus = _corpus(tmp_path / "moi", homes)
    assert list(passed_on(corpus, text, moves_of(corpus, text).end, "docs")) == []
    assert forgotten(text, frozenset(), owners(lines)) is None


def test_the_ledger_keeps_whose_a_code_was(tmp_path: Path) -> None:
    first = extended(_corpus(tmp_path / "cu", PUBLISHED), "")
    assert _homes(first) == PUBLISHED
    changed = _corpus(tmp_path / "moi", {"nd1": TWO, "nd3": ONE})
    later = extended(changed, first)
    assert _homes(later) == {**PUBLISHED, "nd3": ONE}
    assert extended(changed, later) == later
    assert malformed(later) == list(miscounted(later)) == []
    assert counted(later).number == len(read_ledger(later))


def test_an_older_ledger_learns_whose_its_codes_are(tmp_path: Path) -> None:
    corpus = _corpus(tmp_path, PUBLISHED)
    older = "".join(
        line for line in extended(corpus, "").splitlines(keepends=True) if "# Mã" not in line
    )
    assert _homes(older) == {}
    assert _homes(extended(corpus, older)) == PUBLISHED


def test_letters_taken_apart_by_a_program_are_read(tmp_path: Path) -> None:
    text = unicodedata.normalize("NFD", extended(_corpus(tmp_path, PUBLISHED), ""))
    assert _homes(text) == PUBLISHED


def _misled(root: Path, lines: str, codes: dict[str, str] = PUBLISHED) -> list[tuple[str, str]]:
    text = extended(_corpus(root / "cu", PUBLISHED), "") + lines
    corpus = _corpus(root / "moi", codes)
    found = sorted((one.line, one.other) for one in misled(corpus, text, read_ledger(text)))
    text = extended(corpus, text)  # as ``hooks ledger`` writes it: nothing is settled by that
    later = misled(corpus, text, read_ledger(text))
    assert found == sorted((one.line, one.other) for one in later)
    return found


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (f"{ONE}* → {TWO}*\n", f"{ONE}*"),
        ("nd1/* → nd2/*\n", "nd1/*"),
        ("nd1/8/* → nd2/8/*\n", "nd1/8/*"),
        ("nd1/* → nd2/8/*\n", "nd1/*"),
        ("nd1/* → giua/*\ngiua/* → nd2/*\n", "giua/*"),  # by a name between: the wrong step
        (f"{ONE}* → {TWO}cu/*\n", f"{ONE}*"),
    ],
)
def test_a_star_on_both_sides_leads_into_no_other_instrument(
    tmp_path: Path, lines: str, line: str
) -> None:
    assert _misled(tmp_path, lines) == [(line, TWO)]


def test_nor_into_a_later_name_of_another(tmp_path: Path) -> None:
    """Both lines are told: a ledger does not say which of them was first."""
    later = "van-ban/nghi-dinh-2-2018-nd-cp-chinh-phu/"
    lines = f"{TWO}* → {later}*\n{ONE}* → {later}*\n"
    found = _misled(tmp_path, lines, {"nd2": later})
    assert set(found) == {(f"{TWO}*", ONE), (f"{ONE}*", TWO)}


def test_nor_into_a_later_code_of_another(tmp_path: Path) -> None:
    lines = "nd2/* → nd9/*\nnd1/* → nd9/*\n"
    assert ("nd1/*", TWO) in _misled(tmp_path, lines, {"nd9": TWO})


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (f"{ONE}* → {TWO}\nnd1/* → nd2/\n", {"nd2": TWO}),  # all to one place
        (f"{ONE}* → {RENAMED}*\n", {"nd1": RENAMED, "nd2": TWO}),  # a folder got another name
        ("nd1/* → nd9/*\n", {"nd9": ONE, "nd2": TWO}),  # a code that did
        (f"{ONE}* → {RENAMED}*\nnd1/* → nd9/*\n", {"nd9": RENAMED, "nd2": TWO}),  # both
        (f"{ONE}* → a/*\na/* → {RENAMED}*\nnd1/* → nd9/*\n", {"nd9": RENAMED, "nd2": TWO}),
        (f"tra-cuu/* → {TWO}*\n", PUBLISHED),  # no instrument's
        ("nd1/8/* → nd1/9/*\n", PUBLISHED),
    ],
)
def test_an_instrument_that_was_renamed_is_the_same(
    tmp_path: Path, lines: str, codes: dict[str, str]
) -> None:
    assert _misled(tmp_path, lines, codes) == []


def test_its_first_home_names_an_instrument_whose_folder_and_code_changed(tmp_path: Path) -> None:
    lines = f"{ONE}* → {RENAMED}*\nnd1/* → nd9/*\n"
    text = extended(_corpus(tmp_path / "cu", PUBLISHED), "") + lines
    corpus = _corpus(tmp_path / "moi", {"nd9": RENAMED, "nd2": TWO})
    text = extended(corpus, text)
    assert _homes(text)["nd9"] == ONE
    assert list(passed_on(corpus, text, moves_of(corpus, text).end, "docs")) == []


def test_its_first_home_is_known_where_all_folders_moved(tmp_path: Path) -> None:
    later = ONE.replace("van-ban/", "van-cu/")
    text = extended(_corpus(tmp_path / "cu", PUBLISHED), "")
    text += "van-ban/* → van-cu/*\nnd1/* → nd9/*\n"
    assert _homes(extended(_corpus(tmp_path / "moi", {"nd9": later}), text))["nd9"] == ONE


def test_another_instrument_in_the_place_of_the_first_is_no_rename(tmp_path: Path) -> None:
    """Both lines have stars, as for a rename; the number in the ledger tells them apart."""
    lines = f"{ONE}* → {THREE}*\nnd1/* → nd9/*\n"
    found = _misled(tmp_path, lines, {"nd9": THREE, "nd2": TWO})
    assert found == [("nd1/*", THREE), (f"{ONE}*", THREE)]


def test_nor_is_one_that_took_its_code_too(tmp_path: Path) -> None:
    (told,) = _told(tmp_path, {"nd1": THREE, "nd2": TWO}, f"{ONE}* → {THREE}*\n")
    assert told.file == f"docs/{THREE}van-ban.yml"
    assert "số 1/2020/NĐ-CP, năm 2020" in told.message
    assert_known([told])


def test_nor_is_one_written_over_it(tmp_path: Path) -> None:
    """The folder stays as it was, what stands in it does not."""
    text = extended(_corpus(tmp_path / "cu", PUBLISHED), "")
    files: dict[str, str | bytes] = {
        f"{ONE}van-ban.yml": van_ban(so="9/2020/NĐ-CP", ma="nd1", ban_hanh="2020-01-15"),
        f"{ONE}index.md": "# Nghị định\n",
    }
    corpus = corpus_of(tmp_path / "moi", files)
    (told,) = passed_on(corpus, text, moves_of(corpus, text).end, "docs")
    line = next(line for line in text.splitlines() if line.startswith("# Mã nd1 "))
    assert f"“{line}”" in told.suggestion
    right = text.replace(line, line.replace("số 1/2020", "số 9/2020"))  # as the advice has it
    assert list(passed_on(corpus, right, moves_of(corpus, right).end, "docs")) == []


def _without_numbers(ledger: str) -> str:
    """As an earlier version wrote it."""
    return re.sub(r"(?m)^(# Mã [^,]*), .*$", r"\1", ledger)


def test_a_line_of_an_earlier_version_learns_the_number_where_it_is_known(tmp_path: Path) -> None:
    corpus = _corpus(tmp_path / "cu", PUBLISHED)
    now = extended(corpus, "")
    assert extended(corpus, _without_numbers(now)) == now
    old = _without_numbers(now) + f"{ONE}* → {RENAMED}*\n"
    moved = extended(_corpus(tmp_path / "moi", {"nd1": RENAMED, "nd2": TWO}), old)
    assert f"# Mã nd1 là của {ONE}\n" in moved  # of the number there nobody knows whether it is his


def test_two_lines_of_one_instrument_are_mended_as_the_advice_says(tmp_path: Path) -> None:
    """An earlier version took one whose folder and code both changed for another one."""
    older = _without_numbers(extended(_corpus(tmp_path / "cu", PUBLISHED), ""))
    text = f"{older}# Mã nd9 là của {RENAMED}\n{ONE}* → {RENAMED}*\nnd1/* → nd9/*\n"
    corpus = _corpus(tmp_path / "moi", {"nd9": RENAMED, "nd2": TWO})
    text = extended(corpus, text)
    found = list(misled(corpus, text, read_ledger(text)))
    number = "số 1/2020/NĐ-CP, năm 2020"
    first = f"sửa “# Mã nd1 là của {ONE}” thành “# Mã nd1 là của {ONE}, {number}”"
    then = f"sửa “# Mã nd9 là của {RENAMED}, {number}” thành “# Mã nd9 là của {ONE}, {number}”"
    assert {as_one(corpus, text, one) for one in found} == {f"{first}; {then}"}
    right = text.replace(f"# Mã nd9 là của {RENAMED}", f"# Mã nd9 là của {ONE}")
    assert list(misled(corpus, right, read_ledger(right))) == []


def test_a_number_that_was_written_wrongly_is_mended_as_the_advice_says(tmp_path: Path) -> None:
    text = extended(_corpus(tmp_path / "cu", PUBLISHED), "")
    text += f"{ONE}* → {THREE}*\nnd1/* → nd9/*\n"
    corpus = _corpus(tmp_path / "moi", {"nd9": THREE, "nd2": TWO})
    found = list(misled(corpus, text, read_ledger(text)))
    line = f"# Mã nd1 là của {ONE}, số 1/2020/NĐ-CP, năm 2020"
    now = f"# Mã nd1 là của {ONE}, số 3/2020/NĐ-CP, năm 2020"
    assert {as_one(corpus, text, one) for one in found} == {f"sửa “{line}” thành “{now}”"}
    right = text.replace(line, f"# Mã nd1 là của {ONE}, số 3/2020/NĐ-CP, năm 2020")
    assert list(misled(corpus, right, read_ledger(right))) == []
    assert _homes(extended(corpus, right))["nd9"] == ONE


def _replaced(root: Path, before: str, after: str, lines: str = "") -> list[Problem]:
    """What is told when a folder holds another file of an instrument than was published."""
    old = corpus_of(root / "cu", {f"{ONE}van-ban.yml": before, f"{ONE}index.md": "# Một\n"})
    new = corpus_of(root / "moi", {f"{ONE}van-ban.yml": after, f"{ONE}index.md": "# Một\n"})
    text = extended(old, "") + lines
    told = list(replaced(new, text, "docs"))
    assert told == list(replaced(new, extended(new, text), "docs"))  # nothing settles it unseen
    return told


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (van_ban(ma="a1"), van_ban(ma="a2", so="9/2020/NĐ-CP")),
        (van_ban(so="10/CT-UBND"), van_ban(so="10/CT-UBND", ban_hanh="2026-01-15")),
        (
            van_ban(so="10/CT-UBND", so_duy_nhat="false", dia_phuong="Long An"),
            van_ban(so="10/CT-UBND", so_duy_nhat="false", dia_phuong="Tây Ninh"),
        ),
        (van_ban(so=None), van_ban(so=None, ban_hanh="2020-01-16")),
    ],
    ids=["another number", "of another year", "of another province", "no number, another day"],
)
def test_another_instrument_under_the_same_address_is_told(
    tmp_path: Path, before: str, after: str
) -> None:
    (told,) = _replaced(tmp_path, before, after, "a1/* → a2/\n")
    assert told.file == f"docs/{ONE}van-ban.yml"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (van_ban(so="24/2018/QH14"), van_ban(so="24/2018/qh 14")),
        (van_ban(so=None, ban_hanh=None), van_ban(so=None)),  # a day that was looked up since
        (van_ban(so="10/CT-UBND"), van_ban(so="10/CT-UBND", dia_phuong="Long An")),
        (van_ban(), van_ban(ten="Tên khác")),
        *((van_ban(), van_ban(so=so)) for so in ("1/2020/NĐ–CP", "01/2020/NĐ_CP", "1/2020/NĐ-CP.")),
    ],
)
def test_one_of_which_more_is_known_is_the_same(tmp_path: Path, before: str, after: str) -> None:
    assert _replaced(tmp_path, before, after) == []


@pytest.mark.parametrize(
    ("so", "told"),
    [
        ("1/2O20/NĐ-CP", "có chữ cái đứng thay chữ số"),
        ("1/2020/ND-CP", "có chữ D thay chữ Đ"),
        ("số 1/2020/NĐ-CP", "không bắt đầu bằng số"),
        ("1/2021/NĐ-CP", "mà ban-hanh ghi năm 2020"),
    ],
)
def test_a_slip_in_a_number_is_told_as_one(tmp_path: Path, so: str, told: str) -> None:
    """The ledger is not to learn it, nor a folder to be named by it."""
    assert _replaced(tmp_path, van_ban(), van_ban(so=so)) == []
    new = corpus_of(tmp_path / "moi", {})
    assert [told in one.message for one in new.problems] == [True]
    text = extended(_corpus(tmp_path / "so", PUBLISHED), "")
    assert list(passed_on(new, text, moves_of(new, text).end, "docs")) == []


def test_a_slip_in_a_province_is_told_as_one(tmp_path: Path) -> None:
    ours = {"so": "10/CT-UBND", "so_duy_nhat": "false"}
    before = van_ban(**ours, dia_phuong="Long An")
    assert _replaced(tmp_path, before, van_ban(**ours, dia_phuong="Tỉnh Long An")) == []


def test_a_code_that_passed_on_is_told_whatever_the_number_is(tmp_path: Path) -> None:
    text = extended(_corpus(tmp_path / "cu", PUBLISHED), "")
    files: dict[str, str | bytes] = {
        f"{ONE}van-ban.yml": van_ban(ma="nd9"),
        f"{ONE}index.md": "# Một\n",
        f"{TWO}van-ban.yml": van_ban(so="2/2O18/NĐ-CP", ma="nd1", ban_hanh="2018-01-15"),
        f"{TWO}index.md": "# Hai\n",
    }
    corpus = corpus_of(tmp_path / "moi", files)
    (told,) = passed_on(corpus, text, moves_of(corpus, text).end, "docs")
    assert told.file == f"docs/{TWO}van-ban.yml"


def test_two_laws_of_one_year_without_numbers_are_told_apart_by_their_place(tmp_path: Path) -> None:
    """Stubs of laws that texts name by name and year: all that is known of both is the year."""
    homes = ("van-ban/luat-vo-kich-2019/", "van-ban/luat-ghe-da-2019/")

    def corpus(root: Path, codes: tuple[str, str]) -> Corpus:
        files: dict[str, str | bytes] = {}
        for home, code in zip(homes, codes, strict=True):
            law = {"loai": "Luật", "so": None, "ban_hanh": None, "ban_hanh_chu": "năm 2019"}
            files |= {f"{home}van-ban.yml": van_ban(ma=code, **law), f"{home}index.md": "# Luật\n"}
        return corpus_of(root, files)

    text = extended(corpus(tmp_path / "cu", ("lvk19", "lgd19")), "")
    same = corpus(tmp_path / "nhu-cu", ("lvk19", "lgd19"))
    assert list(passed_on(same, text, moves_of(same, text).end, "docs")) == []
    new = corpus(tmp_path / "moi", ("lgd19", "lvk19"))
    told = list(passed_on(new, text, moves_of(new, text).end, "docs"))
    assert [one.file for one in told] == [f"docs/{home}van-ban.yml" for home in homes]
    assert_known(told)


def test_a_folder_that_was_left_is_given_to_no_other(tmp_path: Path) -> None:
    """What was there leads elsewhere; an address that another brings back would open that one."""
    text = extended(_corpus(tmp_path / "cu", PUBLISHED), "") + f"{ONE}* → {TWO}\nnd1/* → nd2/\n"
    files: dict[str, str | bytes] = {
        f"{ONE}van-ban.yml": van_ban(so="9/2020/NĐ-CP", ma="nd9", ban_hanh="2020-01-15"),
        f"{ONE}index.md": "# Nghị định\n",
    }
    (told,) = replaced(corpus_of(tmp_path / "moi", files), text, "docs")
    assert "số 1/2020/NĐ-CP" in told.message
    assert_known([told])


def test_an_instrument_that_moved_below_its_folder_keeps_its_code(tmp_path: Path) -> None:
    text = extended(_corpus(tmp_path / "cu", PUBLISHED), "")
    below = f"{ONE}nghi-dinh-1-2020-nd-cp/"
    files: dict[str, str | bytes] = {
        f"{below}van-ban.yml": van_ban(so="1/2020/NĐ-CP", ma="nd1", ban_hanh="2020-01-15"),
        f"{below}index.md": "# Nghị định\n",
        f"{ONE}index.md": "# Các nghị định\n",
    }
    corpus = corpus_of(tmp_path / "moi", files)
    assert list(passed_on(corpus, text, moves_of(corpus, text).end, "docs")) == []


def test_the_line_that_steps_into_another_is_told_not_the_one_before(tmp_path: Path) -> None:
    """Mended as the advice says, nothing of the first leads into the other any more."""
    lines = f"{ONE}* → {RENAMED}*\n{RENAMED}* → {THREE}*\n"
    assert _misled(tmp_path, lines, {"nd9": THREE, "nd2": TWO}) == [(f"{RENAMED}*", THREE)]


def test_whose_a_code_was_comes_back_with_an_edit_taken_back(tmp_path: Path) -> None:
    before = owners(["# Mã nd2 là của b/, số 2", "# Mã nd2 là của a/", "# Mã nd1 là của c/"])
    text = "# Mã nd1 là của c/\n"
    assert [str(one) for one in lost(text, before)] == ["# Mã nd2 là của b/, số 2"]
    assert lost(f"{text}# Mã nd2 là của khac/\n", before) == []  # it was given on knowingly
    told = forgotten(f"{text}a/\n", frozenset({"a/"}), before)
    assert told is not None
    assert_known([told])
    corpus = _corpus(tmp_path, {"nd2": TWO})
    assert _homes(extended(corpus, text, before=before))["nd2"] == "b/"


@pytest.mark.parametrize(
    ("others", "told"),
    [
        ([f"# Mã nd1 là của {ONE}, số 1/2020/NĐ-CP, năm 2020"], []),
        ([f"# Mã nd1 là của {ONE}, số 01/2020/nđ-cp, năm 2020, Long An"], []),  # looked up since
        ([f"# Mã nd9 là của {ONE}, số 9/2020/NĐ-CP, năm 2020"], []),  # each code is told by itself
        ([f"# Mã nd1 là của {ONE}, số 9/2020/NĐ-CP, năm 2020"], [3]),
    ],
)
def test_merged_ledgers_tell_no_two_instruments_of_one_place(
    others: list[str], told: list[int]
) -> None:
    """The one that went would be as good as the one that stayed, and its address would open it."""
    first = f"# Mã nd1 là của {ONE}, số 1/2020/NĐ-CP, năm 2020"
    found = list(doubled("\n".join(["# đầu", first, *others, "./"]), "dia-chi.txt"))
    assert [one.line for one in found] == told
    assert_known(found)
