from collections.abc import Sequence
from pathlib import Path

import pytest

from index.analysis import Analyzer
from index.errors import BadInputError
from index.hits import QueryTerm
from index.language import is_stop_word
from index.notices import is_notice
from index.query import Query
from index.ranking import WEIGHTS, Asked, Candidate, Features, Weights, order
from index.reranking import COMPARED
from index.search import SearchIndex
from index.sought import Sought, places_of, sought_in
from tests.builders import article, collection

FAR = "and so it went on and on for as long as anybody there could bear to listen to it all again"


def asked(question: str) -> Asked:
    """A question all of whose words carry as much information."""
    words = question.split()
    terms = Analyzer().terms(question, "en")
    return Asked(
        [
            QueryTerm(word, term, 1, 2.0, place)
            for place, (word, term) in enumerate(zip(words, terms, strict=True))
            if not is_stop_word(word, "en")
        ],
        sought_in(question),
    )


def candidate(
    text: str,
    title: str = "",
    *,
    lead: bool = False,
    article: float = 0.0,
    age_days: float | None = None,
    notice: bool = False,
) -> Candidate:
    analyzer = Analyzer()
    return Candidate(
        words=analyzer.words(text, "en"),
        terms=analyzer.terms(text, "en"),
        title=frozenset(analyzer.terms(title, "en")),
        lead=lead,
        article=article,
        age_days=age_days,
        notice=notice,
    )


def first(question: str, candidates: Sequence[Candidate], weights: Weights) -> int:
    """The place of the candidate that comes first where BM25 finds all alike."""
    compared = asked(question)
    scores = [weights.of(compared.features(one)) for one in candidates]
    return order(scores, [0] * len(scores), range(len(scores)))[0]


@pytest.mark.parametrize(
    ("feature", "question", "wrong", "right"),
    [
        (
            "title",
            "harbour wall",
            candidate("the harbour wall", "harbour crane"),
            candidate("the harbour wall", "harbour wall, crane, storm"),
        ),
        (
            "subject",
            "harbour wall",
            candidate("the harbour wall", "A wall of silence around the minister"),
            candidate("the harbour wall", "The wall"),
        ),
        (
            "name",
            "Turkey exports",
            candidate("exports of turkey"),
            candidate("exports of Turkey"),
        ),
        (
            "window",
            "harbour wall",
            candidate(f"the wall {FAR} by the harbour"),
            candidate(f"the wall by the harbour {FAR}"),
        ),
        (
            "order",
            "harbour wall",
            candidate("a wall of the harbour"),
            candidate("a harbour with a wall"),
        ),
        (
            "phrase",
            "bank of the river",
            candidate("the bank by a wide river"),
            candidate("the bank of that river"),
        ),
        (
            "exact",
            "fishing boats",
            candidate("they fished from a boat"),
            candidate("they were fishing from a boat"),
        ),
        (
            "sought",
            "who built the wall",
            candidate("it is said that the wall was built by the town"),
            candidate("it is said that the wall was built by Anna Falk"),
        ),
        (
            "sought",
            "when was the wall built",
            candidate("the wall was built slowly"),
            candidate("the wall was built in 1911"),
        ),
        (
            "sought",
            "how many boats sank",
            candidate("some boats sank"),
            candidate("seven boats sank"),
        ),
        (
            "sought",
            "where did the boats sink",
            candidate("boats sink without Petersen"),
            candidate("boats sink in Gullholm"),
        ),
        (
            "kin",
            "pharmacy wall",
            candidate("the wall of the farmer"),
            candidate("the wall of the pharmacist"),
        ),
        (
            "notice",
            "harbour wall",
            candidate("we said that the harbour wall", notice=True, lead=True),
            candidate("a wall by the harbour"),
        ),
        ("lead", "wall", candidate("a wall"), candidate("a wall", lead=True)),
        ("article", "wall", candidate("a wall"), candidate("a wall", article=1.0)),
        ("recency", "wall", candidate("a wall", age_days=60.0), candidate("a wall", age_days=2.0)),
    ],
)
def test_a_feature_puts_the_right_passage_first_and_does_not_where_it_is_off(
    feature: str, question: str, wrong: Candidate, right: Candidate
) -> None:
    assert first(question, [wrong, right], WEIGHTS) == 1
    assert first(question, [wrong, right], WEIGHTS.without(feature)) == 0


def test_every_feature_has_a_weight_that_is_not_negative() -> None:
    assert all(getattr(WEIGHTS, name) >= 0 for name in Features._fields)


def test_features_are_shares() -> None:
    everything = candidate(
        "who built the harbour wall was Anna Falk", "built harbour wall", lead=True
    )
    features = asked("who built the harbour wall").features(everything)
    assert all(0 <= share <= 1 for share in features)
    assert features.title == features.window == features.exact == features.phrase == 1


