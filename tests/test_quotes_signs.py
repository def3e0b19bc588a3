"""What is told of sentences before they are read changes no quotation."""

import pytest

from index.clusters import Clusters
from index.layout import lay_out
from index.quotes import find_quotes, signs_of
from index.quotes.english_words import ENGLISH

SUBJECTS = (
    "The figures",
    "The study",
    "Falk took to the radio to",
    "These results also",
    "We",
    "It",
    "Falk",
    "A mill of Skarn",
    "The head of the mill",
    "The manager of the port for years",
    "Ines Falk from the mill",
    "Von Aschau of the mill",
    "Ines Falk, whom rivals",
    "Falk who built mills",
    "One of them",
    "People close to talks",
    "The mayor and the clouds",
    "They met and",
    "Clouds met and then",
    "Falk came in after clouds",
    "The letter, which figures",
    "A statement by the board of mills",
    "In came she who clouds",
    "In came al-masri of the mills and clouds",
    "The latter from the mills in turn",
    "The wall is expected to",
    "Falk went on to",
    "She did not soon",
    "Mills of the al-masri family under clouds",
    "The younger Falk of the mills in turn",
    "As clouds",
    "Mr. Falk's mills repeatedly",
    "It is late, Ines Falk",
    "It is late – Falk",
    "As Falk",
    "Clouds met, and as Falk",
    "While Falk met mills, Otto Brandt",
    "Falk met clouds and",
    "SKARN (AP) —",
    "SKARN (AP) — Falk",
    "*",
    "-7 Falk",
)
OBJECTS = (
    "that it was late.",
    "it was late.",
    "the wall a ruin.",
    "a flood, as it is late.",
    "for calm of the wall.",
    "to go.",
    "by Falk that it is late.",
    "is late and was.",
    "well.",
    "on Monday, it was late.",
    "clouds and urged restraint.",
    "clouds which they passed.",
    "clouds, and in the same talk suggested it was late.",
    "clouds, a sign of it, called it a trap.",
    "clouds, adding that it was late.",
    ", it was late.",
    "Falk the wall.",
)


VERBS = list(ENGLISH.verbs)
STEP = 19  # of so many forms one with each object; all take minutes


@pytest.mark.parametrize("number", range(len(OBJECTS)))
def test_what_clusters_tell_changes_no_quotation(number: int) -> None:
    clusters = Clusters("en", len, signs_of("en"))
    said = OBJECTS[number]
    for verb in VERBS[number::STEP]:
        text = "\n\n".join(f"{subject} {verb} {said}" for subject in SUBJECTS)
        text = f"Ines Falk, the mayor of Skarn, came with Otto von Aschau.\n\n{text}"
        layout = lay_out(text, clusters, len, "en")
        told = find_quotes(text, lang="en", split=layout.split, traits=layout.traits)
        read = find_quotes(text, lang="en", split=layout.split)
        assert told == read
