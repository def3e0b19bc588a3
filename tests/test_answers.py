"""An answer is what the articles hold, or says what they do not hold."""

from datetime import date
from pathlib import Path

import pytest

from bot.answers import Answer, aged, answer, search
from bot.questions import parse_question
from bot.texts import answers as texts
from index import SearchIndex, build_index
from index.query import Query
from index.query_language import parse_query
from tests.asking import ask
from tests.builders import article, collection

TODAY = date(2025, 12, 1)
STORIES = [
    article(
        "council",
        'Mayor Marta Quist spoke first. "The wall will be built," she said.\n\n'
        '"It is too dear," said Osmund Quist, a fisherman.',
        title="Council votes", url="https://example.com/council", published="2025-02-11", lang="en",
    ),
    article("storm", "Four boats sank in the storm at Tern Sands.", title="Storm", lang="en"),
    article("zh", "外交部发言人汪文斌在北京对记者说，中俄合作没有止境。", lang="zh"),
    article("it", "Il sindaco Moretti ha parlato della diga.", lang="it"),
]  # fmt: skip


@pytest.fixture
def index(data: Path) -> SearchIndex:
    collection(data, *STORIES)
    return SearchIndex.open(data)


def shown(given: Answer) -> list[str]:
    return [citation.excerpt.text for citation in given.citations]


def test_a_speakers_words_are_all_that_is_shown(index: SearchIndex) -> None:
    given = ask(index, "What did Osmund Quist say?")
    assert shown(given) == ['"It is too dear," said Osmund Quist, a fisherman.']


def test_the_link_opens_at_the_spoken_words(index: SearchIndex) -> None:
    (citation,) = ask(index, "What did Osmund Quist say?").citations
    assert citation.link == "https://example.com/council#:~:text=It%20is%20too%20dear"


def test_an_article_without_an_address_has_no_link(index: SearchIndex) -> None:
    (citation,) = ask(index, "Which boats sank?").citations
    assert citation.link is None


def test_nobody_of_that_name_falls_back_to_the_words(index: SearchIndex) -> None:
    assert shown(ask(index, "What did the storm say about boats?")) == [STORIES[1].text]


def test_what_is_said_about_somebody_is_no_answer_to_what_they_say(index: SearchIndex) -> None:
    given = ask(index, "What did Tern say?")
    assert not given.answered
    assert given.suggestions == ("What do the articles say about Tern?",)
    assert shown(ask(index, given.suggestions[0])) == [STORIES[1].text]


@pytest.mark.parametrize(
    "question",
    [
        "What does the lighthouse keeper think about the storm?",
        "What is the opinion of the lighthouse keeper on the storm?",
        "How does the lighthouse keeper feel about the storm at Tern Sands?",
    ],
)
def test_nobody_who_fits_said_anything_and_near_misses_are_no_answer(
    index: SearchIndex, question: str
) -> None:
    given = ask(index, question)
    assert not given.answered
    assert any("said anything about the storm" in one for one in given.suggestions)


def test_what_fits_half_of_a_topic_is_shown_as_such_and_less_is_not(index: SearchIndex) -> None:
    half = ask(index, "What did Marta Quist say about the wall and the fisherman's boats?")
    assert texts.PARTLY_ABOUT in half.notes
    less = ask(index, "What did Marta Quist say about the wall of an airport in Norway?")
    assert not less.answered
    assert less.suggestions == ("What did Marta Quist say?",)


def test_what_holds_little_of_the_question_is_not_shown_beside_what_holds_it_all(
    data: Path,
) -> None:
    collection(
        data,
        article("one", "The breakwater at Tern Sands opened with a brass band.", lang="en"),
        article("two", "The breakwater is late, said nobody.", lang="en"),
        article("three", "The shop opens on Mondays, and the school opens, too.", lang="en"),
        *(article(f"more-{n}", f"Story {n} opens here.", lang="en") for n in range(8)),
    )
    given = ask(SearchIndex.open(data), "When did the breakwater at Tern Sands open?")
    assert given.citations[0].excerpt.article.id == "one"
    assert not {"three", "more-1"} & {one.excerpt.article.id for one in given.citations}