def test_a_word_that_no_passage_holds_counts_by_its_relatives() -> None:
    terms = [QueryTerm("wall", "wall", 9, 2.0)]
    unknown = [QueryTerm("pharmacists", "pharmacist", 0, 2.0, 1)]
    near, far = candidate("a wall of pharmacies"), candidate("a wall of farms")
    assert Asked(terms, unknown=unknown).features(near).kin == pytest.approx(1.0)
    assert Asked(terms, unknown=unknown).features(far).kin == 0


def test_a_word_that_is_held_has_no_need_of_relatives_nor_has_a_number() -> None:
    assert asked("pharmacy wall").features(candidate("pharmacy, pharmacist")).kin == 0
    assert asked("wall of 190000").features(candidate("a wall, 190001")).kin == 0


def test_a_correction_adds_nothing_to_the_score_of_its_words() -> None:
    features = asked("harbour wall").features(candidate("harbour wall", notice=True, lead=True))
    assert WEIGHTS.of(features) == pytest.approx(0)
    assert WEIGHTS.without("notice").of(features) > 0


def test_a_correction_comes_after_the_report_and_shows_what_is_right(data: Path) -> None:
    report = "Four boats sank in Orrismouth when the strongest wind in years came on Thursday."
    wrong = 'Our report "Storm sinks four boats" (7 November) was wrong.'
    right = "Three boats did sink."
    collection(
        data,
        article("report", report, title="Storm sinks four boats", lang="en"),
        article("notice", f"{wrong} {right}", title="Correction: storm of 6 November", lang="en"),
        article("other", "A band played on the quay.", title="Music", lang="en"),
    )
    index = SearchIndex.open(data)
    hits = index.search("How many boats sank in the storm?")
    assert [hit.article.id for hit in hits] == ["report", "notice"]
    assert index.excerpt(hits[1]).text == f"{wrong} {right}"


@pytest.mark.parametrize(
    ("title", "passage", "expected"),
    [
        ("Correction to our report", "We said four.", True),
        ("Clarification: the ferry", "We said four.", True),
        ("Berichtigung", "Es waren drei.", True),
        ("Ferry", "An earlier version of this article said four.", True),
        ("Correctional officers on strike", "They left at noon.", False),
        ("Correction officers on strike", "They left at noon.", False),
        ("Ferry", "The company corrected its accounts.", False),
    ],
)
def test_a_correction_is_known_by_its_headline_or_by_what_it_says(
    title: str, passage: str, expected: bool
) -> None:
    assert is_notice(title, passage) is expected


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What year did the ferry sink?", ["ferry", "sink"]),
        ("What is the name of the ferry?", ["ferry"]),
        ("How old is the ferry?", ["ferry"]),
        ("In welchem Jahr sank die Fulmar?", ["sank", "Fulmar"]),
        ("The year of the ferry", ["year", "ferry"]),
        ("What is the ferry called?", ["ferry"]),
        ("What is the old ferry known as?", ["old", "ferry"]),
        ("Who called the ferry?", ["called", "ferry"]),
        ("Wie heißt die Fähre?", ["Fähre"]),
        ("Wie wird die Fähre genannt?", ["Fähre"]),
        ("What is the name?", ["name"]),
    ],
)
def test_words_that_tell_what_kind_of_answer_is_wanted_are_not_looked_for(
    data: Path, question: str, words: list[str]
) -> None:
    collection(
        data,
        article("a", "The ferry of that year had an old name, sink or swim.", lang="en"),
        article("b", "In welchem Jahr die Fähre sank, weiß auf der Fulmar niemand.", lang="de"),
    )
    terms = SearchIndex.open(data).terms_of(Query(question))
    assert [one.word for one in terms if one.weight == 1] == words


def test_a_misspelt_word_is_looked_up_as_it_was_meant_for_half(data: Path) -> None:
    collection(data, article("a", "The breakwater at Gannet Point held.", lang="en"))
    terms = SearchIndex.open(data).terms_of(Query("Gannet braekwater"))
    assert [(one.word, one.weight) for one in terms] == [
        ("Gannet", 1), ("braekwater", 1), ("breakwater", 0.5)
    ]  # fmt: skip


def test_a_rare_word_weighs_more_than_a_frequent_one() -> None:
    terms = [QueryTerm("wall", "wall", 90, 0.5), QueryTerm("gneiss", "gneiss", 1, 4.0, 1)]
    assert Asked(terms).features(candidate("gneiss")).window == pytest.approx(4 / 4.5)


