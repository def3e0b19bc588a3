"""Whom the names of groups, families and lists mean, and where a doubtful clause is left out."""

import pytest

from index.quotes import find_quotes

# Groups whose names hold small words with a capital, at the head of a sentence and inside it.
GROUPS = [
    (
        "Reclaim Now Skarn, the group behind it, said it had won.",
        ("it had won", "Reclaim Now Skarn"),
    ),
    (
        "Lakes Without Nets, a small charity, urged the Skarn Union to ban the trade.",
        ("to ban the trade", "Lakes Without Nets"),
    ),
    (
        "Fathers Against Fast Roads said the bill was weak.",
        ("the bill was weak", "Fathers Against Fast Roads"),
    ),
    ("Skarn First Alliance denied that it had paid.", ("it had paid", "Skarn First Alliance")),
    ("On Monday Nurses For Holm said it would sue.", ("it would sue", "Nurses For Holm")),
]

# "The company" is not the body that campaigns against it.
CAMPAIGNERS = (
    "Marell Foods, a Skarn company, plans a farm. Lakes Without Nets, an advocacy group, urged "
    "the council to stop it. The company said it was clean."
)

# A wife whose surname a firm shares.
FAMILY = (
    "Otto Brandt, 49, died at home. He had set up the firm Brandt Sleeford in 2004. Mr Brandt "
    "rang his wife, Ines, that night. Mrs Brandt denied that it was late. “It was not,” she said."
)

# Where a body without a name, or somebody whom no name goes with, came up last.
NOBODY = [
    (
        "Rain killed 40, according to the Skarn Council. It began in May. The government in Holm "
        "has never read the report, which it calls “a farce.”"
    ),
    (
        "Otto Brandt denied that. “We paid,” Brandt said. A former clerk who worked there said it "
        "was slow. The former clerk recalled a guard telling him that it “came out of lunch.”\n\n"
        "“It was a joke,” he said."
    ),
    (
        "Members of the Sailors Union at Marell Lines will walk out. Marell said it would run one "
        "boat. The union confirmed it would let it pass."
    ),
    "Ines Falk's mother, Ada Falk, left in May. Falk said it was late.",
]

# Whose organisations a genitive names.
MEMBERS = ["Alzheimer's Voices Coalition", "Truckers' Action Network", "Homeowners' Alliance"]

# Lists of labels behind a colon, which nobody is said to say.
LISTS = [
    "Ines Falk has a board in her office with two columns: “Said yes” and “Said no.”",
    "Otto Brandt keeps two stamps on his desk: “Paid” and “Never paid.”",
    "Ines Falk sells cups in two kinds: “Mine” or “Yours.”",
]


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_small_words_stand_in_the_names_of_groups(text: str, expected: tuple[str, str]) -> None:
    (quote,) = find_quotes(text, lang="en")
    assert (quote.span.of(text), quote.speaker) == expected


def test_the_company_is_no_campaign() -> None:
    *_, last = find_quotes(CAMPAIGNERS, lang="en")
    assert (last.span.of(CAMPAIGNERS), last.speaker) == ("it was clean", None)


def test_a_wife_is_known_beside_a_firm_of_her_name() -> None:
    found = find_quotes(FAMILY, lang="en")
    assert [quote.speaker for quote in found] == ["Ines Brandt", "Ines Brandt"]


@pytest.mark.parametrize("text", LISTS)
def test_nobody_says_a_list_of_labels(text: str) -> None:
    assert find_quotes(text, lang="en") == []


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named_where_another_came_up(text: str) -> None:
    assert find_quotes(text, lang="en")[-1].speaker is None


def test_it_means_the_named_body_that_its_sentence_is_about() -> None:
    text = (
        "The Skarn Council met. Marell Lines left. The council shut the road, which it calls “mud.”"
    )
    assert find_quotes(text, lang="en")[-1].speaker == "Skarn Council"


@pytest.mark.parametrize("name", MEMBERS)
def test_a_genitive_is_part_of_the_name(name: str) -> None:
    (quote,) = find_quotes(f"The {name} called on Marell to open its books.", lang="en")
    assert quote.speaker == name
