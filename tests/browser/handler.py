"""A server's answers: files with the headers that the built site asks for."""

from __future__ import annotations

from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from browser import axe
from browser.servers import headers_for


class Handler(SimpleHTTPRequestHandler):
    """Serves files with the headers that the site asks for (``_headers``), and keeps quiet."""

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
