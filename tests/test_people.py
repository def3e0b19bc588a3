"""One entry a person, across articles."""

import random
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from index import Query, SearchIndex
from index.collections import Collections
from index.generation import Generation
from index.people import Attribution, forms, name_words, people, with_role
from index.publication import generation_path, served
from index.quoted import Quoted
from tests.builders import article, collection


def grouped(*names: str) -> set[frozenset[str]]:
    return {frozenset(group) for group in forms(names)}


@pytest.mark.parametrize(
    "names",
    [
        ("Ines Falk", "INES FALK"),
        ("José Núñez", "Jose Nunez"),
        ("Ines Falk", "Ines M. Falk"),
        ("Ines M Falk", "Ines Maria Falk", "Ines Falk"),
        ("Ludwig van Aalst", "Ludwig Aalst"),
        ("Falk", "FALK"),
        ("Otto “Bud” Falk", "Otto Falk", 'Otto "Bud" Falk'),
    ],
)
def test_the_forms_of_one_persons_name_stand_together(names: tuple[str, ...]) -> None:
    assert grouped(*names) == {frozenset(names)}


@pytest.mark.parametrize(
    "names",
    [
        ("Ines Falk", "Otto Falk"),
        ("Ines Falk", "Falk"),
        ("Ines M. Falk", "Ines P. Falk"),
        ("Ines Maria Falk", "Ines Paula Falk", "Ines Falk"),  # of either
        ("Falk Ines", "Ines Falk"),
    ],
)
def test_names_that_may_be_of_different_people_are_kept_apart(names: tuple[str, ...]) -> None:
    assert grouped(*names) == {frozenset([name]) for name in names}


def of(*said: tuple[str, str | None, int]) -> list[tuple[str, str | None, int]]:
    """Names, what they mostly do, and how often they are quoted; from (name, role, year)."""
    attributions = [
        Attribution(number, name, role, date(year, 1, 1))
        for number, (name, role, year) in enumerate(said)
    ]
    return [(one.name, one.role, len(one.quotes)) for one in people(attributions)]


def test_a_person_has_the_commonest_name_and_role() -> None:
    said = [("Ines Falk", "mayor", 2020), ("Ines M. Falk", "the mayor of Tern", 2021)]
    assert of(*said, ("Ines Falk", "mayor", 2022)) == [("Ines Falk", "mayor", 3)]


def test_namesakes_are_told_apart_by_what_they_do() -> None:
    said = [("Otto Falk", "goalkeeper", 2020), ("Otto Falk", "prime minister", 2020)]
    found = of(*said, ("Otto Falk", "Rovers captain", 2021))
    assert found == [("Otto Falk", "Rovers captain", 2), ("Otto Falk", "prime minister", 1)]


def test_a_career_does_not_make_two_people() -> None:
    said = [("Otto Falk", "lawyer", 1990), ("Otto Falk", "senator", 2000)]
    assert len(of(*said, ("Otto Falk", "author", 2020), ("Otto Falk", None, 2020))) == 1


def test_namesakes_are_told_apart_by_the_years_between_them() -> None:
    assert len(of(("Otto Falk", "mayor", 1850), ("Otto Falk", "mayor", 1990))) == 2
    assert len(of(("Otto Falk", "mayor", 1950), ("Otto Falk", "mayor", 1990))) == 1


def test_a_name_and_a_role_mean_one_of_the_namesakes() -> None:
    known = people(
        [
            Attribution(0, "Otto Falk", "Rovers goalkeeper", None),
            Attribution(1, "Otto Falk", "prime minister", None),
        ]
    )
    (meant,) = with_role(["minister", "falk"], known)
    assert meant.role == "prime minister"
    assert with_role(["falk"], known) == []  # the name alone is no role
    assert with_role(["minister"], known) == []
    assert with_role(["baker", "falk"], known) == []


def said(index: SearchIndex, speaker: str) -> list[str]:
    return [hit.quote.cue for hit in index.search(Query("", speaker)) if hit.quote]


def test_what_somebody_said_is_found_under_every_form_of_the_name(data: Path) -> None:
    collection(
        data,
        article("a", '"The wall will hold," said Ines M. Falk.', lang="en"),
        article("b", '"The wall will not hold," warned Ines Maria Falk.', lang="en"),
    )
    index = SearchIndex.open(data)
    for name in ("Ines Maria Falk", "Ines M. Falk", "falk"):
        assert sorted(said(index, name)) == ["said", "warned"]


def test_a_role_beside_a_name_tells_which_namesake_is_asked_for(data: Path) -> None:
    collection(
        data,
        article("a", '"The wall will hold," said Prime Minister Otto Falk.', lang="en"),
        article("b", '"The wall will not hold," warned goalkeeper Otto Falk.', lang="en"),
    )
    index = SearchIndex.open(data)
    assert said(index, "the goalkeeper Otto Falk") == ["warned"]
    assert said(index, "Prime Minister Falk") == ["said"]
    assert sorted(said(index, "Otto Falk")) == ["said", "warned"]


