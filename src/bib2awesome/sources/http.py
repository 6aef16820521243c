"""The one door to the network: a single HTTP exchange, bounded in time, size and where it may lead.

Nothing here knows a service; what to send and what an answer means is the sources'. Proxies are those
of the environment (`HTTPS_PROXY`, `NO_PROXY`); passwords of a `.netrc` are never sent, cookies never
kept.
"""

from __future__ import annotations

import contextlib
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from email.utils import parsedate_to_datetime
from http.cookiejar import DefaultCookiePolicy
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter

from bib2awesome.sources.base import Response

__all__ = ["PATIENCE", "Failure", "FailureError", "Http", "Patience", "retry_after"]

_CHUNK = 1 << 14
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GZIP = 32 + zlib.MAX_WBITS


class Patience(NamedTuple):
    """How long and how much we wait for, per answer (seconds, bytes)."""

    connect: float = 5
    read: float = 30
    total: float = 60
    bytes: int = 20 * 1000 * 1000
    redirects: int = 5


PATIENCE = Patience()


class Failure(NamedTuple):
    """Why there is no answer.

    Attributes:
        reason: As a sentence's part: `answers 503`, `does not answer within 30 s`.
        kind: `timeout`, `connection`, `status`, `content` (an answer that is none) or `refused` (not
            worth another try).
        status: Of the answer, None where there was none.
        after: Seconds the service asks us to wait.
    """

    reason: str
    kind: str
    status: int | None = None
    after: float | None = None


