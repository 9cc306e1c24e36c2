// What is wrong, where, and the way out.

import { element, say } from "./parts.js";
import { placeOf } from "./talk.js";

const NAMES = { error: "Error", warning: "Warning", note: "Note" };

/** A finding in full: place, message, the source line with a caret, the way out. */
export function findingInFull(finding) {
  const item = element("li", "finding");
  item.dataset.severity = finding.severity;
  const head = element("p", "head");
  head.append(
    element("b", "severity", NAMES[finding.severity] ?? finding.severity),
    " ",
    element("span", "place", placeOf(finding)),
  );
  item.append(head, element("p", "message", finding.message));
  if (finding.source) item.append(sourceLine(finding));
  if (finding.hint) item.append(element("p", "hint", finding.hint));
  return item;
}

/** A finding in one line that leads to its slide. */
export function findingInShort(finding, slide, goTo) {
  const item = element("li", "finding short");
  item.dataset.severity = finding.severity;
  const link = element("a");
  link.href = `#${encodeURIComponent(slide.id)}`;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(slide.id);
  });
  const head = element("span", "head");
  head.append(
    element("b", "severity", NAMES[finding.severity] ?? finding.severity),
    " ",
    element("span", "place", placeOf(finding)),
    " ",
    element("span", "where", `slide ${slide.number}`),
  );
  link.append(head, " ", element("span", "message", finding.message));
  item.append(link);
  return item;
}

/** Fills a list with items, and leaves it alone while the findings are the same. */
export function fill(list, findings, itemOf) {
  const key = JSON.stringify(findings);
  if (list.dataset.shows === key) return;
  list.dataset.shows = key;
  list.replaceChildren(...findings.map(itemOf));
  list.hidden = findings.length === 0;
}

/** The line as written; the place in it is marked, with a caret below its first character. */
function sourceLine({ source, line, column, width }) {
  const signs = Array.from(source);
  const from = Math.min(Math.max(column - 1, 0), signs.length);
  const to = Math.min(from + Math.max(width, 1), signs.length);
  const block = element("pre", "source");
  const mark = element("mark");
  say(mark, signs.slice(from, to).join("") || "\u00a0");
  const number = element("span", "line", String(line));
  const text = element("code");
  text.append(signs.slice(0, from).join(""), mark, signs.slice(to).join(""));
  block.append(number, text);
  return block;
}
