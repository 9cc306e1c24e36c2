// What is wrong, where, and the way out.

import { element } from "./parts.js";
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
  item.append(head, worded("p", "message", finding.message));
  if (finding.source) item.append(sourceLine(finding));
  if (finding.hint) item.append(worded("p", "hint", finding.hint));
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
  link.append(head, " ", worded("span", "message", finding.message));
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

/** The line as written, without its indent; the place is marked, a caret below where it begins. */
function sourceLine({ source, line, column, width }) {
  const signs = Array.from(source);
  const from = Math.min(Math.max(column - 1, 0), signs.length);
  const to = Math.min(from + Math.max(width, 1), signs.length);
  const block = element("pre", "source");
  const text = element("code");
  text.append(
    signs.slice(0, from).join("").trimStart(),
    element("mark", "", signs.slice(from, to).join("") || "\u00a0"),
    signs.slice(to).join(""),
  );
  block.append(element("span", "line", String(line)), text);
  return block;
}

/** An element with the words of a message; what stands between backticks is what people type. */
function worded(tag, className, message) {
  const made = element(tag, className);
  const pieces = message.split("`");
  const isPaired = pieces.length % 2 === 1;
  made.append(...pieces.map((piece, index) => (
    isPaired && index % 2 === 1 ? element("code", "", piece) : isPaired || index === 0 ? piece : `\`${piece}`
  )));
  return made;
}
