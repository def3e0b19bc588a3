"""What a question asks for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions import LONGEST, MOST_WORDS, Question, parse_conversation, parse_question
from index import Filters

SPEAKER_QUESTIONS = [
    ("What did Wang Wenbin say?", "Wang Wenbin", ""),
    ("what did wang wenbin say about russia", "wang wenbin", "russia"),
    ("What has the mayor said about the breakwater?", "the mayor", "the breakwater"),
    ("What did Ines Falk tell?", "Ines Falk", ""),
    ("What did Wang Yi tell Lavrov?", "Wang Yi", ""),
    ("What did Falk tell the council about the wall?", "Falk", "the wall"),
    ("What did Falk tell of the storm?", "Falk", "the storm"),
    ("What did Wang say to Lavrov about the war?", "Wang", "the war"),
    ("What did Wang say to the proposal?", "Wang", "the proposal"),
    ("What does the ministry say?", "the ministry", ""),
    ("what Osmund Quist said on crabs", "Osmund Quist", "crabs"),
    ("So what did Quist say?", "Quist", ""),
    ("Tell me what Quist said", "Quist", ""),
    ("Can you tell me what did Quist say about it?", "Quist", ""),
    ("How did the harbour master respond to the storm?", "the harbour master", "the storm"),
    ("Did Quist say that the breakwater is too dear?", "Quist", "the breakwater is too dear"),
    ("Has Hamdi said anything about the upkeep?", "Hamdi", "the upkeep"),
    ("quotes by Ines Falk", "Ines Falk", ""),
    ("Show me all statements from Sound Line about Sundays", "Sound Line", "Sundays"),
    ("“What did Wang Wenbin say?”", "Wang Wenbin", ""),
    ("Was hat die Bürgermeisterin gesagt?", "die Bürgermeisterin", ""),
    ("Was meint Falk zu dem Hafen?", "Falk", "dem Hafen"),
    ("Wie hat Falk auf die Kritik reagiert?", "Falk", "die Kritik"),
    ("Que pense Falk sur le port ?", "Falk", "le port"),
    ("¿Qué opina Falk sobre el puerto?", "Falk", "el puerto"),
    ("Что сказал Иван Петров?", "Иван Петров", ""),
    ("Что Мария Захарченко говорила о порте?", "Мария Захарченко", "порте"),
    ("что же заявили в министерстве", "в министерстве", ""),
    ("Was hat Falk über den Hafen gesagt?", "Falk", "den Hafen"),
    ("Was sagte Falk zum Hafen?", "Falk", "Hafen"),
    ("Qu'a dit la maire ?", "la maire", ""),
    ("Qu’a dit Falk sur le port ?", "Falk", "le port"),
    ("Que dit Falk ?", "Falk", ""),
    ("¿Qué dijo Falk sobre el puerto?", "Falk", "el puerto"),
    ("Что сказал Ван Вэньбинь о России?", "Ван Вэньбинь", "России"),
    ("汪文斌说了什么？", "汪文斌", ""),
    ("汪文斌关于俄罗斯说了什么", "汪文斌", "俄罗斯"),
    ("汪文斌对台湾说了什么？", "汪文斌", "台湾"),
    ("汪文斌说过什么", "汪文斌", ""),
    ("汪文斌都说了些什么？", "汪文斌", ""),
    ("汪文斌说什么", "汪文斌", ""),
    ("汪文斌就台湾问题表示了什么？", "汪文斌", "台湾问题"),
    ("汪文斌对台湾问题有何回应？", "汪文斌", "台湾问题"),
    ("关于台湾，汪文斌说了什么？", "汪文斌", "台湾"),
    ("汪文斌怎么说？", "汪文斌", ""),
    ("汪文斌怎么看台湾问题？", "汪文斌", "台湾问题"),
    ("汪文斌說了什麼？", "汪文斌", ""),
    ("弗拉基米尔·普京说了什么？", "弗拉基米尔·普京", ""),
    ("外交部发言人说了什么？", "外交部发言人", ""),
]

OTHER_QUESTIONS = [
    ("How many boats sank in the storm?", ("boats", "sank", "in", "the", "storm")),
    ("How high was the tide?", ("was", "the", "tide")),
    ("Please tell me about the storm", ("the", "storm")),
    ("what do the articles say about crabs?", ("crabs",)),
    ("news about the breakwater", ("the", "breakwater")),
    ("storm", ("storm",)),
    ("谁说了什么？", ("谁说了什么",)),
]


@pytest.mark.parametrize(("text", "speaker", "about"), SPEAKER_QUESTIONS)
def test_a_question_for_somebodys_words(text: str, speaker: str, about: str) -> None:
    question = parse_question(text)
    assert (question.speaker, question.about) == (speaker, about)


@pytest.mark.parametrize(("text", "terms"), OTHER_QUESTIONS)
def test_any_other_question_is_its_words(text: str, terms: tuple[str, ...]) -> None:
    question = parse_question(text)
    assert question.speaker is None
    assert question.terms == terms


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Who is Will Smith?", {"Will"}),
        ("Where did The Who play?", {"The", "Who"}),
        ('What does "to be" mean?', {"to", "be"}),
        ("What Is The Wall?", set()),
        ("what is the wall", set()),
    ],
)
def test_names_and_quoted_words_are_kept(text: str, names: set[str]) -> None:
    assert parse_question(text).names == names


def test_a_pronoun_takes_the_speaker_of_the_question_before() -> None:
    before = parse_question("What did Ines Falk say?")
    assert parse_question("What did she say about the masts?", before).speaker == "Ines Falk"
    assert parse_question("What did she say about the masts?").speaker is None


def test_a_conversation_is_understood_turn_by_turn() -> None:
    question = parse_conversation(["What did Falk say?", "What did she say about masts?"])
    assert question is not None
    assert (question.speaker, question.about) == ("Falk", "masts")
    assert parse_conversation([]) is None


@pytest.mark.parametrize(
    "text", ["", "   ", "?!…", "\x00\x1b", "\u202e\u200b", "🦀", "Who said so?", "thanks!"]
)
def test_a_question_without_words_is_blank(text: str) -> None:
    assert parse_question(text).is_blank


def test_what_cannot_be_seen_is_left_out() -> None:
    assert (
        parse_question("storm\x00\x1b[31m \u202eboats\ud800\n\tsank").text == "storm[31m boats sank"
    )


def test_a_question_is_read_up_to_its_limits() -> None:
    question = parse_question(" ".join(f"word{n}" for n in range(1000)))
    assert len(question.text) <= LONGEST
    assert len(set(question.terms)) <= MOST_WORDS
    assert len(parse_question("a" * 1_000_000).text) == LONGEST


@given(st.text(max_size=700))
def test_any_text_is_a_question(text: str) -> None:
    question = parse_question(text, Question("before", "before", "Falk"))
    assert "\x00" not in question.text
    assert question.is_blank == (not question.terms and not question.speaker)


TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "speaker", "about"),
    [
        ("What does Falk think about the wall?", "Falk", "the wall"),
        ("Did Falk deny the leak?", "Falk", "the leak"),
        ("Has the minister ever called for a vote?", "the minister", "a vote"),
        ("Falk said what about crabs?", "Falk", "crabs"),
        ("Falk's comments on the wall", "Falk", "the wall"),
        ("What is Falk’s view on crabs?", "Falk", "crabs"),
    ],
)
def test_there_are_many_ways_to_ask_for_somebodys_words(
    text: str, speaker: str, about: str
) -> None:
    question = parse_question(text)
    assert (question.speaker, question.about) == (speaker, about)


@pytest.mark.parametrize(
    ("text", "quotation", "verbatim"),
    [
        ("Who said the wall will hold?", "the wall will hold", False),
        ("who said that the wall will hold", "the wall will hold", False),
        ("Who said “the wall will hold”?", "the wall will hold", True),
        ('Who was it that said "never again"?', "never again", True),
        ("Wer sagte, dass die Mauer hält?", "die Mauer hält", False),
        ("Qui a dit « le mur tiendra » ?", "le mur tiendra", True),
        ("¿Quién dijo que el muro aguantará?", "el muro aguantará", False),
        ("Кто сказал, что стена выдержит?", "стена выдержит", False),
        ("谁说过中俄合作没有止境？", "中俄合作没有止境", False),
    ],
)
def test_a_question_for_whoever_said_something(text: str, quotation: str, verbatim: bool) -> None:
    question = parse_question(text)
    assert question.speaker is None
    assert (question.quotation, question.verbatim) == (quotation, verbatim)


@pytest.mark.parametrize("text", ["who called the police?", "who called off the search?"])
def test_a_call_is_no_name_for_anything(text: str) -> None:
    assert not parse_question(text).anybody


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Who said anything about crabs?", "crabs"),
        ("who has spoken about the wall", "the wall"),
        ("Who criticised the delay?", "the delay"),
        ("Who warned about the price?", "the price"),
        ("Who has complained of the noise?", "the noise"),
        ("what was said about the wall?", "the wall"),
        ("What else has been said about the wall?", "the wall"),
        ("what is being written about the wall", "the wall"),
        ("give me quotes about the wall", "the wall"),
        ("who else talked about the wall?", "the wall"),
        ("who called the visit a farce?", "the visit a farce"),
        ("Who described the wall as a waste?", "the wall as a waste"),
    ],
)
def test_a_question_for_what_anybody_said(text: str, about: str) -> None:
    question = parse_question(text)
    assert question.anybody
    assert (question.about, question.quotation) == (about, None)


def test_a_name_and_a_topic_may_ask_for_somebodys_words() -> None:
    assert parse_question("Ines Falk on the wall").perhaps == ("Ines Falk", "the wall")
    assert parse_question("ines falk about the wall?").perhaps == ("ines falk", "the wall")
    assert parse_question("What is on the wall").perhaps is None
    assert parse_question("What was Hamdi's reaction?").perhaps == ("Hamdi", "")
    assert parse_question("Hamdi’s reaction to the vote").perhaps == ("Hamdi", "the vote")
    assert parse_question("what is ''s reaction").perhaps is None
    assert parse_question("What is the town's response time?").perhaps is None


def test_days_are_filters_and_no_words() -> None:
    question = parse_question("What has Falk said about crabs since March?", None, TODAY)
    assert (question.speaker, question.about) == ("Falk", "crabs")
    assert question.filters == Filters(since=date(2026, 3, 1))
    assert question.text == "What has Falk said about crabs since March?"


def test_the_words_of_days_are_kept_for_where_no_article_of_them_answers() -> None:
    question = parse_question("Which boats sank in 2022?", None, TODAY)
    assert question.filters == Filters(since=date(2022, 1, 1), until=date(2022, 12, 31))
    assert question.terms == ("Which", "boats", "sank")
    assert question.otherwise is not None
    assert question.otherwise.terms == ("Which", "boats", "sank", "in", "2022")


def test_a_follow_up_keeps_the_speaker_and_the_days() -> None:
    before = parse_question("What has Falk said about crabs since March?", None, TODAY)
    after = parse_question("and about the wall?", before, TODAY)
    assert (after.speaker, after.about, after.filters) == ("Falk", "the wall", before.filters)
    assert parse_question("and about the wall?").speaker is None
    assert parse_question("und zum Hafen?", before).speaker is None
    assert parse_question("und über Krabben?", before).about == "Krabben"


@pytest.mark.parametrize("text", ["hi there", "Hey!", "HELP", "who are you?", "How do you work?"])
def test_a_greeting_asks_nothing(text: str) -> None:
    assert parse_question(text).is_blank
    assert not parse_question(f"{text} Falk").is_blank


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("news", None), ("Any news?", None), ("what's new?", None), ("latest", None),
        ("the latest news", None), ("show me the newest articles", None),
        ("What is the latest news?", None), ("neueste Nachrichten", None),
        ("any news today?", "2026-07-01"), ("dernières nouvelles", None),
    ],
)  # fmt: skip
def test_who_asks_for_news_and_of_nothing_asks_for_the_newest(text: str, days: str | None) -> None:
    question = parse_question(text, today=date(2026, 7, 1))
    assert (question.news, question.is_blank, question.speaker) == (True, False, None)
    assert str(question.filters.since) == str(days)
    assert not parse_question("news about the wall", today=date(2026, 7, 1)).news


def test_two_questions_at_once_name_no_speaker() -> None:
    assert parse_question("What did Quist say? What did Falk say?").speaker is None


def test_who_and_what_is_mentioned_beside_a_question_is_no_part_of_it() -> None:
    tokens = "<@1234> <@!1234> <@&5> <#99> <:crab:1> <a:crab:1> <t:0:R> <t:-1>"
    question = parse_question(f"{tokens} What did Quist say? <:crab:1>")
    assert (question.speaker, question.about) == ("Quist", "")
    assert parse_question(f"{tokens} harbour").about == "harbour"
    assert parse_question(tokens).is_blank


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Did anything happen at Tern Sands?", "at Tern Sands"),
        ("has something else happened in Saltby this week", "in Saltby"),
        ("articles before 2023 about the harbour wall", "the harbour wall"),
        ("盐港发生了什么？", "盐港"),
        ("这个月盐港有什么新闻？", "盐港"),
        ("盐港出了什么事", "盐港"),
    ],
)
def test_that_something_happened_is_not_looked_for(text: str, about: str) -> None:
    assert parse_question(text, None, date(2026, 11, 24)).about.strip(" ?") == about


@pytest.mark.parametrize("text", ["发生了什么？", "什么事件发生在盐港", "盐港有什么计划"])
def test_what_is_asked_of_something_else_stays(text: str) -> None:
    assert parse_question(text, None, None).about.strip("？") == text.strip("？")
