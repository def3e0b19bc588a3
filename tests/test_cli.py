"""The commands, run as their users run them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.texts.answers import NOT_EXPLAINED
from index.lock import exclusive
from tests.builders import article, as_of_another_format, collection, folder
from tests.shared_material import shared

ROOT = Path(__file__).resolve().parent.parent
FAILED, USAGE, CONFIGURATION = 1, 2, 78


def byline(
    *arguments: str | Path, typed: str | bytes = "", cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `byline ARGUMENTS`; what was typed is its standard input."""
    bare = {k: v for k, v in os.environ.items() if not k.startswith(("BYLINE_", "DISCORD_"))}
    done = subprocess.run(
        [sys.executable, "-m", "bot", *map(str, arguments)],
        input=typed.encode() if isinstance(typed, str) else typed,
        capture_output=True,
        cwd=cwd,
        env={**bare, "PYTHONPATH": str(ROOT), **environment},
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def one_sentence(done: subprocess.CompletedProcess[str], code: int) -> str:
    """What a command that failed said, once it is sure that it failed as it should."""
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()
    return done.stderr


def test_a_question_is_answered_from_the_sample(sample_data: Path) -> None:
    done = byline("ask", "what did Wang Wenbin say?", "--data", sample_data)
    assert done.returncode == 0
    assert "China-Russia cooperation has no limits" in done.stdout
    assert "— Wang Wenbin, " in done.stdout
    assert "#:~:text=China%2DRussia%20cooperation%20has%20no%20limits" in done.stdout
    assert "sample articles" in done.stdout
    assert "\x1b" not in done.stdout


def test_json_holds_the_contracts_keys(sample_data: Path) -> None:
    done = byline("ask", "--json", "what did Wang Wenbin say?", "--data", sample_data)
    given = json.loads(done.stdout)
    assert list(given) == [
        "id", "question", "answered", "missing", "suggestions", "generation", "took_ms", "excerpts",
    ]  # fmt: skip
    first = given["excerpts"][0]
    assert set(first) >= {
        "rank", "score", "article_id", "title", "url", "link", "source", "published", "passage_id",
        "start", "end", "text", "highlights", "speaker", "role", "attribution", "named_in",
    }  # fmt: skip
    assert (first["rank"], first["speaker"], first["attribution"]) == (1, "Wang Wenbin", "stated")


def test_the_same_question_has_the_same_answer_in_any_process(sample_data: Path) -> None:
    answers = set()
    for seed in ("0", "1", "2"):
        done = byline(
            "ask", "--json", "How many boats sank?", "--data", sample_data, PYTHONHASHSEED=seed
        )
        given = json.loads(done.stdout)
        del given["took_ms"]
        answers.add(json.dumps(given))
    assert len(answers) == 1


def test_a_batch_is_answered_line_by_line(sample_data: Path, tmp_path: Path) -> None:
    questions = [
        {"id": "a", "question": "How many boats sank?"},
        {"id": 7, "question": "And what did she say?", "history": ["What did Ines Falk say?"]},
        {"id": "c", "question": ""},
        {
            "id": "d",
            "question": "What did she say?",
            "history": [
                {"speaker": "user", "text": "What did Marta Quist say?"},
                {"speaker": "agent", "text": "What did Osmund Quist say?"},
            ],
        },
    ]
    file = tmp_path / "questions.jsonl"
    file.write_text("\n\n".join(map(json.dumps, questions)) + "\n")
    done = byline("ask", "--batch", file, "-k", "3", "--data", sample_data)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [given["id"] for given in answers] == ["a", 7, "c", "d"]
    assert answers[0]["answered"]
    assert {one["speaker"] for one in answers[1]["excerpts"]} == {"Ines Falk"}
    assert not answers[2]["answered"]
    assert {one["speaker"] for one in answers[3]["excerpts"]} == {"Marta Quist"}


def test_a_search_ranks_passages_for_words(sample_data: Path) -> None:
    done = byline("search", "--json", "breakwater granite", "--data", sample_data)
    excerpts = json.loads(done.stdout)["excerpts"]
    assert "breakwater" in excerpts[0]["article_id"]
    assert [one["rank"] for one in excerpts] == list(range(1, len(excerpts) + 1))


def test_what_a_person_said_is_listed(sample_data: Path) -> None:
    done = byline("quotes", "Wang Wenbin", "--since", "2022", "-k", 2, "--data", sample_data)
    assert done.stdout.startswith("Only articles since 2022-01-01.")
    assert done.stdout.count("— Wang Wenbin, ") == 2
    asked = byline("quotes", "wang", "--about", "hegemony", "--json", "--data", sample_data)
    assert "hegemony" in json.loads(asked.stdout)["excerpts"][0]["text"]
    late = byline("quotes", "Wang Wenbin", "--since", "2024", "--data", sample_data)
    assert "I found nothing that Wang Wenbin said." in late.stdout
    bad = byline("quotes", "Wang Wenbin", "--until", "soon", "--data", sample_data)
    assert "'soon' is no day: write 2025-03-01" in one_sentence(bad, FAILED)


def test_a_quotation_is_found_from_an_inexact_copy(sample_data: Path) -> None:
    done = byline("ask", "Who said “Russia cooperation knows no limits”?", "--data", sample_data)
    assert "— Wang Wenbin, " in done.stdout
    assert "Not word for word: “knows” stands as “has”." in done.stdout
    none = byline("ask", "Who said “the crabs pay no taxes and never did”?", "--data", sample_data)
    assert none.stdout.startswith("There is no such quotation in 12 articles.")


def test_a_query_is_shown_as_it_was_understood(sample_data: Path) -> None:
    arguments = ("search", "--data", sample_data, "--", "-granite breakwater since:2020-5 (")
    done = byline(*arguments)
    assert done.stdout.splitlines()[:2] == [
        "Understood as: -granite breakwater since:2020-05-01",
        "A “(” without its “)” was closed at the end.",
    ]
    given = json.loads(byline(arguments[0], "--json", *arguments[1:]).stdout)
    assert given["understood"] == "-granite breakwater since:2020-05-01"
    assert given["notes"] == ["A “(” without its “)” was closed at the end."]
    assert given["excerpts"]
    assert not any("granite" in one["text"] for one in given["excerpts"])


@pytest.mark.parametrize(
    "query", ["+-(", "w" * 6_000, "word " * 400, "🦀", "the of", "\u202e((", "\x07", '"', "a:b OR"]
)
def test_any_query_has_an_answer(sample_data: Path, query: str) -> None:
    done = byline("search", "--data", sample_data, "--", query)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()


@pytest.mark.parametrize("command", ["chat", "run"])
def test_without_a_terminal_each_line_is_answered(sample_data: Path, command: str) -> None:
    typed = "what did Wang Wenbin say?\n\nhow many boats sank?\n"
    done = byline(command, "--data", sample_data, typed=typed)
    assert done.returncode == 0
    assert done.stdout.count("? what did") == 1
    assert "has no limits" in done.stdout
    assert "boats" in done.stdout.partition("? how many boats sank?")[2]


def test_run_without_a_token_and_without_input_shows_the_sample_question(
    sample_data: Path,
) -> None:
    done = byline("run", "--data", sample_data)
    assert done.returncode == 0
    assert "No DISCORD_TOKEN is set" in done.stdout
    assert "? What did Wang Wenbin say?" in done.stdout
    assert "has no limits" in done.stdout


def test_chat_without_input_says_nothing(sample_data: Path) -> None:
    done = byline("chat", "--data", sample_data)
    assert (done.returncode, done.stdout) == (0, "")


def test_articles_are_added_listed_and_removed(tmp_path: Path, data: Path) -> None:
    source = folder(tmp_path / "in", ferry="---\ntitle: Ferry\n---\nThe ferry left at noon.")
    done = byline("index", "add", source / "ferry.md", "--data", data)
    assert done.stdout.splitlines() == [
        "added: ferry",
        "main: 1 added, 0 changed, 0 removed; 1 article in the index.",
    ]
    assert "ferry\t-\tFerry" in byline("index", "status", "--articles", "--data", data).stdout
    state = json.loads(byline("index", "status", "--json", "--data", data).stdout)
    assert [(one["collection"], one["articles"]) for one in state] == [("main", 1)]
    assert byline("index", "verify", "--data", data).returncode == 0
    assert byline("index", "remove", "ferry", "--data", data).returncode == 0
    assert "no answer" in byline("ask", "ferry", "--data", data).stdout


def test_json_lines_are_imported_exactly(tmp_path: Path, data: Path) -> None:
    text = "  The ferry left.\r\n\tAt noon. "
    file = tmp_path / "export.jsonl"
    file.write_text(
        json.dumps({"id": 12, "text": text, "published": "2026-01-18"})
        + "\nnot json\n"
        + json.dumps({"text": "The ferry came back."})
    )
    done = byline("index", "import", file, "--data", data)
    assert done.returncode == 0
    assert "export.jsonl line 2" in done.stderr
    given = json.loads(byline("ask", "--json", "ferry left noon", "--data", data).stdout)
    first = given["excerpts"][0]
    assert first["article_id"] == "12"
    assert first["text"] == text[first["start"] : first["end"]]


def test_the_sample_is_the_default_of_build_and_update(data: Path) -> None:
    assert byline("index", "build", "--data", data).stdout.splitlines()[-1].startswith("sample: ")
    assert "up to date" in byline("index", "update", "--data", data).stdout
    assert byline("index", "update", "--quiet", "--data", data).stdout == ""


def test_a_plain_update_mends_all_that_another_version_made_but_what_is_locked(data: Path) -> None:
    for name in ("main", "guild-1", "guild-2"):
        collection(data, article("a", "The ferry left."), name=name)
        as_of_another_format(data, name)
    assert "format 1" in byline("ask", "ferry", "--data", data).stderr
    with exclusive(data / "collections" / "guild-1" / "lock"):
        done = byline("index", "update", "--data", data)
    assert done.returncode == FAILED
    assert [line.partition(":")[0] for line in done.stdout.splitlines()[-3:]] == [
        "sample", "guild-2", "main",
    ]  # fmt: skip
    assert f"(pid {os.getpid()}) is changing the collection 'guild-1'" in done.stderr
    again = byline("index", "update", "--data", data)
    assert again.returncode == 0
    assert [line.partition(":")[0] for line in again.stdout.splitlines()] == ["sample", "guild-1"]
    assert "ferry left" in byline("ask", "ferry", "--data", data).stdout


def test_rollback_serves_the_index_before(tmp_path: Path, data: Path) -> None:
    source = folder(tmp_path / "in", a="The ferry left.", b="The crab stayed.")
    byline("index", "add", source / "a.md", "--data", data)
    byline("index", "add", source / "b.md", "--data", data)
    assert byline("index", "rollback", "--data", data).returncode == 0
    assert "no answer" in byline("ask", "crab", "--data", data).stdout


def test_python_m_index_is_byline_index(data: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "index", "status", "--data", data],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert done.returncode == FAILED
    assert "no data folder" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", ""],
        ["ask", "  "],
        ["search", " "],
        ["ask", "boats", "-k", "0"],
        ["ask", "boats", "-k", "-1"],
        ["ask", "boats", "-k", "1000000000"],
        ["ask", "boats", "-k", "abc"],
        ["ask", "boats", "--batch", "x.jsonl"],
        ["nonsense"],
        ["ask", "boats", "--nonsense"],
        ["index", "add"],
        [],
    ],
)
def test_wrong_usage_ends_with_two(sample_data: Path, arguments: list[str]) -> None:
    done = byline(*arguments, BYLINE_DATA=str(sample_data))
    assert done.returncode == USAGE
    assert "Traceback" not in done.stderr


