"""Modules become scripts: to the letter, for modules that use all that the language here has."""

from __future__ import annotations

import pytest
from vanban.publish import scripts

PAGE = """\
// what a page does
import { a as first, helper } from "../../theme/assets/javascripts/dom.js"
import { idle } from "./two-words.js"

const local = "  kept  "
const never = 1
function act(
  one,
) {
  return helper(one)
}
import("./far-away.js").then((there) => there.show(local))
first(act)
"""
DOM = """\
const deep = 1
export const a = () => deep
export class helper {
  go() {}
}
export const spare = 2
"""
FETCHED = """\
import { a } from "./dom.js"
export const show = a
export async function hide() {}
const own = 3
"""
EMPTY = "(()=>{\n})()\n"


def test_scripts_to_the_letter() -> None:
    modules = {"page": PAGE, "dom": DOM, "far-away": FETCHED, "two-words": "export const idle = 1"}
    loader = {scripts.LOADER: "export const load = (path) => path\n"}
    made = scripts.built(dict.fromkeys(scripts.PAGES, "") | modules | loader)
    page, fetched = scripts.path("page"), scripts.path("far-away")
    assert set(made) == {fetched, *map(scripts.path, scripts.PAGES)}
    assert {text for name, text in made.items() if name not in (page, fetched)} == {EMPTY}
    assert made[page].splitlines() == [
        "(()=>{const dom$=(()=>{const deep=1",
        "const a=()=>deep",
        "class helper{go(){}}",
        "return{a,helper}})()",
        ";const modules$=(()=>{const load=(path)=>path",
        "return{load}})()",
        (
            ";const{a:first}=dom$;const{helper}=dom$;const{load:fetch$}=modules$;"
            'const local="  kept  "'
        ),
        "function act(one,){return helper(one)}",
        'fetch$("assets/javascripts/far-away.js").then((there)=>there.show(local))',
        "first(act)",
        "})()",
    ]
    assert made[fetched].splitlines() == [
        "(()=>{const dom$=(()=>{const deep=1",
        "const a=()=>deep",
        "return{a}})()",
        ";const{a}=dom$;const show=a",
        "async function hide(){}",
        ';document.currentScript.dispatchEvent(new CustomEvent("mo-dun",{detail:{show,hide}}))',
        "})()",
    ]


def test_a_script_that_holds_data() -> None:
    event = 'new CustomEvent("mo-dun",{detail:{data:{"ă":[1,"x y"]}}})'
    assert scripts.data({"ă": [1, "x y"]}) == f"document.currentScript.dispatchEvent({event})\n"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("export const a = missing\na()", None),  # a name of the browser
        ('import { a as b } from "./dom.js"\nb()', "page.js: dom.js exports no a"),
        ("const a = `${b ? `c` : e}`", "page.js: a template inside a template: ${b ? `"),
        ("export default 1", "page.js: export default 1"),
        ('import { a } from "./gone.js"', "there is no gone.js"),
    ],
)
def test_what_is_refused_is_named(source: str, told: str | None) -> None:
    modules = dict.fromkeys(scripts.PAGES, "") | {"page": source, "dom": "export const b = 1"}
    if told is None:
        assert scripts.path("page") in scripts.built(modules)
        return
    with pytest.raises(scripts.ScriptError) as raised:
        scripts.built(modules)
    assert str(raised.value) == told


def test_a_circle_is_named() -> None:
    modules = dict.fromkeys(scripts.PAGES, "") | {
        "page": 'import { a } from "./one.js"\na()',
        "one": 'import { b } from "./two.js"\nexport const a = b',
        "two": 'import { a } from "./one.js"\nexport const b = a',
    }
    with pytest.raises(scripts.ScriptError) as raised:
        scripts.built(modules)
    assert str(raised.value) == "page imports one imports two imports one: a circle"