FIRST_NAMES = ("Ines", "Ines M.", "Ines Maria", "Otto", "José", "Jose", "Mayor")
LAST_NAMES = ("Falk", "FALK", "Núñez", "van Aalst", "Aalst", "Brook")
ROLES = ("mayor", "the mayor of Tern", "judge", "chief judge Falk", "harbour master")


def by_going_through_everything(generation: Generation, asked: str) -> list[int]:
    """The numbers of what somebody said, found with all people and all roles in memory."""
    words = frozenset(name_words(asked)) - {"the"}
    said: dict[str, list[int]] = {}
    roles: dict[str, list[int]] = {}
    everything = [quote for _, quote in generation.quotes()]
    for number, quote in enumerate(everything):
        if quote.speaker:
            said.setdefault(quote.speaker, []).append(number)
        if quote.role:
            roles.setdefault(quote.role, []).append(number)
    named = [
        number
        for group in forms(said)
        if any(words <= set(name_words(one)) for one in group)
        for one in group
        for number in said[one]
    ]
    known = people(
        Attribution(number, quote.speaker, quote.role, None)
        for number, quote in enumerate(everything)
        if quote.speaker
    )
    named = named or [number for one in with_role(words, known) for number in one.quotes]
    whole = [number for role in roles if words <= set(name_words(role)) for number in roles[role]]
    return sorted(named or whole)


@pytest.mark.parametrize("seed", range(4))
def test_whoever_is_looked_up_by_word_is_whom_going_through_everybody_finds(
    data: Path, seed: int
) -> None:
    rng = random.Random(seed)  # noqa: S311  # the same people each time
    said = []
    for number in range(60):
        name = f"{rng.choice(FIRST_NAMES)} {rng.choice(LAST_NAMES)}"
        role = rng.choice(["", *ROLES])
        told = f"{name}, {role}, said the wall would hold." if role else f"{name} said it rained."
        said.append(article(f"a{number}", told, lang="en"))
    collection(data, *said)
    place = Collections(data).collection("main")
    generation = Generation(generation_path(place, served(place)))
    quoted = Quoted(generation)
    parts = {word for text in (*FIRST_NAMES, *LAST_NAMES, *ROLES) for word in text.split()} - {
        "the"
    }
    pairs = (" ".join(two) for two in combinations(sorted(parts), 2))
    for asked in (*parts, *pairs, "Judge Ines Falk", "mayor of Tern", "nobody"):
        expected = by_going_through_everything(generation, asked)
        assert sorted(quoted.numbers(asked)) == expected, asked
        assert quoted.speaks(asked) == bool(expected)
    generation.close()


COUNTRIES = [
    ("ministry", "Chinese Foreign Ministry spokesman Wang Bo said talks would go on."),
    ("capital", "Beijing said on Monday that talks would go on."),
    ("government", "China’s defence ministry said the ships would sail."),
    ("player", "Chinese tennis player Li Wen said she was tired."),
    ("envoy", "Yuri Orlov, the Russian ambassador, said the gas would flow."),
    ("kremlin", "The Kremlin said the gas would flow."),
    ("writer", "Paris Moreau said the book was done."),
]


@pytest.mark.parametrize(
    ("speaker", "found"),
    [
        ("China", {"ministry", "capital", "government"}),
        ("Beijing", {"ministry", "capital", "government"}),
        ("the Chinese foreign ministry", {"ministry"}),
        ("China's Foreign Ministry", {"ministry"}),
        ("the Chinese defence ministry", {"government"}),
        ("the Russian foreign ministry", set()),
        ("Russia", {"envoy", "kremlin"}),
        ("the Kremlin", {"kremlin"}),
        ("Paris Moreau", {"writer"}),
        ("France", set()),
        ("the " + " ".join(f"of{number} the" for number in range(40)) + " China", set()),
    ],
)
def test_those_who_speak_for_a_country_are_found_by_all_that_it_is_called(
    data: Path, speaker: str, found: set[str]
) -> None:
    collection(data, *(article(name, text, lang="en") for name, text in COUNTRIES))
    index = SearchIndex.open(data)
    assert {hit.article.id for hit in index.search(Query("", speaker), 9)} == found
    assert index.speaks(speaker) == bool(found)


def test_a_nickname_is_a_part_of_the_name(data: Path) -> None:
    text = "Sheriff Otto “Bud” Falk said the road was shut."
    collection(data, article("road", text, lang="en"))
    index = SearchIndex.open(data)
    for name in ("Bud Falk", "Otto Falk", "Otto “Bud” Falk", "Falk"):
        assert [hit.article.id for hit in index.search(Query("", name), 9)] == ["road"]
