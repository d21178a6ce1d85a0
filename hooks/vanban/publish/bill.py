"""What the site is built with, for machines: a bill of materials in CycloneDX 1.6.

https://cyclonedx.org/docs/1.6/json/. All of it follows from ``requirements.txt``, where every
version is exact and every file has its hash; of the lock of npm too, where a site carries what it
pins. No time and no chance is in it: two are the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

_SPACE = UUID("7b0f4a52-3c0e-5d19-8a4d-0d3c5c1f6e27")
_PIN = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\\n]*?))?\s*(?:\\)?$",
    re.MULTILINE,
)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def bill(requirements: str, name: str, version: str, lock: str = "") -> dict[str, Any]:
    """The bill of a release from the text of ``requirements.txt``.

    ``lock`` is the text of a ``package-lock.json``, "" where nothing of it is in the site.
    """
    told = uuid5(_SPACE, f"{version}\n{requirements}{lock}")
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{told}",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": name, "version": version}},
        "components": [*_components(requirements), *_of_npm(lock)],
    }


def _components(requirements: str) -> Iterator[dict[str, Any]]:
    """Each package; its files' hashes are properties, since one package has a file a system."""
    pins = list(_PIN.finditer(requirements))
    ends = [pin.start() for pin in pins[1:]] + [len(requirements)]
    for pin, end in zip(pins, ends, strict=True):
        hashes = _HASH.findall(requirements, pin.end(), end)
        properties = [{"name": "pip:sha256", "value": one} for one in hashes]
        if pin["marker"]:
            properties.append({"name": "pip:marker", "value": pin["marker"]})
        package = f"pkg:pypi/{re.sub(r'[-_.]+', '-', pin['name']).lower()}@{pin['version']}"
        yield {
            "type": "library",
            "bom-ref": package,
            "name": pin["name"],
            "version": pin["version"],
            "purl": package,
            "scope": "optional" if pin["marker"] else "required",
            "properties": properties,
        }


def _of_npm(lock: str) -> Iterator[dict[str, Any]]:
    """The packages that a lock asks for by name; what those ask for runs in no browser."""
    packages = json.loads(lock)["packages"] if lock else {"": {}}
    for name in packages[""].get("dependencies", ()):
        found = packages[f"node_modules/{name}"]
        package = f"pkg:npm/{name}@{found['version']}"
        yield {
            "type": "library",
            "bom-ref": package,
            "name": name,
            "version": found["version"],
            "purl": package,
            "scope": "required",
            "licenses": [{"license": {"id": found["license"]}}],
            "properties": [{"name": "npm:integrity", "value": found["integrity"]}],
        }
