"""A set of questions as a QTI 2.1 package, which most learning platforms read.

https://www.imsglobal.org/question/: a ZIP with a manifest, one file for the whole test, and one for
each question. The reason and what it rests on come as feedback after the answer, right or wrong.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from ...publish import zipped
from .quiz import Item, QuizSet

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_PLACES = {
    QTI: "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    PACKAGE: "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
}
MANIFEST, TEST = "imsmanifest.xml", "bo-cau-hoi.xml"
LETTERS = "ABCD"
_REASON = "VI_SAO"


def package(found: QuizSet, title: str, told: Mapping[str, str]) -> bytes:
    """The ZIP; ``told`` is the feedback of each question by its id."""
    packed = io.BytesIO()
    zipped.write(packed, _files(found, title, told))
    return packed.getvalue()


def _files(found: QuizSet, title: str, told: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    yield MANIFEST, _written(_manifest(found))
    yield TEST, _written(_test(found, title))
    for number, item in enumerate(found.shown, 1):
        yield _file(item), _written(_item(item, f"Câu {number}", told[item.id]))


def _file(item: Item) -> str:
    return f"cau/{item.id}.xml"


def _maker(namespace: str) -> ElementMaker:
    return ElementMaker(namespace=namespace, nsmap={None: namespace, "xsi": _XSI})


def _root(namespace: str, name: str, *children: Any, **attributes: str) -> Any:
    made = _maker(namespace)(name, *children, **attributes)
    made.set(f"{{{_XSI}}}schemaLocation", f"{namespace} {_PLACES[namespace]}")
    return made


def _written(root: Any) -> bytes:
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return text


def _manifest(found: QuizSet) -> Any:
    made = _maker(PACKAGE)
    items = [
        made(
            "resource",
            made("file", href=_file(item)),
            identifier=item.id,
            type="imsqti_item_xmlv2p1",
            href=_file(item),
        )
        for item in found.shown
    ]
    test = made(
        "resource",
        made("file", href=TEST),
        *(made("dependency", identifierref=item.id) for item in found.shown),
        identifier=found.name,
        type="imsqti_test_xmlv2p1",
        href=TEST,
    )
    return _root(
        PACKAGE,
        "manifest",
        made("metadata", made("schema", "QTIv2.1 Package"), made("schemaversion", "1.0.0")),
        made("organizations"),
        made("resources", test, *items),
        identifier=f"goi-{found.name}",
    )


def _test(found: QuizSet, title: str) -> Any:
    made = _maker(QTI)
    section = made(
        "assessmentSection",
        *(made("assessmentItemRef", identifier=item.id, href=_file(item)) for item in found.shown),
        identifier="bo",
        title=title,
        visible="true",
    )
    part = made(
        "testPart",
        section,
        identifier="phan",
        navigationMode="nonlinear",
        submissionMode="individual",
    )
    return _root(QTI, "assessmentTest", part, identifier=found.name, title=title)


def _item(item: Item, title: str, told: str) -> Any:
    made = _maker(QTI)
    answer = LETTERS[item.right]
    root = _root(
        QTI,
        "assessmentItem",
        made(
            "responseDeclaration",
            made("correctResponse", made("value", answer)),
            identifier="RESPONSE",
            cardinality="single",
            baseType="identifier",
        ),
        made(
            "outcomeDeclaration",
            made("defaultValue", made("value", "0")),
            identifier="SCORE",
            cardinality="single",
            baseType="float",
        ),
        made(
            "outcomeDeclaration",
            identifier="FEEDBACK",
            cardinality="single",
            baseType="identifier",
        ),
        made("itemBody", _choices(made, item)),
        _scoring(made),
        made(
            "modalFeedback",
            made("p", told),
            outcomeIdentifier="FEEDBACK",
            identifier=_REASON,
            showHide="show",
        ),
        identifier=item.id,
        title=title,
        adaptive="false",
        timeDependent="false",
    )
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "vi")
    return root


def _choices(made: Callable[..., Any], item: Item) -> Any:
    """The options in the order in which everybody gets them, with the letters of the site."""
    options = (
        made("simpleChoice", option.text, identifier=letter, fixed="true")
        for letter, option in zip(LETTERS, item.options, strict=False)
    )
    return made(
        "choiceInteraction",
        made("prompt", item.question),
        *options,
        responseIdentifier="RESPONSE",
        shuffle="false",
        maxChoices="1",
    )


def _scoring(made: Callable[..., Any]) -> Any:
    """One point for the right option; the reason is told in any case."""
    right = made(
        "responseIf",
        made(
            "match", made("variable", identifier="RESPONSE"), made("correct", identifier="RESPONSE")
        ),
        made("setOutcomeValue", made("baseValue", "1", baseType="float"), identifier="SCORE"),
    )
    return made(
        "responseProcessing",
        made("responseCondition", right),
        made(
            "setOutcomeValue",
            made("baseValue", _REASON, baseType="identifier"),
            identifier="FEEDBACK",
        ),
    )
