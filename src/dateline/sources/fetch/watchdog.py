"""Ends a connection that takes too long as a whole, however busy it looks."""

from __future__ import annotations

import socket
import threading
from types import TracebackType
from typing import Any


class Watchdog:
    """Shuts the connection down when the time is over; each single read has its own, shorter time besides.

    Its `trace` is told by the HTTP library of each connection that it makes.
    """

    def __init__(self, seconds: float) -> None:
        self.has_bitten = False
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._bite)
        self._timer.daemon = True

    def __enter__(self) -> Watchdog:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            for each in self._sockets:
                each.close()
            self._sockets.clear()

    def trace(self, event: str, info: dict[str, Any]) -> None:
        """Remembers a connection under a handle of its own, since TLS takes the first one over."""
        if event == "connection.connect_tcp.complete":
            connection = info["return_value"].get_extra_info("socket")
            with self._lock:
                self._sockets.append(connection.dup())

    def _bite(self) -> None:
        with self._lock:
            self.has_bitten = True
            for each in self._sockets:
                try:
                    each.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue
