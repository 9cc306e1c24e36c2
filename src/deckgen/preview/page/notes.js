// Speaker notes as paragraphs and real lists.

import { element } from "./parts.js";

/** Returns the notes as elements: bullets of a level gather in a list, deeper ones within it. */
export function notesOf(notes) {
  const root = document.createDocumentFragment();
  const open = []; // the lists that are open, outermost first
  for (const note of notes) {
    if (note.bullet === "none") {
      open.length = 0;
      root.append(element("p", "", note.text));
      continue;
    }
    const tag = note.bullet === "number" ? "ol" : "ul";
    // Never more than one level deeper than what stands above: a list needs an item to be in.
    const level = Math.min(note.level, open.length);
    open.length = Math.min(open.length, level + 1);
    const last = open[level];
    if (last && (last.localName !== tag || (tag === "ol" && last.start !== note.start))) open.pop();
    if (open.length === level) {
      const list = element(tag);
      if (tag === "ol") list.start = note.start;
      (open.at(-1)?.lastElementChild ?? root).append(list);
      open.push(list);
    }
    open.at(-1).append(element("li", "", note.text));
  }
  return root;
}
