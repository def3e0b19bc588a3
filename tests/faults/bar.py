"""The promises, and what proves each.

A promise that the suite proves is proved by those tests; one about load or about faults over
sockets by a run. Some have both.
"""

from tests.faults.proofs import Cases, Proof, Run, Script

PROMISES = {
    "1": "the first response comes within 3 s",
    "2": "exactly one acknowledgement an interaction",
    "3": "a stale interaction is dropped",
    "4": "the event loop is never blocked",
    "5": "gateway drops are survived",
    "6": "a zombie connection is found",
    "7": "invalid sessions are begun anew",
    "8": "a fatal configuration stops, once",
    "9": "a crash loop burns no IDENTIFYs",
    "10": "a rate limit of a route is kept",
    "11": "the global rate limit is kept",
    "12": "a long rate limit is given up",
    "13": "a ban is waited out",
    "14": "a lost connection neither loses nor doubles",
    "15": "a missing permission is quiet",
    "16": "what is deleted meanwhile is no error",
    "17": "all limits hold before sending",
    "18": "nobody is pinged",
    "19": "text cannot become markup",
    "20": "links are what they say",
    "21": "invites and hidden text do nothing",
    "22": "only web addresses are fetched",
    "23": "a download is bounded",
    "24": "a parser cannot hang or eat the host",
    "25": "XML is safe",
    "26": "front matter is data",
    "27": "the folder of articles cannot be left",
    "28": "publishing is all or nothing",
    "29": "the order survives power loss",
    "30": "a full disk is a message",
    "31": "a damaged index is refused",
    "32": "another version is told",
    "33": "one writer",
    "34": "an index is swapped while it serves",
    "35": "a locked database is a message",
    "36": "incremental is the same as full",
    "37": "BM25 is right on tiny corpora",
    "38": "same question, same answer",
    "39": "clocks and dates do no harm",
    "40": "floods are bounded",
    "41": "servers do not see each other",
    "42": "only those who may, settle",
    "43": "secrets stay secret",
    "44": "questions are not kept",
    "45": "it stops cleanly",
    "46": "it runs for weeks",
    "47": "the command line is honest",
    "48": "the supply chain is pinned",
    "49": "least privilege",
    "50": "fuzzing finds nothing new",
    "L0": "scoring in milliseconds",
    "L1": "20 questions a second, each answered once",
    "L2": "200 questions in a second",
    "L4": "ten rebuilds of 20,000 passages meanwhile",
    "F2": "killed under load, ready again",
    "F8": "a machine that slept",
}

