"""Participles that report, and those that only describe a noun or tell what follows."""

import pytest

from index.quotes import find_quotes

DESCRIBING = [
    "Loss of Abc1 in mice impairs the signaling pathway that leads to growth.",
    "Abc1 signaling is needed for growth.",
    "The Dorling party will join the ruling coalition after the vote.",
    "Brandtia extract is a promising cure that costs little.",
    "Safety labeling is required on all boats.",
    "Falk raised his glass like a man proposing a toast.",
    "Falk left the hall without reading a warning that the bridge was weak.",
]
FOLLOWING = [
    "Ablation of the gland stopped growth, suggesting that it is needed.",
    "Further, the valves were open, indicating that the pump had failed.",
    "Abc1 binds to Abc2, confirming that both matter.",
]
REPORTING = [
    ("Ines Falk shrugged, suggesting that it was late.", "it was late"),
    ("Ines Falk is suggesting that it was late.", "it was late"),
    ("Ines Falk spoke quietly, while suggesting that it was late.", "it was late"),
    ("The minister spoke for an hour, confirming that it was late.", "it was late"),
    ("Ines Falk came at noon. Later Falk shrugged, suggesting that it was late.", "it was late"),
    ("Ines Falk issued a statement confirming that it was late.", "it was late"),
    ("Ines Falk left the room saying it was late.", "it was late"),
    ("The talks ended with Ines Falk suggesting that it was late.", "it was late"),
]


@pytest.mark.parametrize("text", DESCRIBING + FOLLOWING)
def test_a_participle_of_a_thing_is_nobodys_words(text: str) -> None:
    assert find_quotes(text, lang="en") == []


@pytest.mark.parametrize(("text", "said"), REPORTING)
def test_a_participle_of_somebody_reports(text: str, said: str) -> None:
    (quote,) = find_quotes(text, lang="en")
    assert quote.span.of(text) == said
    assert quote.speaker == (None if "minister" in text else "Ines Falk")