def test_the_allowed_range_is_told(sample_data: Path) -> None:
    assert "1<=x<=100" in byline("ask", "x", "-k", "0", "--data", sample_data).stderr


@pytest.mark.parametrize(
    "arguments", [["ask", "boats"], ["search", "boats"], ["chat"], ["run"], ["index", "status"]]
)
def test_reading_without_an_index_names_the_next_step_and_creates_nothing(
    data: Path, arguments: list[str]
) -> None:
    said = one_sentence(byline(*arguments, "--data", data), FAILED)
    assert "byline index build" in said
    assert not data.exists()


def test_a_data_folder_without_an_index_names_the_next_step(data: Path) -> None:
    data.mkdir()
    assert "byline index build" in one_sentence(byline("ask", "x", "--data", data), FAILED)
    assert list(data.iterdir()) == []


@pytest.mark.parametrize("arguments", [["ask", "boats"], ["index", "build"], ["index", "status"]])
def test_a_foreign_data_folder_is_named_and_left_alone(
    tmp_path: Path, arguments: list[str]
) -> None:
    (tmp_path / "letters.txt").write_text("mine")
    assert "letters.txt" in one_sentence(byline(*arguments, "--data", tmp_path), FAILED)
    assert [one.name for one in tmp_path.iterdir()] == ["letters.txt"]


