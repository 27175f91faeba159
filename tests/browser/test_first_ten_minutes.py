"""What three kinds of people do in their first ten minutes, by what they read and press."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from playwright.sync_api import expect

NEWSROOM = Path(__file__).parents[2] / "examples" / "newsroom"
PAGES = sorted(path for path in NEWSROOM.iterdir() if path.suffix in (".html", ".txt"))
_READING_TAKES = 60_000


def test_an_analyst_drops_pages_follows_two_and_comes_back(reader, empty_newsroom, chromium):
    page = reader.page
    page.goto(empty_newsroom)
    expect(page.get_by_role("heading", name="Add pages")).to_be_visible()
    page.get_by_label("Files").set_input_files([str(path) for path in PAGES])
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Added", timeout=_READING_TAKES)
    expect(page.get_by_text(f"{len(PAGES)} pages: {len(PAGES)} new")).to_be_visible()
    page.get_by_role("link", name="All stories").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("stories")

    page.get_by_role("link", name="Rockets hit Anser Bay fish market").first.click()
    expect(page.get_by_role("heading", name="Facts by outlet")).to_be_visible()
    page.get_by_role("link", name="Follow").click()
    page.get_by_label("Name", exact=True).fill("Anser Bay")
    page.get_by_role("button", name="Follow").click()
    expect(page.get_by_role("status").first).to_be_visible()
    page.get_by_role("link", name="Desk").click()
    page.get_by_role("link", name="Watches and feeds").click()
    expect(page.get_by_role("main")).to_contain_text("Anser Bay")

    page.get_by_role("link", name="Explore").click()
    page.get_by_role("link", name="Table", exact=True).first.click()
    page.get_by_text("Narrow by words, actors, days, places").click()
    page.get_by_role("checkbox", name="planned").check()
    page.get_by_role("button", name="Ask").click()
    expect(page).to_have_url(re.compile("status=planned"))
    shown = page.get_by_role("main").inner_text()
    assert "planned" in shown
    other = chromium.new_context(viewport={"width": 1440, "height": 900})
    again = other.new_page()
    again.goto(page.url)  # the address is all that a colleague needs
    assert again.get_by_role("main").inner_text() == shown
    other.close()


def test_a_journalist_compares_accounts_and_goes_from_a_fact_to_its_sentence(reader, newsroom):
    page = reader.page
    page.goto(newsroom)
    page.get_by_role("link", name="Fiji ships water to dry Tuvalu atoll").first.click()
    expect(page.get_by_role("heading", name="Reporting chain")).to_be_visible()
    expect(page.get_by_role("columnheader", name=re.compile("Meridian Wire"))).to_contain_text(
        "copy: Kestrel Daily"
    )
    row = page.get_by_role("row", name=re.compile("New Zealand promises to pay for the fuel"))
    words = row.get_by_role("cell").nth(1)
    expect(words).to_contain_text("New Zealand has promised")
    words.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/a/sha256:[0-9a-f]{64}\?.*#c\d+"))
    place = page.locator(f"#{page.url.rpartition('#')[2]}")
    expect(place).to_be_in_viewport()
    expect(place.locator("xpath=ancestor::p")).to_contain_text("New Zealand has promised")
    page.get_by_role("link", name=re.compile("Fiji ships water")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Fiji ships water")


def test_a_researcher_mends_a_coding_undoes_it_and_takes_the_rows_along(reader, own_newsroom):
    page = reader.page
    page.goto(own_newsroom)
    page.get_by_role("link", name="Explore").click()
    page.get_by_role("link", name="Table", exact=True).first.click()
    page.get_by_text("Narrow by words, actors, days, places").click()
    page.get_by_label("By whom").fill("Neo Sebina")
    page.get_by_role("button", name="Ask").click()
    page.get_by_role("row", name=re.compile("the inspectors")).first.locator("a.cite").first.click()
    expect(page).to_have_url(re.compile("ev=e"))
    page.get_by_role("group", name="Decide").get_by_text("Correct", exact=True).first.click()
    page.get_by_label("status", exact=True).select_option("planned")
    page.get_by_label("Why, for whoever reads the log").first.fill("he will say so")
    page.get_by_label("Who decides").locator("visible=true").first.fill("Ana")
    page.get_by_role("button", name="Correct").click()
    expect(page.get_by_role("main")).to_contain_text("he will say so")
    at_evidence = page.url
    page.get_by_role("link", name="Explore").click()
    page.goto(f"{own_newsroom}explore?view=table&status=planned")
    expect(page.get_by_role("main")).to_contain_text("Neo Sebina")

    page.goto(at_evidence)
    undoing = page.locator(".decided details.undoing")
    undoing.locator("summary").click()
    undoing.get_by_label("Why, for whoever reads the log").fill("he said so")
    undoing.get_by_role("button", name="Undo").click()
    expect(undoing).to_have_count(0)
    page.goto(f"{own_newsroom}explore?view=table&status=planned")
    expect(page.get_by_role("main")).not_to_contain_text("Neo Sebina")

    page.goto(f"{own_newsroom}explore?view=table")
    with page.expect_download() as loading:
        page.evaluate("document.querySelector('.formats a[href*=\".csv\"]').setAttribute('download', '')")
        page.get_by_role("link", name=".csv").click()
    rows = list(csv.DictReader(io.StringIO(Path(loading.value.path()).read_text(encoding="utf-8"))))
    assert len(rows) > 100 and {"status", "source", "target"} <= set(rows[0])


def test_a_brief_is_built_and_taken_away(reader, newsroom):
    page = reader.page
    page.goto(newsroom)
    page.get_by_role("link", name="Rockets hit Anser Bay fish market").first.click()
    page.get_by_role("link", name="Brief", exact=True).click()
    page.get_by_label("Title").fill("Anser Bay by nine")
    page.get_by_role("button", name="Set").click()
    page.get_by_role("link", name=re.compile("^Leave out: ")).first.click()
    expect(page.get_by_text("1 fact left out")).to_be_visible()
    for form in (".html", ".md", ".docx"):
        with page.expect_download() as loading:
            page.get_by_role("link", name=form, exact=True).click()
        data = Path(loading.value.path()).read_bytes()
        assert len(data) > 2_000 and (form == ".docx" or b"Anser Bay by nine" in data)


def test_keys_go_through_a_list(reader, newsroom):
    page = reader.page
    page.goto(newsroom)
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("[data-row]").nth(1)
    assert second.evaluate("row => row.contains(document.activeElement)")
    page.keyboard.press("/")
    page.keyboard.type("jj rockets")
    assert page.get_by_role("searchbox").input_value() == "jj rockets"
    page.get_by_role("searchbox").fill("rockets")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=rockets"))
    expect(page.get_by_role("main")).to_contain_text("rockets")
    page.keyboard.press("?")
    expect(page.get_by_role("heading", level=1)).to_have_text("Keys")
