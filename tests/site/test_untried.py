"""Forms of Markdown that a page has no sign of are left out, and no other."""

from __future__ import annotations

import pytest
import yaml
from building import ROOT
from markdown import Markdown
from markdown.extensions.toc import TocTreeprocessor
from markdown.preprocessors import Preprocessor
from untried import BLOCKS, INLINE, LAST, TREE, Untried

PLAIN = "# Điều 1. Tên\n\nTheo khoản 1 Điều 8 Luật An ninh mạng.\n\n- một\n- hai\n"
FORMS = {
    "backtick": "a `b` c",
    "escape": r"a \* b",
    "footnote": "a[^1]\n\n[^1]: b",
    "reference": "[a][b]\n\n[b]: c.md",
    "link": "[a](b.md)",
    "image_link": "![a](b.png)",
    "image_reference": "![a][b]\n\n[b]: c.png",
    "short_reference": "[b]\n\n[b]: c.md",
    "short_image_ref": "![b]\n\n[b]: c.png",
    "autolink": "<https://vbpl.vn>",
    "automail": "<a@b.vn>",
    "linebreak": "a  \nb",
    "linebreak by a tab": "a\t\nb",
    "html": "a <kbd>b</kbd> c",
    "entity": "a &lt; b",
    "em_strong": "*a* **b**",
    "em_strong, other": "_a_ __b__",
    "admonition": '!!! note "a"\n    b',
    "details": '??? note "a"\n    b',
    "tabbed": '=== "a"\n    b',
    "table": "| a | b |\n| --- | --- |\n| c | d |",
    "deflist": "a\n:   b",
    "quote": "> a",
    "attr_list": "a\n{: #b }",
    "toc": "[TOC]\n\n## a",
    "markdown in a tag": '<div markdown="1">\n*a* [b](c.md)\n\n> d\n</div>',
}


def maker() -> Markdown:
    """Markdown with the extensions of the site."""
    told = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    named = [next(iter(one)) if isinstance(one, dict) else one for one in told]
    configs = {name: given for one in told if isinstance(one, dict) for name, given in one.items()}
    return Markdown(extensions=named, extension_configs=configs)


def shortened(source: str) -> Markdown:
    md = maker()
    md.preprocessors.register(Untried(md, source), "untried", LAST)
    return md


@pytest.mark.parametrize("source", FORMS.values(), ids=FORMS)
def test_each_form_is_read_where_it_stands(source: str) -> None:
    text = f"{PLAIN}\n{source}\n"
    whole = maker().convert(text)
    assert whole != maker().convert(PLAIN)
    assert shortened(text).convert(text) == whole


def test_a_page_without_signs_tries_none() -> None:
    md = shortened(PLAIN)
    assert md.convert(PLAIN) == maker().convert(PLAIN)
    assert not len(md.inlinePatterns)
    assert not any(name in md.parser.blockprocessors for name in BLOCKS)
    assert not any(name in md.treeprocessors for name in TREE)
    (toc,) = [one for one in md.treeprocessors if isinstance(one, TocTreeprocessor)]
    assert not toc.marker


def test_every_form_has_its_name_in_markdown() -> None:
    """Else a new version tries it again, and a build takes longer."""
    md = maker()
    assert {name for name in INLINE if name not in md.inlinePatterns} == set()
    assert len(md.inlinePatterns) == len(INLINE)
    assert {name for name in BLOCKS if name not in md.parser.blockprocessors} == set()
    assert {name for name in TREE if name not in md.treeprocessors} == set()


def test_what_another_extension_brings_in_is_read() -> None:
    class Brings(Preprocessor):
        def run(self, lines: list[str]) -> list[str]:
            return [*lines, "", "> *b*"]

    made = []
    for md in (maker(), shortened(PLAIN)):
        md.preprocessors.register(Brings(md), "brings", 10)
        made.append(md.convert(PLAIN))
    assert made[0] == made[1]
    assert "<blockquote>" in made[0]