def test_another_programs_database_is_named_and_left_alone(data: Path) -> None:
    library = data / "collections" / "sample" / "library.db"
    library.parent.mkdir(parents=True)
    subprocess.run(
        [sys.executable, "-c", "import sqlite3,sys;c=sqlite3.connect(sys.argv[1]);"
         "c.execute('CREATE TABLE mine (x)');c.commit()", library],
        check=True,
    )  # fmt: skip
    before = library.read_bytes()
    said = one_sentence(byline("index", "build", ROOT / "articles", "--data", data), FAILED)
    assert "another program's database" in said
    assert library.read_bytes() == before


def test_files_that_cannot_be_read_are_named_one_by_one(tmp_path: Path, data: Path) -> None:
    source = folder(
        tmp_path / "in",
        good="The ferry left.",
        broken="---\ntitle: [unclosed\n---\nText.",
        dated="---\npublished: 2026-13-45\n---\nThe crab stayed.",
    )
    (source / "binary.md").write_bytes(bytes(range(256)))
    (source / "empty.md").write_bytes(b"")
    done = byline("index", "build", source, "--data", data)
    assert done.returncode == 0
    assert "2 added" in done.stdout
    assert "3 skipped" in done.stdout
    for name in ("broken.md", "binary.md", "empty.md"):
        assert name in done.stderr
    assert "2026-13-45" in done.stderr
    assert byline("index", "build", source, "--strict", "--data", data).returncode == FAILED


