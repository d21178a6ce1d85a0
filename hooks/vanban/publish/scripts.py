"""The scripts of the site: ES modules in source, classic scripts in the built site.

Modules cannot be opened from a disk (browsers refuse ``type=module`` on ``file:``), so each
*entry* becomes one script that holds what it needs of the modules it imports, each module in a
function of its own. The modules keep to a small part of the language, and whatever leaves it is
refused here::

    import { make, need as must } from "../../../theme/assets/javascripts/dom.js"
    export const make = …   export class Box …   export function act …
    import("./projector.js")      fetched when it is wanted: an entry

A module is known by the name of its file alone, wherever it lies.
A statement begins at the left edge; lines that are indented or begin with a closing bracket
belong to it. What is declared there and never named is left out.

A script that is fetched hands its exports to whoever fetched it by an event at its own element
(``modules.js``). Scripts name others by their whole path below the site's front page
(``"assets/javascripts/projector.js"``), so that ``digests`` finds them.

White space and comments are taken out by rjsmin, which changes nothing else: a script needs the
same browser as its source. It does not understand a template inside a template, so none is let
through.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rjsmin import jsmin

FOLDER = "assets/javascripts"
PAGES = (
    "scheme",
    "page",
    "share",
    "handout",
    "handout-add",
    "situations",
    "fines",
    "quiz",
    "quiz-room",
    "session",
    "filter",
    "judge",
    "moved",
    "again",
)
"""Entries that pages name; those that scripts fetch follow from them."""
DATA = (
    *("search-provisions", "search-texts", "search-law", "handout-data", "handout-list"),
    "quiz-data",
)
"""Modules without source: the build writes what they export."""
LOADER = "modules"

_STATEMENT = re.compile(r"^[^\s})\]].*(?:\n(?:[ \t})\]].*)?(?=\n|\Z))*", re.M)
_SOURCE = r"\.{1,2}/(?:[\w.-]+/)*(?P<module>[\w-]+)\.js"
_IMPORT = re.compile(r'import\{(?P<names>[^}]*)\}from"' + _SOURCE + '"')
_FETCH = re.compile(r'\bimport\("' + _SOURCE + r'"\)')
_DECLARED = re.compile(r"(export )?(?:const|let|class|function|async function) ([\w$]+)")
_LEFT = re.compile(r"(?:import|export)\b|.*\bimport\(")
_NESTED = re.compile(r"\$\{[^{}`]*`")
_WORD = re.compile(r"[\w$]+")


class ScriptError(ValueError):
    """A module that leaves the part of the language described above, or is not there."""


@dataclass(frozen=True)
class Statement:
    """One statement without white space; the one name that it declares, or "" where it acts."""

    text: str
    name: str = ""

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self.text))


@dataclass(frozen=True)
class Module:
    """One module: its statements, without import and export."""

    name: str
    statements: tuple[Statement, ...]
    imports: Mapping[str, tuple[str, str]]
    """Where a name comes from: the module, and the name there."""
    exports: tuple[str, ...]
    fetches: tuple[str, ...]

    @cached_property
    def declaring(self) -> Mapping[str, Statement]:
        """The statement that declares a name."""
        return {item.name: item for item in self.statements if item.name}

    @cached_property
    def known(self) -> frozenset[str]:
        """The names that stand for something of its own, or of another module."""
        return frozenset({*self.declaring, *self.imports})


def read(name: str, source: str) -> Module:
    """A module from its text; raises ScriptError with the first statement not understood."""
    statements: list[Statement] = []
    imports: dict[str, tuple[str, str]] = {}
    exports: list[str] = []
    fetches: list[str] = []
    for found in _STATEMENT.finditer(source):
        text = tight(name, found.group())
        if taken := _IMPORT.fullmatch(text):
            for one in taken["names"].split(","):
                there, _, here = one.partition(" as ")
                imports[here or there] = (taken["module"], there)
            continue
        if _FETCH.search(text):
            imports["fetch$"] = (LOADER, "load")
            fetches += _FETCH.findall(text)
            text = _FETCH.sub(lambda found: f'fetch$("{path(found["module"])}")', text)
        declared = _DECLARED.match(text)
        if declared and declared[1]:
            exports.append(declared[2])
            text = text.removeprefix("export ")
        if _LEFT.match(text):
            raise ScriptError(f"{name}.js: {text[:80]}")
        if text:
            statements.append(Statement(text, declared[2] if declared else ""))
    return Module(name, tuple(statements), imports, tuple(exports), tuple(fetches))


def tight(name: str, source: str) -> str:
    """Source text without white space and comments; raises ScriptError as ``read`` does."""
    if nested := _NESTED.search(source):
        raise ScriptError(f"{name}.js: a template inside a template: {nested.group()}")
    text: str = jsmin(source)
    return text.strip()


def path(name: str) -> str:
    """Where a built script lies."""
    return f"{FOLDER}/{name}.js"


def built(sources: Mapping[str, str]) -> dict[str, str]:
    """Every script of the pages by its path; ``sources`` are the modules by name."""
    modules = {name: read(name, source) for name, source in sources.items()}
    fetched = {name for module in modules.values() for name in module.fetches} - {*DATA}
    made: dict[str, str] = {}
    for name in sorted(fetched | {*PAGES}):
        exports = _known(modules, name).exports if name in fetched else ()
        last = _hand_over(",".join(exports)) if exports else ""
        made[path(name)] = _script(modules, name, exports, last)
    return made


def alone(sources: Mapping[str, str], entry: str) -> str:
    """The script of one entry that no page asks for (a worker); ``sources`` as for ``built``."""
    modules = {name: read(name, source) for name, source in sources.items()}
    return _script(modules, entry, (), "")


def data(value: object) -> str:
    """The script of a module that exports one value as ``data``; the value as JSON."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _hand_over(f"data:{text}") + "\n"


