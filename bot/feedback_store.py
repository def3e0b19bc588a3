"""Feedback in `bot.db`: counts, and the judgements that people agreed to keep."""

from collections import Counter, defaultdict
from pathlib import Path

from bot.feedback import Judgement, Reason, Tally, Verdict
from bot.store import BOT, of_server
from index.database import writable


class FeedbackStore:
    """What people say of answers; each call is one short transaction.

    Args:
        path: the bot's own database; it is created where it is missing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def count(self, guild_id: int, day: str, source: str | None, verdict: Verdict) -> None:
        """Count a verdict.

        Args:
            guild_id: the server's; 0 for a direct message.
            day: "2026-05-04".
            source: the outlet whose article was shown first.
            verdict: what was said.

        Raises:
            ArticleIndexError: the file cannot be used.
        """
        with writable(self._path, BOT) as database:
            database.execute(
                "INSERT INTO feedback (guild_id, day, source, good, reason, times) "
                "VALUES (?, ?, ?, ?, ?, 1) "
                "ON CONFLICT (guild_id, day, source, good, reason) DO UPDATE SET times = times + 1",
                [guild_id, day, source or "", int(verdict.good), verdict.reason.value],
            )

    def keep(self, guild_id: int, day: str, judgement: Judgement) -> None:
        """Keep a judgement, whose giver agreed to that.

        Raises:
            ArticleIndexError: the file cannot be used.
        """
        with writable(self._path, BOT) as database:
            database.table("judgements").insert(
                {
                    "guild_id": guild_id,
                    "day": day,
                    "question": judgement.question,
                    "collection": judgement.collection,
                    "article_id": judgement.article_id,
                    "good": int(judgement.verdict.good),
                    "reason": judgement.verdict.reason.value,
                }
            )

    def judgements(self) -> list[Judgement]:
        """All that are kept, in the order in which they came.

        Raises:
            ArticleIndexError: the file cannot be used.
        """
        with writable(self._path, BOT) as database:
            return [
                Judgement(
                    row["question"],
                    row["collection"],
                    row["article_id"],
                    Verdict(bool(row["good"]), Reason(row["reason"])),
                )
                for row in database.table("judgements").rows_where(order_by="id")
            ]

    def tallies(self, guild_id: int | None = None) -> list[Tally]:
        """The verdicts on each outlet, of one server or of all; those with most first.

        Raises:
            ArticleIndexError: the file cannot be used.
        """
        good: Counter[str] = Counter()
        bad: Counter[str] = Counter()
        reasons: defaultdict[str, Counter[Reason]] = defaultdict(Counter)
        with writable(self._path, BOT) as database:
            for row in database.table("feedback").rows_where(*of_server(guild_id)):
                source, times = row["source"], row["times"]
                (good if row["good"] else bad)[source] += times
                if row["reason"]:
                    reasons[source][Reason(row["reason"])] += times
        names = sorted({*good, *bad}, key=lambda name: (-good[name] - bad[name], name))
        return [
            Tally(name, good[name], bad[name], tuple(reasons[name].most_common())) for name in names
        ]
