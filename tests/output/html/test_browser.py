"""The page in a real browser."""

import pytest

from tests.handmade import analysis, problem, report
from tests.output.html.browser import DARK, answer, needs_browser, opened
from tests.output.html.tricks import TRICKS
from tests.output.letters import follow_up, good_letter, library_file, middling_letter, not_an_apology, poor_letter
from tests.output.render import render

pytestmark = needs_browser
LIBRARY = [good_letter(), middling_letter(), poor_letter(), follow_up(), not_an_apology(), *library_file()]
RAN = 'data-ran="1"'
CLICK = (
    "const click = (name) => [...document.querySelectorAll('#drafts button')].find(b => b.textContent == name).click();"
)
COLUMN = "return [...document.querySelectorAll('#drafts tbody tr')].map(row => row.cells[2].textContent);"
SHOWN = """
  const shown = (tag) => [...document.querySelectorAll(tag)].filter(each => each.checkVisibility()).length;
  return [shown('#drafts tbody tr'), shown('article'), document.querySelector('output').textContent];
"""


@pytest.fixture(scope="module")
def page():
    return render(LIBRARY, "html")


def hostile(trick):
    found = problem("minimising", 1, len(trick) - 1, message=trick, suggestion=trick)
    return report(trick, analysis([found]), path=trick, title=trick, id=trick, failures=(trick,))


class TestHostileDrafts:
    def test_none_runs_as_a_script(self):
        assert RAN not in opened(render([hostile(trick) for trick in TRICKS], "html"))

    def test_each_is_read_as_it_was_written(self):
        made = [report(trick, analysis(), path=trick) for trick in TRICKS]
        script = "return [...document.querySelectorAll('.letter')].map(each => each.textContent);"
        assert answer(render(made, "html"), script) == list(TRICKS)

    def test_the_policy_would_hold_even_if_one_got_through(self):
        scripts = "".join(trick for trick in TRICKS if "refresh" not in trick)
        page = render([report("HERE", analysis())], "html").replace("HERE", scripts)
        assert RAN not in opened(page)

    def test_without_escapes_and_policy_it_would_run(self):
        page = render([report("HERE", analysis())], "html").replace("HERE", "".join(TRICKS[:3]))
        assert RAN in opened(page.replace("Content-Security-Policy", "x"))


class TestSorting:
    def test_by_number_and_back(self, page):
        assert answer(page, CLICK + "click('Score');" + COLUMN) == ["34", "69", "79", "93", "93", "100", "none"]
        assert answer(page, CLICK + "click('Score'); click('Score');" + COLUMN) == [
            "none", "100", "93", "93", "79", "69", "34",
        ]  # fmt: skip

    def test_the_column_says_so(self, page):
        script = "return [...document.querySelectorAll('#drafts th[aria-sort]')].map(e => [e.textContent, e.ariaSort]);"
        assert answer(page, CLICK + "click('Score'); click('Draft');" + script) == [["Draft", "ascending"]]

    def test_by_keyboard(self, page):
        script = "const all = document.querySelectorAll('#drafts thead button'); return [...all].map(b => b.tabIndex);"
        assert answer(page, script) == [0] * 7


class TestFiltering:
    def test_only_what_fails(self, page):
        script = "const box = document.forms[0].elements.failing; box.click();"
        assert answer(page, script + SHOWN) == [3, 3, "3 of 7 shown"]

    def test_by_rule(self, page):
        script = (
            "const rule = document.forms[0].elements.rule; rule.value = 'hollow-inconvenience';"
            "rule.dispatchEvent(new Event('input', {bubbles: true}));"
        )
        assert answer(page, script + SHOWN) == [4, 4, "4 of 7 shown"]

    def test_all_at_first(self, page):
        assert answer(page, SHOWN) == [7, 7, "7 of 7 shown"]

    def test_open_and_close_all(self, page):
        count = "return document.querySelectorAll('article details[open]').length;"
        assert answer(page, count) == 3
        assert answer(page, "document.forms[0].elements.open.click();" + count) == 7
        assert answer(page, "document.forms[0].elements.close.click();" + count) == 0


def test_a_link_opens_the_draft_that_it_leads_to(page):
    script = "return [...document.querySelectorAll('article details[open]')].map(each => each.parentElement.id);"
    assert answer(page, script, at="#d1") == ["d1", "d2", "d3", "d7"]


def test_it_is_light_or_dark_as_the_reader_wishes(page):
    script = "return getComputedStyle(document.body).backgroundColor;"
    assert answer(page, script) == "rgb(255, 255, 255)"
    assert answer(page, script, DARK) == "rgb(22, 24, 28)"


@pytest.mark.parametrize("width", [500, 800, 1300])
def test_it_never_scrolls_sideways(page, width):
    script = "return document.documentElement.scrollWidth - innerWidth;"
    assert answer(page, script, f"--window-size={width},900") <= 0


def test_the_browser_refuses_none_of_our_own_styles(page):
    assert answer(page, "return getComputedStyle(document.querySelector('.bar.good')).display;") == "block"