def _script(modules: Mapping[str, Module], entry: str, exports: Sequence[str], last: str) -> str:
    """An entry with what it needs of others, and what is to be done at the end."""
    needed = _needed(modules, entry, exports)
    parts = []
    for name in _order(modules, entry):
        wanted = needed[name]
        if not wanted and name != entry:
            continue
        module = modules[name]
        body = "\n".join(
            item.text for item in module.statements if not item.name or item.name in wanted
        )
        taken = ";".join(
            f"const{{{there if there == here else f'{there}:{here}'}}}={_variable(source)}"
            for here, (source, there) in module.imports.items()
            if here in wanted
        )
        inside = f"{taken};{body}" if taken else body
        given = ",".join(export for export in module.exports if export in wanted)
        alone = name == entry
        parts.append(
            inside if alone else f"const {_variable(name)}=(()=>{{{inside}\nreturn{{{given}}}}})()"
        )
    # A semicolon each: what follows may begin with a bracket.
    return "(()=>{" + "\n;".join([*parts, *([last] if last else [])]) + "\n})()\n"


def _needed(
    modules: Mapping[str, Module], entry: str, exports: Sequence[str]
) -> dict[str, set[str]]:
    """For each module the names, declared or imported there, that an entry cannot do without."""
    needed: dict[str, set[str]] = {}
    wanted = [(entry, name) for name in exports]

    def look(module: Module, words: frozenset[str]) -> None:
        wanted.extend((module.name, word) for word in sorted(words & module.known))

    for name in _order(modules, entry):
        needed[name] = set()
        for item in modules[name].statements:
            if not item.name:
                look(modules[name], item.words)
    while wanted:
        name, word = wanted.pop()
        if word in needed[name]:
            continue
        needed[name].add(word)
        module = modules[name]
        if word in module.imports:
            source, there = module.imports[word]
            if there not in modules[source].exports:
                raise ScriptError(f"{name}.js: {source}.js exports no {there}")
            wanted.append((source, there))
        elif word not in module.declaring:
            raise ScriptError(f"{name}.js declares no {word}")
        if word in module.declaring:
            look(module, module.declaring[word].words)
    return needed


def _order(modules: Mapping[str, Module], entry: str) -> list[str]:
    """A module and all that it imports, each after those that it needs itself."""
    done: list[str] = []

    def visit(name: str, above: Sequence[str]) -> None:
        if name in above:
            raise ScriptError(f"{' imports '.join([*above, name])}: a circle")
        for source, _ in _known(modules, name).imports.values():
            if source not in done:
                visit(source, [*above, name])
        if name not in done:
            done.append(name)

    visit(entry, [])
    return done


def _known(modules: Mapping[str, Module], name: str) -> Module:
    if name not in modules:
        raise ScriptError(f"there is no {name}.js")
    return modules[name]


def _variable(name: str) -> str:
    """No name in a module ends in ``$``, so none is hidden."""
    return name.replace("-", "$") + "$"


def _hand_over(given: str) -> str:
    event = f'new CustomEvent("mo-dun",{{detail:{{{given}}}}})'
    return f"document.currentScript.dispatchEvent({event})"
