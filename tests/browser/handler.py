"""A server and its answers: files with the headers that the built site asks for."""

from __future__ import annotations

import socket
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from browser import axe
from browser.servers import headers_for


class Handler(SimpleHTTPRequestHandler):
    """Serves files with the headers that the site asks for (``_headers``), and keeps quiet."""

    # One connection, and one thread, for all that a page asks for: who keeps the whole site asks a
    # thousand times. Head and body are two messages; the second waits for nothing.
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        if self.path != axe.ADDRESS:
            return super().do_GET()
        body = axe.SCRIPT.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=86400")
        super().end_headers()
        self.wfile.write(body)
        return None

    def end_headers(self) -> None:
        for name, value in headers_for(Path(self.directory), self.path):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (name of the base)
        pass


class Server(ThreadingHTTPServer):
    """Any port of this machine; one that is closed leaves no connection open behind it."""

    def __init__(self, port: int, handler: type[Handler] | partial[Handler]) -> None:
        self.connections: set[socket.socket] = set()
        super().__init__(("127.0.0.1", port), handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self.connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.connections.discard(request)
        super().shutdown_request(request)

    def server_close(self) -> None:
        super().server_close()
        for one in tuple(self.connections):
            with suppress(OSError):  # its thread was faster
                one.shutdown(socket.SHUT_RDWR)