def test_equal_scores_are_ordered_newest_first_then_by_number() -> None:
    assert order([1.0, 2.0, 1.0, 1.0], [-5, -1, -9, -5], [8, 7, 6, 4]) == [1, 2, 3, 0]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who won?", Sought.PERSON),
        ("When did the ferry sink?", Sought.TIME),
        ("In what year did it sink?", Sought.TIME),
        ("How many people drowned?", Sought.NUMBER),
        ("Where is the wreck?", Sought.PLACE),
        ("Wer hat gewonnen?", Sought.PERSON),
        ("Cuándo se hundió?", Sought.TIME),
        ("harbour wall", None),
        ("Why did it sink?", None),
        ("", None),
    ],
)
def test_what_is_sought(question: str, expected: Sought | None) -> None:
    assert sought_in(question) is expected


def test_what_the_question_names_is_not_what_it_seeks() -> None:
    words = "the mayor Falk met Anna Berg in 1911".split()
    assert [*places_of(Sought.PERSON, words, {"falk"})] == [4, 5]
    assert [*places_of(Sought.TIME, words, {"1911"})] == []


def test_a_search_ranks_by_features_and_by_bm25_alone_without_them(tmp_path: Path) -> None:
    collection(
        tmp_path,
        article("apart", f"The wall {FAR} by the harbour.", published="2024-02-02"),
        article("near", f"By the harbour a wall {FAR}.", published="2024-01-01"),
    )
    ranked = SearchIndex.open(tmp_path).search("harbour wall")
    plain = SearchIndex.open(tmp_path, weights=WEIGHTS.without(*Features._fields))
    assert [hit.article.id for hit in ranked] == ["near", "apart"]
    assert [hit.article.id for hit in plain.search("harbour wall")] == ["apart", "near"]
    assert ranked[0].score > plain.search("harbour wall")[0].score


def test_the_parts_of_a_score_sum_to_it(tmp_path: Path) -> None:
    collection(
        tmp_path,
        article("wall", "The harbour wall is high. A wall!", title="Harbour news"),
        article("boat", "Boats lie in the harbour."),
        article("wood", "Nothing else was heard of the forest."),
    )
    index = SearchIndex.open(tmp_path)
    question = "How high is the harbour wall, the wall?"
    hits = index.search(question)
    assert [hit.article.id for hit in hits] == ["wall", "boat"]
    for hit in hits:
        explanation = hit.explanation
        assert explanation is not None
        assert explanation.compared
        assert explanation.score == pytest.approx(hit.score, abs=1e-9)
        assert [part.name for part in explanation.terms] == ["harbour", "wall"]
        alone = index.explain(question, hit.article.id)
        assert alone is not None
        assert (alone.score, alone.explanation) == (hit.score, explanation)
    assert index.explain(question, "wood") is None
    with pytest.raises(BadInputError, match="No article has the id 'pier'"):
        index.explain(question, "pier")


def test_a_passage_that_is_not_among_the_best_is_explained_by_its_words_alone(
    tmp_path: Path,
) -> None:
    better = [article(f"b{number:02}", "Wall and pier.") for number in range(COMPARED)]
    collection(tmp_path, *better, article("worse", "The wall."))
    index = SearchIndex.open(tmp_path)
    hit = index.explain("pier wall", "worse")
    assert hit is not None
    assert hit.explanation is not None
    assert not hit.explanation.compared
    last = index.search("pier wall", COMPARED + 1)[-1]
    assert (last.article.id, last.score) == ("worse", hit.score)
    assert hit.explanation.score == pytest.approx(hit.score, abs=1e-9)


def test_the_newest_come_first_only_where_they_are_asked_for(tmp_path: Path) -> None:
    collection(
        tmp_path,
        article("old", "The wall stands. The wall is high.", published="2020-01-01"),
        article("new", "The wall stands for now, they say.", published="2024-01-01"),
        article("undated", "The wall stands, says somebody."),
    )
    index = SearchIndex.open(tmp_path)
    assert index.search(Query("wall"))[0].article.id == "old"
    assert index.search(Query("wall", latest=True))[0].article.id == "new"


def test_an_article_about_all_of_the_question_comes_first(tmp_path: Path) -> None:
    padding = "Nobody came to see the show that night because of rain. " * 12
    collection(
        tmp_path,
        article("part", f"{padding}\n\nThe ferry left late. {padding}", published="2024-02-02"),
        article(
            "whole",
            f"Gneiss is a rock. {padding}\n\nThe ferry left late. {padding}",
            published="2024-01-01",
        ),
    )
    hits = SearchIndex.open(tmp_path).search("ferry gneiss", per_article=3)
    ferry = [hit.article.id for hit in hits if "ferry" in hit.passage.span.of(hit.article.text)]
    assert ferry == ["whole", "part"]