PROOFS: tuple[Proof, ...] = (
    # Alone: time or memory is measured.
    Run("scoring", ("L0",)),
    Run("steady", ("1", "4", "L1")),
    Run("flood", ("L2", "40")),
    Run("rebuilds", ("34", "L4")),
    Run("soak", ("46",)),
    Run("stops", ("45", "F2")),
    Run("drops", ("5",)),
    Run("zombies", ("6",)),
    Script(
        "28", "tests.torture.kills --moments 200", "tests.torture.kills --moments 4", alone=True
    ),
    # Beside each other: they wait most of the time, or nothing depends on how long they take.
    Run("ban", ("13",), alone=False),
    Run("suspend", ("F8",), alone=False),
    Run("sessions", ("7",), alone=False),
    Run("fatal", ("8",), alone=False),
    Run("rate_limits", ("10", "11", "12"), alone=False),
    Run("lost_replies", ("2", "14"), alone=False),
    Run("refusals", ("15", "16"), alone=False),
    Run("stale", ("3",), alone=False),
    Run("fuzzing", ("50",), alone=False),
    Script(
        "31",
        "tests.torture.damage --flips 500 --truncations 50",
        "tests.torture.damage --flips 10 --truncations 3 --articles 4",
    ),
    Script("29", "tests.torture.powercuts", "tests.torture.powercuts --only 0"),
    Script("36", "tests.torture.histories", "tests.torture.histories --histories 4"),
    Script("33", "tests.torture.writers", "tests.torture.writers --rounds 1 --only 0"),
    Script("38", "tests.torture.orders", "tests.torture.orders --processes 2 --articles 20"),
    # From the suite, all in one pytest.
    Cases(
        "9",
        (
            "tests/test_pacing.py",
            "tests/test_deploy.py::test_the_unit_is_not_started_again_where_settings_are_wrong",
            "tests/test_deploy.py::test_a_crash_is_waited_out_and_the_wait_can_be_ended",
        ),
    ),
    Cases(
        "17",
        (
            "tests/test_client.py::test_long_hostile_articles_stay_within_the_limits",
            "tests/test_client.py::test_a_message_of_the_longest_citations_is_within_the_limits",
            "tests/test_escaping.py::test_a_cut_leaves_whole_characters",
            "tests/test_escaping.py::test_a_cut_of_any_text_fits_and_is_its_beginning",
            "tests/test_links.py::test_any_text_gives_a_link_within_the_limit_and_no_exception",
        ),
    ),
    Cases("18", ("tests/test_hostile_texts.py::test_it_pings_nobody_on_any_way",)),
    Cases(
        "19",
        (
            "tests/test_hostile_texts.py::test_there_are_a_hundred_and_twenty",
            "tests/test_hostile_texts.py::test_it_does_nothing_wherever_it_stands",
            "tests/test_escaping.py::test_hundreds_of_thousands_of_anything_are_no_burden",
        ),
    ),
    Cases("20", ("tests/test_links.py",)),
    Cases(
        "21",
        (
            "tests/test_escaping.py::test_nothing_in_any_text_is_live",
            "tests/test_escaping.py::test_without_its_backslashes_it_is_the_text_without_what_is_not_seen",
        ),
    ),
    Cases(
        "22",
        (
            "tests/test_ingest_web.py::test_no_form_of_a_private_address_is_connected_to",
            "tests/test_ingest_web.py::test_a_name_of_a_private_address_is_not_connected_to",
            "tests/test_ingest_web.py::test_the_address_that_is_checked_is_the_one_connected_to",
            "tests/test_ingest_web.py::test_a_redirect_leaves_what_was_allowed_at_every_hop",
            "tests/test_ingest_web.py::test_only_web_addresses_are_fetched",
        ),
    ),
    Cases(
        "23",
        (
            "tests/test_ingest_web.py::test_what_is_not_whole_or_too_much_is_refused",
            "tests/test_ingest_web.py::test_a_trickle_is_cut_off",
        ),
    ),
    Cases("24", ("tests/test_ingest_sandbox.py", "tests/test_ingest_pages.py")),
    Cases(
        "25",
        (
            "tests/test_ingest_feeds.py::test_what_is_no_feed_is_refused",
            "tests/test_ingest_feeds.py::test_nothing_on_this_machine_is_opened",
        ),
    ),
    Cases("26", ("tests/test_ingest_front_matter.py",)),
    Cases(
        "27",
        (
            "tests/test_ingest_folder.py",
            "tests/test_ingest_files.py::test_a_link_is_followed_inside_its_folder_only",
            "tests/test_ingest_files.py::test_what_is_no_regular_file_is_skipped_without_waiting",
            "tests/test_ingest_files.py::test_a_socket_is_skipped",
        ),
    ),
    Cases("30", ("tests/test_disk.py",)),
    Cases(
        "32",
        (
            "tests/test_damage.py::test_an_index_that_another_analyzer_made_is_named_and_made_anew",
            "tests/test_generation.py::test_another_format_names_the_command_that_mends_it",
            "tests/test_generation.py::test_a_foreign_database_is_refused",
            "tests/test_database.py",
        ),
    ),
    Cases("35", ("tests/test_writers.py",)),
    Cases("37", ("tests/test_bm25.py",)),
    Cases("39", ("tests/test_arrivals.py", "tests/test_ingest_dates.py")),
    Cases("41", ("tests/test_isolation.py",)),
    Cases(
        "42",
        (
            "tests/test_settling.py::test_only_those_who_manage_the_server_may_open_the_settings",
            "tests/test_settling.py::test_every_choice_asks_for_the_permission_anew",
            "tests/test_settling.py::test_a_collection_of_another_server_can_never_be_chosen",
            "tests/test_buttons.py::test_an_answer_is_deleted_by_whoever_asked_and_by_moderators_only",
            "tests/test_channel_sockets.py::test_a_server_is_set_up_by_those_who_may_and_by_nobody_else",
        ),
    ),
    Cases(
        "43",
        (
            "tests/test_logs.py",
            "tests/test_settings.py::test_a_malformed_token_is_told_and_never_shown",
            "tests/test_operation.py::test_every_event_is_a_line_without_secrets_and_at_info_without_questions",
        ),
    ),
    Cases("44", ("tests/test_faults.py::test_nothing_that_was_asked_is_kept",)),
    Cases("47", ("tests/test_cli.py",)),
    Cases("48", ("tests/test_supply_chain.py",)),
    Cases("49", ("tests/test_deploy.py",)),
)
