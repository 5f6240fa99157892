"""Where the site and its repository are on the web, as far as the surroundings tell."""

import os
import re
import subprocess
from pathlib import Path

GITHUB = "https://github.com"


def find_repository(root: Path) -> str:
    """The repository's address from GitHub's own variables, else from git, else empty."""
    if name := os.environ.get("GITHUB_REPOSITORY"):
        return f"{os.environ.get('GITHUB_SERVER_URL', GITHUB)}/{name}"
    command = ["git", "remote", "get-url", "origin"]
    try:
        run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    start = r"(?:https://(?:[^@/]+@)?|git@|ssh://git@)github\.com[:/]"
    match = re.fullmatch(start + r"([^/]+)/(.+?)(?:\.git)?/?", run.stdout.strip())
    return f"{GITHUB}/{match[1]}/{match[2]}" if match else ""


def find_address(repository: str, known: str = "") -> str:
    """The site's address, ending in a slash: from SITE_URL, else where GitHub Pages puts it.

    Else the one that is `known`. Raises ValueError on one that is no address of a site.
    """
    address = os.environ.get("SITE_URL", "") or _on_github_pages(repository) or known
    if not address:
        return ""
    if not re.fullmatch(r"https?://[\w.-]+(:\d+)?(/[^\s?#]*)?", address):
        told = "Write it whole, like https://example.org/ or https://example.org/fork/"
        raise ValueError(f"SITE_URL is {address!r}, which is no address of a site. {told}.")
    return f"{address.rstrip('/')}/"


def place_of(docs: Path, root: Path) -> str:
    """The folder of content as the repository at `root` names it."""
    here = docs.resolve()
    return here.relative_to(root).as_posix() if here.is_relative_to(root) else docs.name


def _on_github_pages(repository: str) -> str:
    match = re.fullmatch(re.escape(GITHUB) + r"/([^/]+)/([^/]+)", repository)
    if not match:
        return ""
    owner, name = match[1].lower(), match[2]
    root = f"https://{owner}.github.io/"
    return root if name.lower() == f"{owner}.github.io" else f"{root}{name}/"
