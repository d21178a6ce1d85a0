"""What the JSON documents say, and what they promise to go on saying."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from vanban.opendata import api, shapes
from vanban.page.library import Library

LAW = "luat-11-2012-qh13"
PROMISED = Path(__file__).with_name("promised.txt")


def unit(published: dict[str, Any], slug: str, name: str) -> dict[str, Any]:
    (found,) = [row for row in published[f"provisions/{slug}.json"]["units"] if row["id"] == name]
    return found  # type: ignore[no-any-return]


def instrument(published: dict[str, Any], slug: str) -> dict[str, Any]:
    (found,) = [row for row in published["instruments.json"]["instruments"] if row["slug"] == slug]
    return found  # type: ignore[no-any-return]


def test_an_instrument_says_what_is_known_and_how_sure(published: dict[str, Any]) -> None:
    law = instrument(published, LAW)
    assert (law["number"], law["issued"], law["state"]) == ("11/2012/QH13", "2012-06-20", "ended")
    validity = law["validity"]
    assert (validity["since"], validity["until"]) == ("2013-01-01", "2024-01-01")
    assert validity["ended_by"] == "luat-22-2023-qh15#dieu-40-khoan-2"
    assert validity["evidence"] == {
        "certainty": "stated",
        "checked": "2025-05-18",
        "sources": ["Công báo thử số 9"],
        "note": None,
    }
    assert law["page"] == f"van-ban/{LAW}/"
    assert law["akn"] == f"van-ban/{LAW}/akn.xml"


def test_what_nobody_knows_is_null(published: dict[str, Any]) -> None:
    told = instrument(published, "chi-thi-7-ct-ubnd-tinh-thu-2016")
    assert told["state"] == "unknown"
    assert told["validity"]["since"] is told["validity"]["until"] is told["issuer"] is None


@pytest.mark.parametrize(
    ("slug", "name", "fields"),
    [
        # đ is a letter of its own, in ids and in eIds
        (LAW, "dieu-5-khoan-1-diem-d", {"number": "d", "text": "Ghi tên vào sổ."}),
        (
            LAW,
            "dieu-5-khoan-1-diem-dd",
            {"number": "đ", "text": "Khóa tủ trước khi về.", "eid": "art_5__cl_1__point_dd"},
        ),
        # a list stays a list; commentary below another heading is nobody's wording
        (
            LAW,
            "dieu-5-khoan-2",
            {
                "text": "• Giữ mẫu thử trong tủ.\n"
                "• Ghi nhật ký mỗi tối theo điểm d khoản 1 Điều này."
            },
        ),
        # how it was read is no wording
        (LAW, "dieu-5-khoan-1", {"note": "Đọc theo bản in thử, chưa có bản chính."}),
        # nobody worded it; it stands below its chapter
        (LAW, "dieu-6", {"text": None, "parent": "chuong-1", "kind": "article"}),
        # somebody stopped counting: “ab?”
        (LAW, "dieu-5-khoan-3", {"children_known": True, "children_complete": False}),
        # a unit follows the law that holds it, and says so by naming no unit
        (LAW, "dieu-5", {"state": "ended", "statement": None, "governed_by": None}),
        ("nghi-dinh-44-2024-nd-cp", "dieu-4-khoan-2", {"state": "ended"}),
        ("thong-tu-66-2025-tt-btn", "dieu-1", {"state": "not_yet"}),
    ],
)
def test_units(published: dict[str, Any], slug: str, name: str, fields: dict[str, Any]) -> None:
    found = unit(published, slug, name)
    assert {key: found[key] for key in fields} == fields


def test_a_unit_with_a_statement_of_its_own(published: dict[str, Any]) -> None:
    found = unit(published, "nghi-dinh-44-2024-nd-cp", "dieu-4-khoan-2")
    assert found["governed_by"] == found["id"]
    assert found["statement"]["state"] == "ended"


def test_the_concordance_says_when_nothing_corresponds(published: dict[str, Any]) -> None:
    pairings = published["concordance.json"]["pairings"]
    (gone,) = [row for row in pairings if row["old"] == f"{LAW}#dieu-5-khoan-1-diem-d"]
    assert gone["today"] == [{"target": None, "change": "Luật mới bỏ hẳn ý này."}]
    assert gone["evidence"]["certainty"] == "unknown"
    limbs = [row["limb"] for row in pairings if row["old"] == f"{LAW}#dieu-6"]
    assert limbs == ["vế đầu", "vế sau"]


def test_backlinks_lead_to_what_cites(published: dict[str, Any]) -> None:
    found = published["citations.json"]
    target = f"{LAW}#dieu-5-khoan-1-diem-d"
    places = found["backlinks"][target]
    assert places
    rows = [found["citations"][place] for place in places]
    assert {row["target"] for row in rows} == {target}
    assert f"{LAW}#dieu-5-khoan-2" in {row["source"] for row in rows}
    linked = [row for row in found["citations"] if row["status"] in ("resolved", "unverified")]
    assert sum(map(len, found["backlinks"].values())) == len(linked)


def test_every_target_is_in_the_documents(published: dict[str, Any]) -> None:
    """A program that follows a target finds it, wherever it was named."""
    slugs = {row["slug"] for row in published["instruments.json"]["instruments"]}
    units = {
        f"{slug}#{row['id']}"
        for slug in slugs
        for row in published[f"provisions/{slug}.json"]["units"]
    }
    named = set(published["citations.json"]["backlinks"])
    for row in published["concordance.json"]["pairings"]:
        named |= {row["old"]} | {one["target"] for one in row["today"] if one["target"]}
    assert named <= slugs | units


def test_no_document_knows_another_day_than_that_of_the_check(
    published: dict[str, Any], library: Library
) -> None:
    assert {value["checked"] for value in published.values()} == {library.today.isoformat()}


def test_the_index_names_each_document_and_its_form(published: dict[str, Any]) -> None:
    schemas = dict(api.schemas())
    told = {
        row["address"].removeprefix("api/v1/"): row for row in published["index.json"]["documents"]
    }
    for name in published:
        row = told[re.sub(r"^provisions/.*", "provisions/{slug}.json", name)]
        schema = schemas[row["form"]]
        assert set(published[name]) <= set(schema["properties"])
        assert set(schema["required"]) <= set(published[name])


def fields(form: type[shapes.Document]) -> Iterator[str]:
    """Each field of a document and of its parts, with what the schema says of it."""
    schema = form.model_json_schema(mode="serialization")
    for name, part in {form.__name__: schema, **schema.get("$defs", {})}.items():
        for key, told in part["properties"].items():
            words = {word: value for word, value in told.items() if word in _MEANING}
            yield f"{name}.{key}: {sorted(words.items())}"


_MEANING = {
    *("type", "format", "enum", "const", "pattern", "anyOf", "items", "$ref"),
    "additionalProperties",
}


def test_a_licence_is_told_only_where_one_was_stated(library: Library) -> None:
    """Null is no permission: whoever reads the data by program must be able to tell."""

    def told(of: Library) -> str | None:
        documents = dict(api.documents(of))
        index = documents["api/v1/index.json"]
        assert isinstance(index, shapes.Index)
        return index.licence

    assert told(replace(library, licence="")) is None
    assert told(replace(library, licence="CC BY 4.0")) == "CC BY 4.0"


def test_an_older_reader_of_version_1_takes_a_newer_document() -> None:
    """The schema that somebody kept must not refuse the day on which a field was added."""
    for _, schema in api.schemas():
        pattern = schema["properties"]["version"]["pattern"]
        assert re.search(pattern, shapes.VERSION)
        assert re.search(pattern, "1.12")
        assert not re.search(pattern, "2.0")


def test_what_was_promised_is_kept() -> None:
    """A line of ``promised.txt`` is never taken out; a new field adds its line."""
    now = sorted({line for form, _ in api.FORMS.values() for line in fields(form)})
    promised = PROMISED.read_text(encoding="utf-8").splitlines()
    assert [line for line in promised if line not in now] == []
    assert [line for line in now if line not in promised] == []