def test_nothing_readable_is_a_failure_and_keeps_the_index(tmp_path: Path, data: Path) -> None:
    source = folder(tmp_path / "in", good="The ferry left.")
    byline("index", "add", source / "good.md", "--data", data)
    (source / "bad.md").write_bytes(b"\x00")
    said = one_sentence(byline("index", "add", source / "bad.md", "--data", data), FAILED)
    assert "bad.md" in said
    assert "ferry" in byline("ask", "ferry", "--data", data).stdout


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["index", "build", "nowhere"], "nowhere"),
        (["index", "add", "nowhere.md"], "nowhere.md"),
        (["index", "import", "nowhere.jsonl"], "nowhere.jsonl"),
        (["index", "import", "export.xlsx"], "export.xlsx"),
        (["index", "add", "https://example.com/a"], "https://example.com/a"),
        (["index", "add", "a.md", "--collection", "../up"], "'../up'"),
    ],
)
def test_bad_input_is_named_in_one_sentence(data: Path, arguments: list[str], named: str) -> None:
    assert named in one_sentence(byline(*arguments, "--data", data), FAILED)


@pytest.mark.parametrize("line", ["not json", "[]", '{"id": 1}', '{"question": 5}', "[" * 9999])
def test_a_bad_line_of_a_batch_is_named(sample_data: Path, tmp_path: Path, line: str) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(line)
    said = one_sentence(byline("ask", "--batch", file, "--data", sample_data), FAILED)
    assert "questions.jsonl line 1" in said


@pytest.mark.parametrize(
    "question", ["\ud800", "\x1b[31mboats\x07", "\u202eboats", "a" * 6_000, "\n", "(" * 500, "*"]
)
def test_odd_questions_are_answered_calmly(sample_data: Path, question: str) -> None:
    raw = question.encode("utf-8", "surrogateescape" if question >= "\udc80" else "surrogatepass")
    done = byline("chat", "--data", sample_data, typed=raw)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("token", ["   ", "'abc'", "Bot abc.def.ghi", "abc def"])
def test_a_malformed_token_is_a_configuration_error(sample_data: Path, token: str) -> None:
    done = byline("run", "--data", sample_data, DISCORD_TOKEN=token)
    said = one_sentence(done, CONFIGURATION)
    assert "DISCORD_TOKEN" in said
    assert token.strip("' ") not in said or not token.strip()


