"""Builds the documentation as a site that needs no network: `python -m tools.build_docs [FOLDER]` (`site` without it).

Pages are Markdown; Sphinx makes HTML of them. What is made of the code and the tables is written first and kept nowhere else.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.build_reference import MADE, write
from tools.site.contents import listed, with_contents
from tools.site.places import HOME, ROOT, placed, places

SITE = ROOT / "site"
DECISIONS = "decisions/index"
LOOKS = ROOT / "tools" / "site"


def gather(folder: Path) -> None:
    """Writes all pages, the reference and the settings of Sphinx into a folder."""
    where = places()
    linked = {**where, "docs/decisions": f"{DECISIONS}.md"}
    for path, place in where.items():
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.suffix == ".md":
            target.write_text(placed((ROOT / path).read_text("utf-8"), path, linked), encoding="utf-8")
        else:
            shutil.copyfile(ROOT / path, target)
    made = [path.relative_to(folder).with_suffix("").as_posix() for path in write(folder / MADE)]
    (folder / f"{DECISIONS}.md").write_text(all_decisions(folder), encoding="utf-8")
    home = folder / where[HOME]
    shown = [path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.md")]
    pages = [page for page in shown if not page.startswith(("decisions/0", f"{MADE}/frames-"))]
    beside = {
        "Reference": [page for page in made if not page.startswith(f"{MADE}/frames-")],
        "Project": [DECISIONS],
    }
    home.write_text(with_contents(home.read_text("utf-8"), beside, pages), encoding="utf-8")
    shutil.copyfile(LOOKS / "conf.py", folder / "conf.py")
    (folder / "_static").mkdir()
    shutil.copyfile(LOOKS / "site.css", folder / "_static" / "site.css")


def all_decisions(folder: Path) -> str:
    """A page that leads to every decision."""
    pages = [path.stem for path in sorted((folder / "decisions").glob("0*.md"))]
    said = "Short records of choices, each with its reason and what was measured.\n"
    return f"# Decisions\n\n{said}\n{listed(pages)}"


def build(site: Path) -> int:
    """Makes the site anew; the exit status of Sphinx, for which a link that leads nowhere is a fault."""
    with tempfile.TemporaryDirectory() as name:
        sources, doctrees = Path(name) / "pages", Path(name) / "doctrees"
        gather(sources)
        words = ["-q", "-W", "--keep-going", "-b", "html", "-d", str(doctrees), str(sources), str(site)]
        shutil.rmtree(site, ignore_errors=True)
        done = subprocess.run([sys.executable, "-m", "sphinx", *words], check=False)
    return done.returncode


if __name__ == "__main__":
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else SITE
    status = build(place)
    if status == 0:
        print(f"{place / 'index.html'}")
    sys.exit(status)