class FailureError(Exception):
    """There is no answer; `failure` says why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.reason)
        self.failure = failure


class Http:
    """Sends requests, one connection pool per thread.

    Args:
        user_agent: What every request carries.
        patience: The bounds of one exchange.
    """

    def __init__(self, user_agent: str, patience: Patience = PATIENCE) -> None:
        self.patience = patience
        self._user_agent = user_agent
        self._local = threading.local()
        self._sessions: list[requests.Session] = []

    def send(
        self,
        method: str,
        url: str,
        *,
        params: Sequence[tuple[str, str]] = (),
        headers: Mapping[str, str] | None = None,
        body: Any = None,
        budget: float | None = None,
        sending: Callable[[], None] | None = None,
    ) -> Response:
        """Send one request and return the answer, whatever its status; same-host redirects are followed.

        Args:
            method: `GET`, `HEAD` or `POST`.
            url: Without the query string in `params`.
            params: Of the query string.
            headers: Beside the User-Agent.
            body: Sent as JSON where it is not None.
            budget: Seconds for everything; the patience's total by default.
            sending: Called at the last moment before the request goes out.

        Raises:
            FailureError: No answer, too slow, too long, or it leads elsewhere.
        """
        deadline = time.monotonic() + min(budget or self.patience.total, self.patience.total)
        place, query = url, list(params)
        self._local.sending = sending
        for _ in range(self.patience.redirects + 1):
            answer = self._exchange(
                method, place, deadline, params=query, headers=headers, body=body
            )
            target = answer.headers.get("location")
            if answer.status not in _REDIRECTS or target is None:
                return answer
            target = urljoin(answer.url, target)
            if not _same_host(answer.url, target):
                reason = f"redirects to another place: {_host(target)}"
                raise FailureError(Failure(reason, "refused", answer.status))
            place, query = target, []
        raise FailureError(Failure("redirects without end", "refused"))

    def hop(self, method: str, url: str) -> Response:
        """Send one request without following anything, and read no more than the head of the answer.

        Raises:
            FailureError: No answer.
        """
        deadline = time.monotonic() + self.patience.total
        return self._exchange(method, url, deadline, head_only=True)

    def _exchange(
        self,
        method: str,
        url: str,
        deadline: float,
        *,
        params: list[tuple[str, str]] | None = None,
        headers: Mapping[str, str] | None = None,
        body: Any = None,
        head_only: bool = False,
    ) -> Response:
        left = max(deadline - time.monotonic(), 0.1)
        with _failures(self.patience), contextlib.ExitStack() as stack:
            answer = self._session().request(
                method,
                url,
                params=params or None,
                headers=dict(headers or {}),
                json=body,
                timeout=(min(self.patience.connect, left), min(self.patience.read, left)),
                stream=True,
                allow_redirects=False,
            )
            stack.callback(answer.close)
            data = b"" if head_only or method == "HEAD" else self._body(answer, deadline)
            lower = {name.lower(): value for name, value in answer.headers.items()}
            return Response(answer.status_code, lower, data, url)

    def _body(self, answer: requests.Response, deadline: float) -> bytes:
        """Return the unpacked body; our own unpacking, so that a small answer never fills the memory."""
        coding = answer.headers.get("content-encoding", "identity").strip().lower()
        if coding not in {"identity", "gzip", "x-gzip", "deflate", ""}:
            raise FailureError(Failure(f"is packed as `{coding[:40]}`", "content"))
        unpack = None if coding in {"identity", ""} else zlib.decompressobj(_GZIP)
        whole = bytearray()
        empty = True
        most = self.patience.bytes
        while chunk := answer.raw.read1(_CHUNK, decode_content=False):
            empty = False
            if unpack is not None:
                chunk = unpack.decompress(chunk, most + 1 - len(whole))
            whole += chunk
            if len(whole) > most:
                raise FailureError(Failure(f"is longer than {most // 1_000_000} MB", "refused"))
            if time.monotonic() > deadline:
                raise FailureError(Failure("does not end in time", "timeout"))
        if unpack is not None and not unpack.eof and not empty:
            raise FailureError(Failure("breaks off", "content"))
        return bytes(whole)

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            session = requests.Session()
            session.headers.clear()
            session.headers.update(
                {
                    "User-Agent": self._user_agent,
                    "Accept": "application/json, application/atom+xml;q=0.9, */*;q=0.5",
                    "Accept-Encoding": "gzip, deflate",
                }
            )
            session.auth = _no_password  # else requests sends what a .netrc says
            session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
            for scheme in ("https://", "http://"):
                session.mount(scheme, _Adapter(self._local))
            self._local.session = session
            self._sessions.append(session)
        return session

    def close(self) -> None:
        """Close every connection."""
        for session in self._sessions:
            session.close()


class _Adapter(HTTPAdapter):
    """Tells when a request goes out: limits count from there, not from when it was being prepared."""

    def __init__(self, local: threading.local) -> None:
        super().__init__(pool_connections=2, pool_maxsize=2)
        self._thread = local

    def send(self, *arguments: Any, **options: Any) -> requests.Response:
        """Send as requests does."""
        sending: Callable[[], None] | None = getattr(self._thread, "sending", None)
        if sending is not None:
            sending()
            self._thread.sending = None
        return super().send(*arguments, **options)


def _no_password(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


@contextlib.contextmanager
def _failures(patience: Patience) -> Iterator[None]:
    """Turn what requests and urllib3 raise into a `FailureError`; an URL never gets into a reason."""
    try:
        yield
    except requests.exceptions.Timeout as error:
        seconds = (
            patience.connect
            if isinstance(error, requests.exceptions.ConnectTimeout)
            else patience.read
        )
        reason = f"does not answer within {seconds:g} s"
        raise FailureError(Failure(reason, "timeout")) from None
    except requests.exceptions.ProxyError:
        raise FailureError(Failure("the proxy does not let it through", "connection")) from None
    except requests.exceptions.SSLError:
        reason = "its certificate does not hold"
        raise FailureError(Failure(reason, "connection")) from None
    except requests.exceptions.ConnectionError as error:
        raise FailureError(Failure(_connection(error), "connection")) from None
    except zlib.error:
        raise FailureError(Failure("is packed wrongly", "content")) from None
    except (requests.exceptions.RequestException, ValueError) as error:
        reason = f"cannot be asked: {type(error).__name__}"
        raise FailureError(Failure(reason, "refused")) from None
    except Exception as error:
        # urllib3's own come through while the body is read; http.client's sometimes too.
        name = type(error).__name__
        if "Timeout" in name:
            reason = f"does not answer within {patience.read:g} s"
            raise FailureError(Failure(reason, "timeout")) from None
        if isinstance(error, OSError) or type(error).__module__.startswith(("urllib3", "http.")):
            raise FailureError(Failure("the connection breaks off", "connection")) from None
        raise


def _connection(error: BaseException) -> str:
    text = repr(error)
    if "NameResolution" in text or "getaddrinfo" in text or "gaierror" in text:
        return "its host is not found"
    if "refused" in text:
        return "refuses the connection"
    return "the connection breaks off"


def retry_after(value: str | None) -> float | None:
    """Return the seconds that a Retry-After header (seconds or HTTP date) asks for, None if none."""
    if value is None:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        return max(parsedate_to_datetime(text).timestamp() - time.time(), 0.0)
    except (TypeError, ValueError, OverflowError):
        return None


def _same_host(before: str, after: str) -> bool:
    """Whether a redirect stays with the service: same host, same port, and never from https to http."""
    try:
        old, new = urlsplit(before), urlsplit(after)
        ports = old.port, new.port
    except ValueError:
        return False
    if old.hostname != new.hostname or new.username is not None:
        return False
    if (old.scheme, new.scheme) == ("http", "https"):
        return ports in {(None, None), (80, None), (None, 443), (80, 443)}
    return old.scheme == new.scheme and ports[0] == ports[1]


def _host(url: str) -> str:
    """Return scheme and host of `url` for a message."""
    parts = urlsplit(url)
    shown = f"{parts.scheme}://{parts.hostname or ''}"
    return "".join(letter if letter.isprintable() else "?" for letter in shown[:80])
