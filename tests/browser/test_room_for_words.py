"""Words have room: hints of inputs are not cut, no comma stands alone on a line, and columns beside one another end at much the same height."""

from __future__ import annotations

import pytest

CUT_HINTS = """() => {
  const pen = document.createElement('canvas').getContext('2d');
  document.querySelectorAll('details').forEach(one => one.open = true);
  return [...document.querySelectorAll('input[placeholder]')].filter(input => {
    const style = getComputedStyle(input);
    pen.font = `${style.fontSize} ${style.fontFamily}`;
    const room = input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    return input.offsetParent && pen.measureText(input.placeholder).width > room;
  }).map(input => input.placeholder);
}"""
LONE_COMMAS = """() => [...document.querySelectorAll('.events td')].filter(cell => {
  const letters = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (letters.nextNode()) {
    const node = letters.currentNode;
    if (!/^, *$/.test(node.data)) continue;
    const range = document.createRange();
    range.selectNode(node);
    const before = node.previousSibling && [...node.previousSibling.getClientRects()].at(-1);
    if (before && range.getBoundingClientRect().top >= before.bottom) return true;
  }
  return false;
}).map(cell => cell.innerText)"""
ENDS = """() => [...document.querySelector('.cols').children].map(one => one.lastElementChild.getBoundingClientRect().bottom)"""


@pytest.mark.parametrize("width", [320, 390, 1024, 1440])
@pytest.mark.parametrize("path", ["events", "statements", "explore", "actors"])
def test_no_hint_of_an_input_is_cut(reader, newsroom, path, width) -> None:
    reader.page.set_viewport_size({"width": width, "height": 900})
    reader.page.goto(f"{newsroom}{path}")
    assert reader.page.evaluate(CUT_HINTS) == []


@pytest.mark.parametrize("width", [390, 1440])
def test_no_comma_stands_alone_on_a_line(reader, newsroom, width) -> None:
    reader.page.set_viewport_size({"width": width, "height": 900})
    reader.page.goto(f"{newsroom}explore?view=table")
    assert reader.page.locator(".events td").count()
    assert reader.page.evaluate(LONE_COMMAS) == []


def test_a_story_of_two_accounts_leaves_no_half_page_empty(reader, newsroom) -> None:
    reader.page.set_viewport_size({"width": 1440, "height": 900})
    reader.page.goto(f"{newsroom}s/story:36d75c80cd43956a")
    left, right = reader.page.evaluate(ENDS)
    assert left > right - 200
