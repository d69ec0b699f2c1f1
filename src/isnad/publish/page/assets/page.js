"use strict";
(() => {
  const words = JSON.parse(document.getElementById("words").textContent);
  const every = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  // The one place where offsets change their kind: the ledger counts code points, a browser UTF-16 units.
  // Gives, for each code point of the text and for its end, the unit at which it stands.
  function unitOffsets(text) {
    const at = [0];
    let units = 0;
    for (const point of text) {
      units += point.length;
      at.push(units);
    }
    return at;
  }

  // «agent:3-9 place:10-17» → [{slot, start, end}], in UTF-16 units of the text.
  function readMarks(encoded, text) {
    const at = unitOffsets(text);
    return encoded.split(" ").filter(Boolean).map((one) => {
      const [, slot, start, end] = /^(\w+):(\d+)-(\d+)$/.exec(one);
      return { slot, start: at[start], end: at[end] };
    });
  }

  const highlights = new Map();
  const canHighlight = typeof Highlight === "function" && CSS.highlights;
  const rank = ["speaker", "time", "place", "counterpart", "target", "agent", "loss", "act"];

  function highlightOf(slot) {
    if (!highlights.has(slot)) {
      const made = new Highlight();
      made.priority = rank.indexOf(slot);
      highlights.set(slot, made);
      CSS.highlights.set(slot, made);
    }
    return highlights.get(slot);
  }

  // One plain text node stays one: markup inside a word would break the joining of Arabic letters.
  function paint(node, marks) {
    for (const mark of marks) {
      const range = document.createRange();
      range.setStart(node, mark.start);
      range.setEnd(node, mark.end);
      highlightOf(mark.slot).add(range);
    }
  }

  // For browsers without highlights: <mark> with a background and nothing else; the later of two that overlap gives way.
  function wrap(quote, text, marks) {
    const pieces = [];
    let done = 0;
    for (const mark of marks.slice().sort((a, b) => a.start - b.start)) {
      if (mark.start < done) continue;
      const piece = document.createElement("mark");
      piece.className = mark.slot;
      piece.textContent = text.slice(mark.start, mark.end);
      pieces.push(text.slice(done, mark.start), piece);
      done = mark.end;
    }
    quote.replaceChildren(...pieces, text.slice(done));
  }

  function show(quote) {
    if (quote.dataset.shown) return;
    quote.dataset.shown = "yes";
    const text = quote.textContent;
    const marks = readMarks(quote.dataset.marks, text);
    if (canHighlight) paint(quote.firstChild, marks);
    else wrap(quote, text, marks);
  }

  // Marks of what is near the window; all of them before printing.
  function showWhenNear(quotes) {
    if (quotes.length < 200 || typeof IntersectionObserver !== "function") return quotes.forEach(show);
    const watch = new IntersectionObserver((seen) => {
      for (const one of seen) if (one.isIntersecting) { show(one.target); watch.unobserve(one.target); }
    }, { rootMargin: "1200px" });
    quotes.forEach((quote) => watch.observe(quote));
    addEventListener("beforeprint", () => quotes.forEach(show));
  }

  // Every word of the interface says which it is; those of the page's other language stand in the list of words.
  function speak(language) {
    const root = document.documentElement;
    root.lang = language;
    root.dir = language === "ar" ? "rtl" : "ltr";
    for (const one of every("[data-t]")) {
      const said = words[one.dataset.t];
      if (said) one.textContent = said[language];
    }
    for (const one of every("[data-en]")) one.textContent = one.dataset[language];
    document.getElementById("switch").lang = language === "ar" ? "en" : "ar";
    count();
  }

  // Letters that writers mix up are one, vowel marks and tatweel are gone: for searching only.
  function fold(text) {
    return text.toLowerCase().normalize("NFC").replace(/[\u064b-\u0652\u0670\u0640]/g, "")
      .replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه");
  }

  const filter = document.getElementById("filter");
  const cards = every(".claim");

  function count() {
    if (!filter) return;
    const language = document.documentElement.lang;
    const left = cards.filter((card) => !card.hidden).length;
    document.getElementById("shown").textContent = `${words["page.shown"][language]}: ${left} / ${cards.length}`;
  }

  function sift() {
    const wanted = fold(filter.value).split(/\s+/).filter(Boolean);
    for (const card of cards) {
      card.folded ??= fold(card.textContent);
      card.hidden = !wanted.every((word) => card.folded.includes(word));
    }
    count();
  }

  // A link into a folded part opens it; one to a claim that the filter hides clears the filter.
  function reveal() {
    const wanted = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!wanted) return;
    if (wanted.matches("details")) wanted.open = true;
    if (wanted.hidden) { filter.value = ""; sift(); wanted.scrollIntoView(); }
  }

  document.getElementById("switch").addEventListener("click", () => speak(document.documentElement.lang === "ar" ? "en" : "ar"));
  if (filter) {
    filter.closest("p").hidden = false;
    filter.addEventListener("input", sift);
    count();
  }
  addEventListener("hashchange", reveal);
  showWhenNear(every("[data-marks]"));
  reveal();
  globalThis.isnad = { unitOffsets, readMarks, show, wrap, speak };
})();
