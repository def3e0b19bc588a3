"""What something is: an article about just that begins with it, and others may tell it."""

from pathlib import Path

import pytest

from bot.answers import Answer
from bot.texts.answers import HAS_A_PART
from index import SearchIndex
from index.definitions import defined_in, telling
from index.question_words import kind_words
from index.ranking import WEIGHTS
from index.search import Query
from tests.asking import RAIN, ask
from tests.builders import article, collection

_DETAILS = "\n\n".join(
    f"Tide cooling number {n} is praised. Tide cooling costs little, and tide cooling lasts, says "
    "the yearbook of the port, which has counted every such plant since the war and found that in "
    "most years more of them were opened than closed along the whole of the northern coast."
    for n in range(70)  # more than are compared
)
WIKI = [
    article(
        "cooling",
        "In Harwick the sea does the work. Cooling by the tide began there in 1911, when Ada Morn "
        "led cold water through pipes under the fish market, and is used in forty towns today. "
        "Most of them lie in the north, where the water is cold all year and the markets are old, "
        f"and where few people had ice in summer before.\n\n{_DETAILS}",
        title="Tide cooling", lang="en",
    ),
    article("fridge", "Every hall has some cooling. Cooling is dear.", title="Halls", lang="en"),
    article("tide", "The tide turns at six. A tide of 7 metres came.", title="Tides", lang="en"),
    article(
        "pipes",
        "The town bought a new morn pump in May, and the old morn pump was sold. A morn pump, a "
        "pump without any moving part, lifts water by the waves alone. It cost 900 crowns.",
        title="Pumps", lang="en",
    ),
    article(
        "sale", "Nobody wanted the morn pump that stood in the yard.", title="A sale", lang="en"
    ),
    article("prime", "A prime block was laid. Many prime blocks, and block after block.",
            title="Quay", lang="en"),
]  # fmt: skip


@pytest.fixture
def index(data: Path) -> SearchIndex:
    collection(data, *WIKI, *RAIN)
    return SearchIndex.open(data)


def shown(given: Answer) -> list[str]:
    return [one.excerpt.text for one in given.citations]


@pytest.mark.parametrize(
    "text",
    ["what is tide cooling?", "Tide cooling", "tell me about tide cooling", "Explain tide cooling"],
)
def test_an_article_about_just_that_begins_the_answer(index: SearchIndex, text: str) -> None:
    first, *others = shown(ask(index, text))
    assert first.startswith("In Harwick the sea does the work. Cooling by the tide began")
    assert not others  # what has only "tide", or only "cooling", is another thing


def test_what_is_asked_of_it_is_not_its_beginning(index: SearchIndex) -> None:
    assert "is praised" in shown(ask(index, "who praised tide cooling?"))[0]


def test_a_beginning_is_explained_as_it_is_scored(index: SearchIndex) -> None:
    (hit,) = index.search(Query("tide cooling"), 1)
    explained = index.explain(Query("tide cooling"), "cooling")
    assert explained is not None
    assert explained.passage.id == hit.passage.id == 0
    assert hit.explanation is not None
    assert hit.score == pytest.approx(hit.explanation.score)
    assert explained.score == hit.score


def test_a_beginning_is_looked_for_among_many_passages(data: Path) -> None:
    collection(data, *WIKI)
    query = Query("tide cooling")
    with_it = SearchIndex.open(data).search(query, 1)
    without = SearchIndex.open(data, weights=WEIGHTS.without("introduction")).search(query, 1)
    assert (with_it[0].passage.id, without[0].passage.id) != (0, 0)
    assert with_it[0].passage.id == 0