def test_a_reader_that_leaves_early_is_no_error(sample_data: Path) -> None:
    command = f"{sys.executable} -m bot search boat --data {sample_data} | head -c 1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def test_the_locale_does_not_matter(sample_data: Path) -> None:
    done = byline("ask", "Fulmar", "--data", sample_data, LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "„" in done.stdout or "ä" in done.stdout or "—" in done.stdout


def test_the_real_article_gives_the_spokesmans_three_utterances(data: Path) -> None:
    folder_of_seeds = shared("seeds")
    if folder_of_seeds is None:
        pytest.skip("the article that this project started from is not here")
    (seed,) = folder_of_seeds.glob("*.txt")
    byline("index", "add", seed, "--data", data)
    given = json.loads(byline("ask", "--json", "what did Wang Wenbin say?", "--data", data).stdout)
    excerpts = given["excerpts"]
    assert [one["speaker"] for one in excerpts[:3]] == ["Wang Wenbin"] * 3
    for number, words in enumerate(
        ("advancing global multipolarity", "cooperation has no limits", "striving for peace")
    ):
        assert words in excerpts[number]["text"]
        assert excerpts[number]["link"].startswith(f"{excerpts[number]['url']}#:~:text=")
    assert not any("Kabul" in one["text"] for one in excerpts)
    said = byline("ask", "what did Wang Wenbin say?", "--data", data).stdout
    assert said.index("advancing global") < said.index("no limits") < said.index("striving")
    assert "Searched" not in said


def test_a_score_is_explained_alike_beside_the_answer_and_for_one_article(data: Path) -> None:
    collection(
        data,
        article("wall", "The harbour wall is high.", title="Harbour news"),
        article("boat", "Boats lie in the harbour."),
    )
    beside = byline("ask", "--explain", "--json", "harbour wall", "--data", data)
    explained = json.loads(beside.stdout)["excerpts"][0]
    alone = byline("index", "explain", "--json", "harbour wall", "wall", "--data", data)
    assert json.loads(alone.stdout) == explained["explanation"]
    parts = explained["explanation"]["terms"] + explained["explanation"]["features"]
    assert sum(part["points"] for part in parts) == pytest.approx(explained["score"], abs=1e-6)
    shown = byline("index", "explain", "harbour wall", "wall", "--data", data).stdout
    assert "harbour (word, idf" in shown
    assert "window (feature, 1.000 of 1)" in shown
    assert f"{explained['score']:7.3f} in all" in shown
    assert (
        shown.splitlines()[-1] in byline("ask", "--explain", "harbour wall", "--data", data).stdout
    )
    searched = byline("search", "--explain", "--json", "harbour wall", "--data", data)
    first = json.loads(searched.stdout)["excerpts"][0]
    assert first["explanation"] == explained["explanation"]
    assert "in all" in byline("search", "--explain", "harbour wall", "--data", data).stdout


@pytest.mark.parametrize(
    "question",
    [
        "please show me the latest on the harbour wall",
        "how high is the harbour wall?",
        "harbour wall in 2026",
    ],
)
def test_a_question_is_explained_as_it_is_asked(data: Path, question: str) -> None:
    collection(
        data,
        article("wall", "The harbour wall is high.", title="Wall", published="2026-03-01"),
        article("old", "The harbour wall is 9 metres high.", published="2020-03-01"),
    )
    asked = json.loads(byline("ask", "--explain", "--json", question, "--data", data).stdout)
    for excerpt in asked["excerpts"]:
        place = ("index", "explain", "--json", question, excerpt["article_id"], "--data", data)
        assert json.loads(byline(*place).stdout) == excerpt["explanation"]
    assert asked["excerpts"]


def test_what_somebody_said_is_not_explained_by_features(data: Path) -> None:
    collection(data, article("wall", '"It is high," said Ines Falk.', lang="en"))
    told = byline("index", "explain", "What did Ines Falk say?", "wall", "--data", data)
    assert told.stderr.strip().endswith(NOT_EXPLAINED)


@pytest.mark.parametrize("typed", ["-ferry wall", "-harbour", "-", "---", "- OR -(", "-k wall"])
def test_what_is_typed_may_begin_with_a_hyphen(data: Path, typed: str) -> None:
    collection(data, article("wall", "The harbour wall is high."), article("boat", "A ferry."))
    for said in (["ask", typed, "-k3"], ["search", "-k", "3", typed, "--json"]):
        assert byline(*said, "--data", data).returncode == 0
    assert byline("search", f"--data={data}", "--", typed).returncode == 0


def test_a_slip_in_an_option_is_told(data: Path) -> None:
    collection(data, article("wall", "The harbour wall is high."))
    told = byline("search", "wall", "--jsno", "--data", data)
    assert (told.returncode, "--json" in told.stderr) == (USAGE, True)
    assert byline("search", "wall", "-k", "-5", "--data", data).returncode == USAGE


def test_answers_of_a_batch_are_explained_where_that_is_asked(data: Path, tmp_path: Path) -> None:
    collection(data, article("wall", "The harbour wall is high."))
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"question": "harbour wall"}\n', encoding="utf-8")
    told = byline("ask", "--explain", "--batch", batch, "--data", data).stdout
    (excerpt,) = json.loads(told)["excerpts"]
    assert excerpt["explanation"]["compared"]
    plain = byline("ask", "--batch", batch, "--data", data).stdout
    assert "explanation" not in json.loads(plain)["excerpts"][0]


def test_what_cannot_be_explained_is_said(data: Path) -> None:
    collection(data, article("wall", "The harbour wall is high."))
    nothing = byline("index", "explain", "ferry", "wall", "--data", data)
    assert nothing.stdout == "The article holds none of these words.\n"
    unknown = byline("index", "explain", "ferry", "pier", "--data", data)
    assert "No article has the id 'pier'" in one_sentence(unknown, FAILED)
