"""What a question asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions import LONGEST, MOST_WORDS, Question, parse_conversation, parse_question

SPEAKER_QUESTIONS = [
    ("What did Wang Wenbin say?", "Wang Wenbin", ""),
    ("what did wang wenbin say about russia", "wang wenbin", "russia"),
    ("What has the mayor said about the breakwater?", "the mayor", "the breakwater"),
    ("What did Ines Falk tell?", "Ines Falk", ""),
    ("What does the ministry say?", "the ministry", ""),
    ("what Osmund Quist said on crabs", "Osmund Quist", "crabs"),
    ("So what did Quist say?", "Quist", ""),
    ("Tell me what Quist said", "Quist", ""),
    ("Can you tell me what did Quist say about it?", "Quist", "it"),
    ("How did the harbour master respond to the storm?", "the harbour master", "the storm"),
    ("Did Quist say that the breakwater is too dear?", "Quist", "the breakwater is too dear"),
    ("Has Hamdi said anything about the upkeep?", "Hamdi", "the upkeep"),
    ("quotes by Ines Falk", "Ines Falk", ""),
    ("Show me all statements from Sound Line about Sundays", "Sound Line", "Sundays"),
    ("“What did Wang Wenbin say?”", "Wang Wenbin", ""),
    ("Was hat die Bürgermeisterin gesagt?", "die Bürgermeisterin", ""),
    ("Was hat Falk über den Hafen gesagt?", "Falk", "den Hafen"),
    ("Was sagte Falk zum Hafen?", "Falk", "Hafen"),
    ("Qu'a dit la maire ?", "la maire", ""),
    ("Qu’a dit Falk sur le port ?", "Falk", "le port"),
    ("Que dit Falk ?", "Falk", ""),
    ("¿Qué dijo Falk sobre el puerto?", "Falk", "el puerto"),
    ("Что сказал Ван Вэньбинь о России?", "Ван Вэньбинь", "России"),
    ("汪文斌说了什么？", "汪文斌", ""),
    ("汪文斌关于俄罗斯说了什么", "汪文斌", "俄罗斯"),
]

OTHER_QUESTIONS = [
    ("How many boats sank in the storm?", ("boats", "sank", "in", "the", "storm")),
    ("How high was the tide?", ("was", "the", "tide")),
    ("Please tell me about the storm", ("the", "storm")),
    ("what do the articles say about crabs?", ("crabs",)),
    ("news about the breakwater", ("the", "breakwater")),
    ("storm", ("storm",)),
    ("Who said so?", ("Who", "said", "so")),
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


@pytest.mark.parametrize("text", ["", "   ", "?!…", "\x00\x1b", "\u202e\u200b", "🦀"])
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