def test_the_sentence_that_tells_what_it_is_is_shown(index: SearchIndex) -> None:
    best = shown(ask(index, "what is a morn pump?"))[0]
    assert best.startswith("A morn pump, a pump without any moving part")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("who was Jorun?", "Divers freed a girl named Jorun from the hold."),
        ("what is Falk known as?", "Falk is known on the quay as the “Anchor”."),
        ("what does HYBC stand for?", "The Harwick Yacht and Boat Club, HYBC for short, rowed."),
        ("what does Skarn mean?", "The Skarn light, whose name means “edge”, was lit in 1880."),
    ],
)
def test_what_gives_a_name_or_tells_what_it_means_is_shown(
    data: Path, asked: str, told: str
) -> None:
    text = (
        "Falk spoke first. Falk was brief. Jorun’s room lay deep, and Jorun slept. The Skarn light "
        "was dark, and so was Skarn. Divers freed a girl named Jorun from the hold. Falk is known "
        "on the quay as the “Anchor”. The Skarn light, whose name means “edge”, was lit in 1880. "
        "HYBC won, and HYBC was glad. The Harwick Yacht and Boat Club, HYBC for short, rowed."
    )
    collection(data, article("a", text, lang="en"), *WIKI)
    assert shown(ask(SearchIndex.open(data), asked))[0].endswith(told)


def test_a_part_of_what_is_asked_is_told_to_be_one(index: SearchIndex) -> None:
    assert HAS_A_PART in ask(index, "hall pump").notes
    assert HAS_A_PART not in ask(index, "tide cooling").notes


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What is a sapper?", "sapper"),
        ("what's tide cooling", "tide cooling"),
        ("Who was Ada Morn?", "Ada Morn"),
        ("what does NP mean?", "NP"),
        ("the meaning of quorum", "quorum"),
        ("define quorum", "quorum"),
        ("Erkläre die Buhne", "Buhne"),
        ("Explique la marée", "marée"),
        ("Was ist eine Buhne?", "Buhne"),
        ("Wer war Ada Morn?", "Ada Morn"),
        ("Qu'est-ce que la marée ?", "marée"),
        ("Qui est Ada Morn ?", "Ada Morn"),
        ("¿Qué es una esclusa?", "esclusa"),
        ("Кто такая Ада Морн?", "Ада Морн"),
        ("什么是潮汐", "潮汐"),
        ("潮汐是什么？", "潮汐"),
        ("Who is the mayor of Harwick?", None),
        ("What happened in Harwick?", None),
        ("What is the reason that the mayor gave for the closure of the pier?", None),
        ("When did it open?", None),
        ("", None),
    ],
)
def test_what_is_asked_the_meaning_of(question: str, topic: str | None) -> None:
    assert defined_in(question) == topic


@pytest.mark.parametrize(
    ("topic", "text", "tells"),
    [
        ("sapper", "A sapper is a soldier who digs.", True),
        ("sapper", "Sappers are soldiers who dig.", True),
        ("Ada Morn", "Ada Morn (4 May 1890 – 1971) was an engineer.", True),
        ("Ada Morn", "Ada Morn, an engineer of Harwick, was there.", True),
        ("Ada Morn", "Ada Morn was not there.", False),
        ("morn pump", "The old morn pump was sold.", False),
        ("morn pump", "Morn pumps were mended there.", False),
        ("Ada Morn", "“No,” said Ada Morn.", False),
        ("Ada Morn", "Ada Morn's sister is a nurse.", False),
        ("Buhne", "Eine Buhne ist ein Damm.", True),
        ("marée", "La marée est un mouvement de la mer.", True),
        ("潮汐", "潮汐是海水的涨落。", True),
        ("潮汐", "他们研究潮汐。", False),
    ],
)
def test_what_tells_it(topic: str, text: str, tells: bool) -> None:
    pattern = telling(topic)
    assert pattern is not None
    assert (pattern.search(text) is not None) == tells


def test_marks_are_no_topic() -> None:
    assert telling("…") is None


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("explain the tide", {"explain"}),
        ("Erkläre die Buhne", {"Erkläre"}),
        ("what does a quorum mean", {"mean"}),
        ("what is the difference between a groyne and a pier", {"difference between"}),
        ("List the boats of Harwick", {"List"}),
        ("list of boats", set()),
        ("compare a pier and a groyne", {"compare"}),
        ("where can I find the pump", {"find"}),
        ("where did they find the pump", set()),
        ("what's the deal with the pump", {"deal"}),
        ("what is a prime number", set()),
        ("what is the number of boats", {"number"}),
        ("can you explain", set()),
    ],
)
def test_words_that_only_ask(question: str, words: set[str]) -> None:
    assert kind_words(question) == {question.index(word) for word in words}
