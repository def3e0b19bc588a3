"""Discord's own description of its interface, as a check of what the bot sends.

It is stricter than Discord: a key the description does not name is reported. Three habits of
discord.py are allowed, since Discord takes them: ids as numbers, `tts` in edits, and `nsfw` in
commands.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError, best_match
from jsonschema.protocols import Validator

from tests.discord.payloads import Json, JsonValue
from tests.shared_material import shared

LONGEST_REPORT = 300  # characters
UPDATE_CALLBACK = 7  # an edit too


class OpenApi:
    """The description, made strict."""

    def __init__(self, path: Path) -> None:
        description = _strict(json.loads(path.read_text(encoding="utf-8")))
        self._paths: Json = description["paths"]
        self._components: Json = description["components"]
        self._strict_validator = validators.extend(Draft202012Validator, {"oneOf": self._one_of})
        self._validators: dict[tuple[str, str], Validator | None] = {}

    def problems(self, method: str, path: str, body: JsonValue) -> list[str]:
        """What is wrong with a request's body; one sentence for each place, or none."""
        described = self._described(path)
        if described is None or method.lower() not in self._paths[described]:
            return [f"OpenAPI: there is no {method} {path}"]
        validator = self._validator(described, method.lower())
        if validator is None:
            return [] if body is None else ["OpenAPI: this request has no body"]
        body = _without_habits(method, described, body)
        return [_told(error) for error in validator.iter_errors(body)]

    def _described(self, path: str) -> str | None:
        """The description's name of a path: the one with the most words in common."""
        given = path.strip("/").split("/")
        best: tuple[int, str] | None = None
        for template in self._paths:
            wanted = template.strip("/").split("/")
            if len(wanted) != len(given):
                continue
            pairs = list(zip(wanted, given, strict=True))
            if all(want.startswith("{") or want == have for want, have in pairs):
                words = sum(want == have for want, have in pairs)
                best = max(best or (-1, ""), (words, template))
        return best[1] if best else None

    def _validator(self, template: str, method: str) -> Validator | None:
        key = (template, method)
        if key not in self._validators:
            request = self._paths[template][method].get("requestBody")
            content = request["content"] if request else {}
            self._validators[key] = (
                self._strict_validator(
                    {**content["application/json"]["schema"], "components": self._components}
                )
                if "application/json" in content
                else None
            )
        return self._validators[key]

    def _one_of(
        self, validator: Validator, branches: list[Json], instance: JsonValue, schema: Json
    ) -> Iterator[ValidationError]:
        """As `oneOf`; only components of the right type are tried, in a fraction of the time."""
        fitting = [branch for branch in branches if self._may_fit(branch, instance)]
        check = Draft202012Validator.VALIDATORS["oneOf"]
        yield from check(validator, fitting or branches, instance, schema)

    def _may_fit(self, branch: Json, instance: JsonValue) -> bool:
        kind = instance.get("type") if isinstance(instance, dict) else None
        named = self._components["schemas"].get(branch.get("$ref", "").rpartition("/")[2], {})
        types = named.get("properties", {}).get("type", {}).get("enum")
        return kind is None or types is None or kind in types


@cache
def openapi() -> OpenApi | None:
    """The check, read once (it takes a moment), or None where the description is absent."""
    path = shared("discord", "openapi.json")
    return OpenApi(path) if path else None


def _strict(node: JsonValue) -> JsonValue:
    """The description with unknown keys refused and ids as numbers allowed."""
    if isinstance(node, list):
        return [_strict(each) for each in node]
    if not isinstance(node, dict):
        return node
    strict = {key: _strict(value) for key, value in node.items()}
    if strict.get("format") == "snowflake":
        strict["type"] = ["string", "integer"]
    if isinstance(strict.get("properties"), dict) and strict.get("type") in (
        "object",
        ["object", "null"],
    ):
        strict.setdefault("additionalProperties", False)
    return strict


def _without_habits(method: str, template: str, body: JsonValue) -> JsonValue:
    if template.endswith("/commands") and isinstance(body, list):
        return [_without(each, "nsfw") for each in body]
    if "/commands" in template:
        return _without(body, "nsfw")
    if method == "PATCH":
        return _without(body, "tts")
    if (
        template.endswith("/callback")
        and isinstance(body, dict)
        and body.get("type") == UPDATE_CALLBACK
    ):
        return body | {"data": _without(body.get("data"), "tts")}
    return body


def _without(body: JsonValue, key: str) -> JsonValue:
    if not isinstance(body, dict):
        return body
    return {name: value for name, value in body.items() if name != key}


def _told(error: ValidationError) -> str:
    # Where nothing of an "any of" fits, the reason lies in the branch that fits best.
    closest = best_match([error]) or error
    return f"OpenAPI: {closest.json_path}: {closest.message}"[:LONGEST_REPORT]
