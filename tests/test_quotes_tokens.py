"""The words of a text as tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.quotes.english_words import ENGLISH
from index.quotes.french_words import FRENCH
from index.quotes.german_words import GERMAN
from index.quotes.lexicon import Lexicon
from index.quotes.phrases import Sentence
from index.quotes.spanish_words import SPANISH
from index.quotes.tokens import Token, Vocabulary
from index.spans import Span

WORDS = [
    ("Falk said: no!", "Falk said : no !", ENGLISH),
    ("the boys' boat isn't here", "the boys' boat isn't here", ENGLISH),
    ("the boat of the boys'", "the boat of the boys '", ENGLISH),
    ("Mr. Falk of the U.S. came.", "Mr. Falk of the U.S. came .", ENGLISH),
    ("Achieng' Roe paid $1,000 or €3m, $", "Achieng' Roe paid $1,000 or €3m , $", ENGLISH),
    ("well-known 3.5 and 1,000", "well-known 3.5 and 1,000", ENGLISH),
    ("*Falk* [said](https://example.com/a_b) `so`", "Falk said so", ENGLISH),
    ("qu'il a dit-elle", "qu' il a dit-elle", FRENCH),
    ("qu'il a dit-elle", "qu'il a dit-elle", GERMAN),
]

# (word, what holds of it)
FACTS = [
    ("said", "is_word is_lower is_cue ends_clause", ENGLISH),
    ("Falk", "is_word is_upper is_capital opens", ENGLISH),
    ("The", "is_word is_upper is_article ends_clause opens", ENGLISH),
    ("she", "is_word is_lower is_pronoun ends_clause opens", ENGLISH),
    ("al-Hadi", "is_word is_lower is_capital opens", ENGLISH),
    ("spokesman", "is_word is_lower is_role titles opens", ENGLISH),
    ("Falk's", "is_word is_upper is_capital is_genitive opens", ENGLISH),
    (",", "ends_clause", ENGLISH),
    (":", "is_cue ends_clause", ENGLISH),
    ("：", "is_cue ends_clause", ENGLISH),
    ("dit-elle", "is_word is_lower is_cue", FRENCH),
    ("a-t-il", "is_word is_lower is_cue", FRENCH),
    ("vis-à-vis", "is_word is_lower", FRENCH),
]
DERIVED = {"word", "low", "verb", "begins_source", "is_notable", "is_odd_name"}
FLAGS = [name for name in Token.__slots__ if name not in DERIVED]


def read(text: str, lexicon: Lexicon) -> list[Token]:
    return list(Vocabulary(lexicon).read(text, 0, len(text)))


@pytest.mark.parametrize(("text", "expected", "lexicon"), WORDS)
def test_a_text_is_words_and_marks(text: str, expected: str, lexicon: Lexicon) -> None:
    assert " ".join(token.word for token in read(text, lexicon)) == expected


@pytest.mark.parametrize(("word", "expected", "lexicon"), FACTS)
def test_a_token_tells_what_the_tables_hold(word: str, expected: str, lexicon: Lexicon) -> None:
    (token,) = read(word, lexicon)
    assert {name for name in FLAGS if getattr(token, name)} == set(expected.split())


@pytest.mark.parametrize(("text", "expected", "lexicon"), WORDS)
def test_the_place_of_a_token_holds_its_word(text: str, expected: str, lexicon: Lexicon) -> None:
    sentence = Sentence(text, Span(0, len(text)), [], lexicon)
    places = [sentence.place(index).of(text) for index in range(len(sentence))]
    assert " ".join(places) == expected


def test_a_quotation_is_one_token_at_its_place() -> None:
    text = 'He said "it is cold" there.'
    quotation = Span(8, 20)
    sentence = Sentence(text, Span(0, len(text)), [quotation], ENGLISH)
    assert [token.word for token in sentence.tokens] == ["He", "said", "", "there", "."]
    assert sentence.quoted(2)
    assert sentence.place(2) == quotation
    assert sentence.place(3).of(text) == "there"


def test_nothing_stands_outside_a_sentence() -> None:
    sentence = Sentence("Falk said", Span(0, 9), [], ENGLISH)
    for index in [-9, -2, -1, 2, 3, 20]:
        assert sentence.low(index) == ""
        assert not sentence.quoted(index)
        assert not sentence.is_word(index)
        assert sentence.ends_clause(index)
        assert sentence.starting_at(index) is None


def test_a_vocabulary_forgets_rather_than_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.quotes.tokens._KEPT", 3)
    vocabulary = Vocabulary(ENGLISH)
    text = "one two three four five one " + "x" * 100
    words = [token.word for token in vocabulary.read(text, 0, len(text))]
    assert words == text.split()
    assert len(vocabulary) <= 3
    assert "x" * 100 not in vocabulary


@given(
    st.text(alphabet="aAs.'’-_*[]()`>#: \n5é中。\"", max_size=60),
    st.sampled_from([ENGLISH, GERMAN, FRENCH, SPANISH]),
)
def test_words_and_their_places_are_read_alike(text: str, lexicon: Lexicon) -> None:
    vocabulary = Vocabulary(lexicon)
    words = [token.word for token in vocabulary.read(text, 0, len(text))]
    places = vocabulary.places(text, 0, len(text))
    assert [text[start:end] for start, end in places] == words
    held = any(token.is_word for token in vocabulary.read(text, 0, len(text)))
    assert vocabulary.holds_word(text, 0, len(text)) == held