def test_what_is_shown_is_numbered_without_gaps(data: Path) -> None:
    build_index(Path("articles"), data)
    index = SearchIndex.open(data)
    text = "bottom biscuit Four"
    found = index.search(Query(text), 5, 1, once=True)
    held = [one.coverage >= 0.4 * found[0].coverage for one in found]
    assert held == [True, False, True, False, False]  # else this shows nothing
    assert [one.excerpt.rank for one in ask(index, text, 5).citations] == [1, 2]


BESIDE = [
    article(
        "square",
        "Petra Lindqvist and her sister left. The wall had been cold, she said.\n\n"
        "Otto Brandt crossed the square. An aide said the pier was closed.\n\n"
        "Ada Roe came late.\n\n" + "Rain fell on the pier. " * 30 + '"We saw it," someone wrote.',
        title="In the square", published="2025-03-01", lang="en",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    "asked", ["What did Petra Lindqvist say?", "what did petra lindqvist say about the wall"]
)
def test_words_beside_a_name_that_may_be_anothers_are_shown_as_such(data: Path, asked: str) -> None:
    collection(data, *BESIDE)
    given = ask(SearchIndex.open(data), asked)
    assert texts.BESIDE_NAME in given.notes
    (citation,) = given.citations
    assert "cold, she said" in citation.excerpt.text
    assert citation.excerpt.speaker is None


@pytest.mark.parametrize(
    "asked",
    [
        "What did Otto Brandt say?",  # an aide said it
        "What did Ada Roe say?",  # too far away
        "What did Lindqvist say?",  # a surname alone may be of a place
        "What did Petra Lindqvist say about the harbour?",
        "What did Petra Roe say?",
    ],
)
def test_what_others_say_beside_a_name_is_no_answer(data: Path, asked: str) -> None:
    collection(data, *BESIDE)
    assert not ask(SearchIndex.open(data), asked).answered


UNREAD = [
    article(
        "pier", "Ida Kron, always ready to argue, met the council. Nobody else came that day.\n\n"
        "Tove Marsh arrived at noon in the rain.\n\n" + "Rain fell on the pier. " * 30 + "\n\n"
        "Marsh, asked about the ladder, went home. \"We argued,\" said Nils Ode of Ada Roe.\n\n"
        "Ada Roe left.", title="At the pier", lang="en",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("What did Ida Kron say?", "Ida Kron, always ready to argue, met the council."),
        ("What did Tove Marsh say?", "Marsh, asked about the ladder, went home."),
        ("What did Tove Marsh say about the ladder?", "Marsh, asked about the ladder, went home."),
        ("What did Tove Marsh say about the harbour?", None),
        ("What did Ada Roe say?", None),  # another's words name her
    ],
)
def test_a_name_beside_a_verb_of_saying_is_shown_where_no_utterance_was_found(
    data: Path, asked: str, words: str | None
) -> None:
    collection(data, *UNREAD)
    given = ask(SearchIndex.open(data), asked)
    assert shown(given) == ([words] if words else [])
    assert (texts.BESIDE_NAME in given.notes) == (words is not None)


def test_in_a_language_whose_quotations_are_not_read_the_words_are_looked_up(
    index: SearchIndex,
) -> None:
    assert shown(ask(index, "What did Moretti say?")) == [STORIES[3].text]


def test_a_chinese_question_is_answered_with_the_speakers_words(index: SearchIndex) -> None:
    (citation,) = ask(index, "汪文斌说了什么？").citations
    assert citation.excerpt.text == STORIES[2].text
    assert (citation.excerpt.speaker, citation.excerpt.role) == ("汪文斌", "外交部发言人")


def test_a_foreign_name_in_chinese_is_found_by_any_of_its_parts(data: Path) -> None:
    text = "俄罗斯总统弗拉基米尔·普京说，贸易增长很快。"
    collection(data, article("visit", text, lang="zh"))
    index = SearchIndex.open(data)
    for name in ("普京", "弗拉基米尔", "弗拉基米尔·普京"):
        assert shown(ask(index, f"{name}说过什么？")) == [text]


def test_a_russian_question_is_answered_with_the_speakers_words(data: Path) -> None:
    text = "По словам министра транспорта Ивана Петрова, порт закроют в пятницу."
    collection(data, article("port", text, lang="ru"))
    index = SearchIndex.open(data)
    for asked in ("Что сказал Иван Петров?", "что говорил Петров о порте"):
        (citation,) = ask(index, asked).citations
        assert (citation.excerpt.text, citation.excerpt.speaker) == (text, "Иван Петров")


def test_words_that_no_article_holds_are_named_as_the_asker_wrote_them(
    index: SearchIndex,
) -> None:
    given = ask(index, "Did the Zeppelin crash in Greenland?")
    assert not given.answered
    assert given.missing == ("Zeppelin", "crash", "Greenland")


def test_a_question_that_is_mostly_not_covered_is_not_answered(index: SearchIndex) -> None:
    given = ask(index, "Which boats carried zeppelins, gondolas and airships to Greenland?")
    assert not given.answered
    assert given.suggestions == ()


def test_a_speaker_who_said_nothing_about_it_is_asked_for_everything(index: SearchIndex) -> None:
    given = ask(index, "What did Osmund Quist say about zeppelins?")
    assert not given.answered
    assert given.missing == ("zeppelins",)
    assert given.suggestions == ("What did Osmund Quist say?",)


def test_a_search_shows_whatever_matches(index: SearchIndex) -> None:
    text = "boats zeppelins gondolas airships Greenland"
    given = search(parse_query(text, TODAY), parse_question(text), index)
    assert shown(given) == [STORIES[1].text]
    assert given.missing == ("zeppelins", "gondolas", "airships", "Greenland")


def test_a_query_is_repeated_as_it_was_understood_unless_it_is_plain(index: SearchIndex) -> None:
    question = parse_question("boats")
    assert search(parse_query("boats storm", TODAY), question, index).understood is None
    given = search(parse_query("boats -wall since:2w (", TODAY), question, index)
    assert given.understood == "boats -wall since:2025-11-17"
    assert "“(”" in given.notes[0]


def test_a_misspelt_question_is_answered_in_the_spelling_of_the_articles(
    index: SearchIndex,
) -> None:
    given = ask(index, "What did Osmudn Quisst say?")
    assert shown(given) == ['"It is too dear," said Osmund Quist, a fisherman.']
    assert given.corrected == "What did Osmund Quist say?"
    assert given.as_typed == 'What did "Osmudn" "Quisst" say?'
    assert given.missing == ("Osmudn", "Quisst")
    assert given.question.text == "What did Osmudn Quisst say?"
    assert not ask(index, given.as_typed).answered


def test_a_word_in_quotation_marks_is_left_as_it_is(index: SearchIndex) -> None:
    assert ask(index, "baots strom").corrected == "boats storm"
    given = ask(index, '"baots" strom')
    assert (given.corrected, given.did_you_mean) == (None, '"baots" storm')


def test_only_likely_spellings_are_taken_up_unasked(index: SearchIndex) -> None:
    assert ask(index, "baots strom dear fishrmann").corrected == "boats storm dear fishrmann"


def test_a_spelling_that_is_not_sure_is_offered(index: SearchIndex) -> None:
    given = ask(index, "fishrmen storrms")
    assert not given.answered
    assert given.did_you_mean == "fisherman storm"


def test_the_first_word_of_a_question_may_have_its_capital_from_there(index: SearchIndex) -> None:
    given = ask(index, "Fisehrman walrus")
    assert (given.corrected, given.did_you_mean) == (None, "fisherman walrus")
    assert ask(index, "walrus Fisehrman").did_you_mean is None


def test_a_question_that_is_answered_as_it_is_spelt_stays_as_it_is(index: SearchIndex) -> None:
    given = ask(index, "Which four boats sank in the strom at Tern Sands?")
    assert shown(given) == [STORIES[1].text]
    assert given.corrected is None
    assert given.did_you_mean == "Which four boats sank in the storm at Tern Sands?"


def test_a_misspelt_query_shows_what_the_right_spelling_finds(index: SearchIndex) -> None:
    def look(text: str) -> Answer:
        return search(parse_query(text, TODAY), parse_question(text), index)

    given = look("+fisehrman -storm")
    assert (given.corrected, given.understood) == ("+fisherman -storm", "+fisherman -storm")
    assert given.as_typed == '+"fisehrman" -storm'
    assert given.answered
    assert not look(given.as_typed).answered
    assert look("boats fisehrman").did_you_mean == "boats fisherman"
    assert look('"four baots"').did_you_mean is None


def test_a_question_in_a_script_without_spaces_is_answered(index: SearchIndex) -> None:
    assert ask(index, "中俄合作有没有止境？").answered


@pytest.mark.parametrize("text", ["", "?", "the of and", "🦀", "a" * 6_000, "w " * 400])
def test_odd_questions_have_an_answer_without_excerpts(index: SearchIndex, text: str) -> None:
    assert ask(index, text).citations == ()


def test_what_is_shown_stands_in_the_article(index: SearchIndex) -> None:
    for text in ("What did the mayor say?", "wall", "storm boats"):
        for citation in ask(index, text).citations:
            assert citation.excerpt.text in citation.excerpt.article.text


WORDS = [
    article(
        "vote",
        'Mayor Marta Quist spoke first. "The wall will be built before the winter," she said. '
        "Osmund Brandt, a fisherman, denied that the crabs were leaving.",
        title="Vote", published="2025-02-11", lang="en",
    ),
    article(
        "later",
        'Mayor Marta Quist came back in June. "The wall is late," she said.',
        title="Later", published="2026-06-11", lang="en",
    ),
]  # fmt: skip


@pytest.fixture
def words(data: Path) -> SearchIndex:
    collection(data, *WORDS)
    return SearchIndex.open(data)


def ask_today(index: SearchIndex, text: str) -> Answer:
    return ask(index, text, today=date(2026, 11, 24))


def said(given: Answer) -> list[tuple[str, str | None]]:
    return [(one.excerpt.article.id, one.excerpt.speaker) for one in given.citations]


def test_whoever_said_something_is_found_from_an_inexact_copy(words: SearchIndex) -> None:
    given = ask_today(words, "Who said “the wall will be built before winter comes”?")
    assert said(given) == [("vote", "Marta Quist")]
    (citation,) = given.citations
    assert [(one.copied, one.stands) for one in citation.differences] == [
        ("", "the"),
        ("comes", ""),
    ]


def test_a_quotation_that_no_article_has_is_not_found(words: SearchIndex) -> None:
    given = ask_today(words, "Who said “the wall is made of cheese and of nothing else”?")
    assert not given.answered


def test_what_comes_near_is_shown_where_the_words_were_not_quoted(words: SearchIndex) -> None:
    given = ask_today(words, "Who said crabs are leaving?")
    assert said(given) == [("vote", "Osmund Brandt")]
    assert given.notes == ("Nobody is quoted with these very words; these come nearest.",)


def test_what_anybody_said_about_something(words: SearchIndex) -> None:
    assert said(ask_today(words, "Who said anything about crabs?")) == [("vote", "Osmund Brandt")]


def test_days_filter_what_somebody_said(words: SearchIndex) -> None:
    assert said(ask_today(words, "What has Quist said since May?")) == [("later", "Marta Quist")]
    assert said(ask_today(words, "What did Quist say in 2025?")) == [("vote", "Marta Quist")]
    assert not ask_today(words, "What did Quist say in 2020?").answered


def test_where_no_article_of_the_days_answers_another_does_and_it_is_said(
    words: SearchIndex,
) -> None:
    given = ask_today(words, "Which fisherman denied that crabs were leaving in 2020?")
    assert given.answered
    assert given.notes == (
        "No article from 2020-01-01 to 2020-12-31 answers this; these are of other days.",
    )


def test_a_name_and_a_topic_give_that_persons_words(words: SearchIndex) -> None:
    assert said(ask_today(words, "Quist on the wall")) == [
        ("later", "Marta Quist"),
        ("vote", "Marta Quist"),
    ]
    assert ask_today(words, "crabs on the wall").citations[0].excerpt.speaker != "Marta Quist"


def test_a_misspelt_name_is_that_of_whoever_is_quoted(words: SearchIndex) -> None:
    given = ask_today(words, "What did Marta Quistt say about the wall?")
    assert given.corrected == "What did Marta Quist say about the wall?"


NEWS = [
    article(
        f"wall-{day}", f"The council spoke of the harbour wall on {day}.",
        title=f"Wall of {day}", published=day, lang="en",
    )
    for day in ("2023-03-01", "2025-11-28", "2025-06-01")
]  # fmt: skip
QUIET = [article(f"quiet-{n}", f"Nothing happened at place {n}.", lang="en") for n in range(40)]


def test_the_newest_comes_first_where_it_is_asked_for(data: Path) -> None:
    collection(data, *NEWS, *QUIET)
    index = SearchIndex.open(data)
    given = answer(parse_question("What is the latest on the harbour wall?", None, TODAY), index)
    assert [one.excerpt.article.day for one in given.citations] == [
        "2025-11-28", "2025-06-01", "2023-03-01",
    ]  # fmt: skip
    assert aged(given, TODAY).notes == ()


def test_how_new_it_is_counts_from_the_newest_that_is_found(data: Path) -> None:
    wall = "The harbour wall. The wall of the harbour, the harbour wall."
    old = article("old", wall, title="Harbour wall", published="2022-03-01", lang="en")
    late = article("late", "Of the harbour wall.", published="2024-05-01", lang="en")
    today = article("today", "Rain fell on the hill.", published="2025-12-01", lang="en")
    collection(data, old, late, today, *QUIET)
    index = SearchIndex.open(data)
    given = answer(parse_question("latest on the harbour wall", None, TODAY), index)
    assert [one.excerpt.article.id for one in given.citations] == ["late", "old"]


def test_an_old_answer_to_a_question_for_the_newest_says_how_old(data: Path) -> None:
    collection(data, NEWS[0], *QUIET)
    index = SearchIndex.open(data)
    asked = parse_question("What is the latest on the harbour wall?", None, TODAY)
    note = "The newest of these is of 2023-03-01, 2 years and 9 months old."
    assert aged(answer(asked, index), TODAY).notes == (note,)
    other_days = parse_question("Which council spoke of the harbour wall last week?", None, TODAY)
    assert aged(answer(other_days, index), TODAY).notes[-1] == note
    plain = parse_question("What of the harbour wall?", None, TODAY)
    assert aged(answer(plain, index), TODAY).notes == ()


def test_what_is_shown_of_other_days_is_of_other_days(data: Path) -> None:
    shut = "The harbour was closed for two weeks, and four boats sank."
    old = article("old", shut, published="2023-03-01", lang="en")
    late = article("late", "Two boats left the harbour.", published="2025-12-01", lang="en")
    collection(data, old, late, *QUIET)
    asked = parse_question("Whatever occurred in the past two weeks at the harbour?", None, TODAY)
    given = answer(asked, SearchIndex.open(data))
    assert given.of_other_days
    assert [one.excerpt.article.id for one in given.citations] == ["old"]


def test_where_there_is_no_answer_the_nearest_headlines_are_named(data: Path) -> None:
    collection(data, *NEWS, *QUIET)
    index = SearchIndex.open(data)
    given = ask(index, "Did zeppelins harm the council of the harbour wall in Norway?")
    assert not given.answered
    assert set(given.missing) >= {"zeppelins", "Norway"}
    assert {one.id for one in given.nearest} <= {one.id for one in NEWS}
    assert texts.nearest(given).startswith("Nearest: Wall of ")
    assert ask(index, "Who is the king of Norway?").nearest == ()


def test_that_something_happened_is_not_looked_for() -> None:
    assert parse_question("What happened to the ferry?").about == "to the ferry?"
    assert parse_question("¿Qué pasó en el puerto?").about.strip() == "en el puerto?"
    assert parse_question("What happened?").about == "What happened?"
