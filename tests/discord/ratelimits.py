"""Discord's rate limits: a window for each route and channel, and one for everything."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.discord import route_pattern


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `requests` in each `seconds`, counted from the first of them."""

    requests: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a request may pass, and the headers its answer carries."""

    headers: dict[str, str]
    retry_after: float | None = None  # seconds; None where the request may pass
    scope: str = "user"  # "user", "global" or "shared"


@dataclass(slots=True)
class _Window:
    limit: Limit
    ends: float
    used: int = 0


# Discord tells no client these numbers beforehand. They are generous, so that no test waits unless
# it asks to; Discord's own for messages is near 5 in 5 s.
DEFAULT = Limit(requests=100, seconds=1.0)
GLOBAL = Limit(requests=50, seconds=1.0)


class RateLimits:
    """The windows of one bot."""

    def __init__(
        self,
        monotonic: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._monotonic = monotonic
        self._now = now
        self._limits: list[tuple[str, Limit]] = []
        self._windows: dict[tuple[str, str], _Window] = {}
        self.everything: Limit | None = GLOBAL

    def set(self, pattern: str, limit: Limit) -> None:
        """Give the routes under `pattern` a limit of their own, from now on."""
        self._limits.insert(0, (pattern, limit))
        self._windows.clear()

    def take(self, method: str, path: str) -> Verdict:
        """Count one request, unless a window is full."""
        route = f"{method} {route_pattern.template(path)}"
        # Answers to interactions are exempt from the global limit.
        if self.everything and not route_pattern.matches("* /interactions/*/*/callback", "", path):
            window = self._window("everything", "", self.everything)
            if (wait := self._wait(window)) is not None:
                return Verdict({"X-RateLimit-Global": "true"}, wait, "global")
            window.used += 1
        limit = next(
            (own for pattern, own in self._limits if route_pattern.matches(pattern, method, path)),
            DEFAULT,
        )
        window = self._window(route, route_pattern.major(path), limit)
        wait = self._wait(window)
        if wait is None:
            window.used += 1
        return Verdict(self._headers(route, window), wait)

    def _window(self, route: str, major: str, limit: Limit) -> _Window:
        now = self._monotonic()
        window = self._windows.get((route, major))
        if window is None or window.ends <= now or window.limit != limit:
            window = self._windows[route, major] = _Window(limit, now + limit.seconds)
        return window

    def _wait(self, window: _Window) -> float | None:
        if window.used < window.limit.requests:
            return None
        return window.ends - self._monotonic()

    def _headers(self, route: str, window: _Window) -> dict[str, str]:
        left = max(0.0, window.ends - self._monotonic())
        return {
            "X-RateLimit-Limit": str(window.limit.requests),
            "X-RateLimit-Remaining": str(window.limit.requests - window.used),
            "X-RateLimit-Reset": f"{self._now() + left:.3f}",
            "X-RateLimit-Reset-After": f"{left:.3f}",
            "X-RateLimit-Bucket": hashlib.sha256(route.encode()).hexdigest()[:32],
        }
