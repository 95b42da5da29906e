"""A provider of identities for tests: OpenID Connect over HTTP on this machine, with one person it knows."""

import base64
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Provider(BaseHTTPRequestHandler):
    """`server.person` is who signs in there; `server.asked` keeps what was asked of the token endpoint."""

    def do_GET(self):
        home = f"http://127.0.0.1:{self.server.server_port}"
        if self.path == "/.well-known/openid-configuration":
            names = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
            places = {f"{name}_endpoint": f"{home}/{place}" for name, place in names.items()}
            self.say({"issuer": home, "jwks_uri": f"{home}/jwks"} | places)
        elif self.path == "/userinfo":
            self.say(self.server.person)
        else:
            self.send_error(404)

    def do_POST(self):
        self.server.asked = self.rfile.read(int(self.headers["Content-Length"])).decode()
        claims = self.server.person | {
            "iss": f"http://127.0.0.1:{self.server.server_port}",
            "aud": "tkanka",
            "iat": 0,
            "exp": 99999999999,
        }
        token = ".".join(_part(part) for part in ({"alg": "RS256", "typ": "JWT"}, claims)) + ".AAAA"
        self.say({"access_token": "t", "token_type": "Bearer", "id_token": token})

    def say(self, answer):
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def _part(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def served(person):
    """A running provider; the caller shuts it down."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    server.person, server.asked = person, ""
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    return server
