"""The report page in a real browser: joined letters, order by pixel, marks on the right words, no request, no complaint."""

import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from isnad.ledger.engines.duckdb import DuckEngine
from isnad.publish import report
from isnad.publish.bundle.query import Query
from isnad.publish.bundle.selection import select
from isnad.publish.page.passages import marks_of, passages

from .browser import Watched, browsing
from .conftest import MADE

AXE = "axe-core@4.10.2"
QUERIES = {"everything": Query(), "incident": Query(incident="i-strike"), "thread": Query(thread="thread-1")}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with browsing() as browser:
        yield browser


@pytest.fixture(scope="module")
def pages(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    with DuckEngine(ledger) as engine:
        for name, query in QUERIES.items():
            for lang in ("en", "ar"):
                report.write(select(engine, query, MADE), folder / f"{name}-{lang}.html", lang)
    return {path.stem: path for path in folder.iterdir()}


@pytest.fixture(params=["en", "ar"])
def page(request: pytest.FixtureRequest, browser: Any, pages: dict[str, Path]) -> Iterator[Watched]:
    watched = Watched(browser, pages[f"everything-{request.param}"])
    yield watched
    watched.close()


def test_no_request_leaves_and_nothing_is_complained_of(browser: Any, pages: dict[str, Path]) -> None:
    for path in pages.values():
        watched = Watched(browser, path)
        watched.page.click("#switch")
        watched.page.click("#switch")
        watched.page.emulate_media(media="print")
        assert (watched.requests, watched.complaints) == ([path.as_uri()], [])
        watched.close()


_MARKED = """() => [...CSS.highlights].flatMap(([slot, ranges]) => [...ranges].map(range => [slot, range.toString(), range.startContainer.parentElement.closest('.claim').id]))"""


def test_marks_equal_their_spans(page: Watched, ledger: Path) -> None:
    """Also behind vowel marks, tatweel, an emoji and a bidi mark: code points in the ledger, UTF-16 in the browser."""
    shown = {tuple(one) for one in page.run(_MARKED)}
    with DuckEngine(ledger) as engine:
        selection = select(engine, Query(), MADE)
    wanted = set()
    for claim in selection.claims:
        for passage in passages(claim, selection.reports[claim["report"]]):
            wanted |= {(mark.slot, passage.text[mark.start : mark.end], claim["id"]) for mark in passage.marks}
        if claim["report"] == "hostile" and claim["act"] == "shell":
            text = selection.reports["hostile"]["text"]
            assert {"بقصفِ", "ثلاثةُ مدنيّين", "2031-04-20"} <= {text[mark.start : mark.end] for mark in marks_of(claim, "text")}
    assert shown == wanted


def test_offsets_change_their_kind_in_one_place(page: Watched) -> None:
    texts = ["أب🕊️ج", "قُتِلَ\u200f 😀😀 س", "القنـــاديل", "", "\U0001f468\u200d\U0001f469 12"]
    for text in texts:
        units = page.run("text => isnad.unitOffsets(text)", text)
        assert units == [len(text[:at].encode("utf-16-le")) // 2 for at in range(len(text) + 1)]


_WIDTHS = """() => {
  const quotes = [...document.querySelectorAll('.words')];
  const width = quote => { const range = document.createRange(); range.selectNodeContents(quote); return [...range.getClientRects()].map(r => Math.round(r.width * 10)); };
  const marked = quotes.map(width);
  const nodes = quotes.map(quote => quote.childNodes.length);
  CSS.highlights.clear();
  return {marked, plain: quotes.map(width), nodes};
}"""


def test_a_marked_word_is_as_wide_as_the_unmarked_one(page: Watched) -> None:
    found = page.run(_WIDTHS)
    assert found["marked"] == found["plain"] and set(found["nodes"]) == {1}


_WRAPPED = """() => {
  const width = range => [...range.getClientRects()].reduce((sum, box) => sum + box.width, 0);
  return [...document.querySelectorAll('.words')].flatMap(quote => {
    const text = quote.textContent, marks = isnad.readMarks(quote.dataset.marks, text), plain = new Map();
    for (const mark of marks) {
      const range = document.createRange();
      range.setStart(quote.firstChild, mark.start); range.setEnd(quote.firstChild, mark.end);
      plain.set(text.slice(mark.start, mark.end), width(range));
    }
    isnad.wrap(quote, text, marks);
    return [...quote.querySelectorAll('mark')].map(mark => {
      const range = document.createRange(); range.selectNodeContents(mark);
      return [mark.textContent, plain.get(mark.textContent), width(range), quote.textContent === text];
    });
  });
}"""


def test_marks_without_highlights_keep_the_width_too(page: Watched) -> None:
    found = page.run(_WRAPPED)
    assert len(found) > 30
    for words, plain, wrapped, same_text in found:
        assert same_text and abs(plain - wrapped) < 1, words


_ORDER = """() => [...document.querySelectorAll('bdi[dir=ltr]')].filter(one => /^[\\d+≈.,–: -]{2,}$/.test(one.textContent) && one.checkVisibility()).map(one => {
  const found = [];
  const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) for (let at = 0; at < walk.currentNode.length; at++) {
    if (!walk.currentNode.data[at].trim()) continue;
    const range = document.createRange(); range.setStart(walk.currentNode, at); range.setEnd(walk.currentNode, at + 1);
    const box = range.getBoundingClientRect(); found.push([Math.round(box.top / 8), box.left]);
  }
  return {text: one.textContent, ordered: found.every((box, at) => at === 0 || box[0] !== found[at - 1][0] || box[1] > found[at - 1][1])};
})"""


def test_dates_and_ranges_stand_in_order_by_pixel(page: Watched) -> None:
    found = page.run(_ORDER)
    assert {"2031-03-04", "3–12", "20+"} <= {one["text"] for one in found}
    assert [one["text"] for one in found if not one["ordered"]] == []


def test_the_switch_changes_every_word_and_the_direction(browser: Any, pages: dict[str, Path]) -> None:
    english, arabic = (Watched(browser, pages[f"everything-{lang}"]) for lang in ("en", "ar"))
    english.page.click("#switch")
    said = "() => [document.documentElement.lang, document.documentElement.dir, [...document.querySelectorAll('[data-t], [data-en]')].map(one => one.textContent)]"
    assert english.run(said) == arabic.run(said)
    english.close()
    arabic.close()


def test_hostile_text_is_text(page: Watched) -> None:
    assert page.run("document.scripts.length") == 2
    assert page.run("[...document.links].every(one => one.protocol === 'file:')")
    assert "<script>alert(1)</script>" in page.run("document.body.textContent")
    assert page.run("[...document.querySelectorAll('.words')].every(one => !/[\\u202a-\\u202e]/.test(one.textContent))")


def test_it_fits_a_phone_and_can_be_filtered(browser: Any, pages: dict[str, Path]) -> None:
    for name in pages:
        watched = Watched(browser, pages[name], viewport={"width": 390, "height": 800})
        assert watched.run("document.documentElement.scrollWidth") <= 390, name
        if watched.page.locator("#filter").count():
            watched.page.fill("#filter", "القنطرة الزرقا")  # a beginning is enough; ة may be written ه
            left = watched.run("document.querySelectorAll('.claim:not([hidden])').length")
            assert 0 < left < watched.run("document.querySelectorAll('.claim').length")
        watched.close()


@pytest.fixture(scope="session")
def axe(pytestconfig: pytest.Config) -> str:
    """axe's script from npm, kept in pytest's cache."""
    assert pytestconfig.cache is not None
    kept = pytestconfig.cache.mkdir("axe") / f"{AXE}.js"
    npm = shutil.which("npm")
    if not kept.exists():
        if npm is None:
            pytest.skip("no npm to get axe with")
        if subprocess.run(
            [npm, "pack", AXE, "--silent", "--ignore-scripts"], cwd=kept.parent, capture_output=True, timeout=60
        ).returncode:
            pytest.skip("npm did not give axe")
        with tarfile.open(next(kept.parent.glob("*.tgz"))) as packed:
            script = packed.extractfile("package/axe.min.js")
            assert script is not None
            kept.write_bytes(script.read())
    return kept.read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Any, pages: dict[str, Path], axe: str, scheme: str) -> None:
    for name in ("everything-en", "incident-ar", "thread-en"):
        watched = Watched(browser, pages[name], color_scheme=scheme)
        watched.run(axe)
        found = watched.run(
            "() => axe.run().then(found => found.violations.map(one => [one.impact, one.id, one.nodes.slice(0, 3).map(node => node.html)]))"
        )
        assert [one for one in found if one[0] in ("serious", "critical")] == [], name
        watched.close()


def test_five_thousand_claims_on_one_page(browser: Any, ledger: Path, tmp_path: Path) -> None:
    with DuckEngine(ledger) as engine:
        selection = select(engine, Query(), MADE)
    many = [{**claim, "id": f"{claim['id'][:8]}{at:05}"} for at in range(360) for claim in selection.claims]
    import msgspec

    grown = msgspec.structs.replace(selection, claims=many, members={claim["id"]: claim for claim in many})
    [path] = report.write(grown, tmp_path / "many.html")
    watched = Watched(browser, path)
    assert len(many) > 5000 and watched.run("document.querySelectorAll('.claim').length") == len(many)
    watched.run("document.querySelector('#claims').scrollIntoView({behavior: 'instant'})")
    watched.page.wait_for_timeout(600)
    assert watched.run("CSS.highlights.get('act').size") < len(many)  # only what is near is marked
    assert watched.complaints == []
    watched.close()
