"""A crowd that asks at once is answered, each exactly once. A short `tests.torture.crowd`."""

from pathlib import Path

from tests.torture.crowd import crowd, prepared

QUESTIONS, RATE, PASSAGES = 40, 20.0, 400


async def test_each_of_a_crowd_is_answered_exactly_once(tmp_path: Path) -> None:
    data, stories = prepared(tmp_path, PASSAGES)
    figures = await crowd(data, stories, PASSAGES, questions=QUESTIONS, rate=RATE)
    assert (figures.answered_once, figures.violations) == (QUESTIONS, 0)
