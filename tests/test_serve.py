"""What is answered under `serve`: never a page that is old, never a page that hangs on a mistake."""

import threading

import jinja2
import pytest
from conftest import ROOT

from theme.answers import MISTAKES, Answers
from theme.steps import Faulty, faults_of

PAGE = b"<html><body>A page<script>\nlet a = 1;\nlivereload(12, 34);\n</script></body></html>"


class Server:
    """A server as MkDocs has it: what it answers is in `pages`, by path."""

    mount_path = "/site/"

    def __init__(self, root):
        self.root, self.pages = str(root), {}

    def get_app(self):
        """What answers requests."""
        return self.serve_request

    def serve_request(self, environ, start_response):
        """Answer one."""
        start_response("200 OK", [("Content-Length", "1"), ("Content-Type", "text/html")])
        return [self.pages.get(environ["PATH_INFO"], PAGE)]


@pytest.fixture
def answers(tmp_path):
    """The answers of a server."""
    return Answers(Server(tmp_path))


def get(answers, path):
    """What a browser gets: its status, its headers and its body."""
    said = []
    body = b"".join(answers({"PATH_INFO": path}, lambda *head: said.extend(head)))
    return said[0], dict(said[1]), body


def test_reloading_has_a_file_of_its_own(answers):
    """No script stands in a served page, so that its policy is that of the published one."""
    status, headers, body = get(answers, "/site/")
    way = body.partition(b'src="')[2].partition(b'"')[0].decode()

    assert body == b'<html><body>A page<script src="%b"></script></body></html>' % way.encode()
    assert (status, headers["Content-Length"]) == ("200 OK", str(len(body)))
    assert get(answers, way)[2] == b"\nlet a = 1;\nlivereload(12, 34);\n"
    assert get(answers, "/livereload/script/99.js")[0].startswith("404")


@pytest.mark.parametrize(
    ("path", "waits"),
    [
        ("/site/claims/a/", False),
        ("/site/claims/b/", True),
        ("/site/claims/a.png", True),
        ("/site/assets/site.js", False),
    ],
)
def test_old_waits(answers, path, waits):
    """While all else is made, what is shown already is answered at once, and a picture waits."""
    answers.wait_unless(lambda address: address == "claims/a/index.html")
    got = []
    asking = threading.Thread(target=lambda: got.append(get(answers, path)), daemon=True)
    asking.start()
    asking.join(0.2 if waits else 10)
    early = len(got)
    answers.all_new()
    asking.join(10)

    assert (early, len(got)) == (0 if waits else 1, 1)


def test_mistakes_are_told(answers, tmp_path):
    """Mistakes stand in the place of every page until they are mended, and of nothing else."""
    answers.tell(["docs/a.md:3: what is <wrong>. Mend it."])
    told = (tmp_path / MISTAKES).read_bytes()
    answers.server.pages[f"/site/{MISTAKES}"] = told

    assert b"docs/a.md:3: what is &lt;wrong&gt;. Mend it." in told
    assert get(answers, "/site/claims/a/")[2] == told
    assert get(answers, "/site/claims/a.png")[2] == PAGE

    answers.tell([])

    assert b"A page" in get(answers, "/site/claims/a/")[2]
    assert not (tmp_path / MISTAKES).exists()


def fails(template):
    """The error of a template of blocks."""
    loader = jinja2.DictLoader({"block": template})
    try:
        jinja2.Environment(loader=loader, undefined=jinja2.StrictUndefined).get_template(  # noqa: S701
            "block"
        ).render()
    except jinja2.TemplateError as error:
        return error
    raise AssertionError(template)


def test_faults_have_a_place(tmp_path):
    """An error is told in one line, with the line of the project that raises it."""
    path = ROOT / "theme" / "blocks" / "some.html"
    slip = jinja2.TemplateSyntaxError("unexpected '}'", 3, filename=str(path))

    assert faults_of(Faulty(["one", "two"])) == ("one", "two")
    assert faults_of(slip)[0].startswith("theme/blocks/some.html:3: TemplateSyntaxError: ")
    assert faults_of(fails("{{ nobody }}"))[0].startswith("tests/test_serve.py:")
    assert all("\n" not in fault for fault in faults_of(fails("{{ nobody }}")))
