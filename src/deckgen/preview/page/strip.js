// The strip of all slides: a real list, of which only what comes into sight is loaded.

import { element, say, speak } from "./parts.js";
import { frameIn } from "./pictures.js";
import { tally } from "./talk.js";

const THUMBNAIL = 160; // CSS pixels: the smallest pictures, sharp on fine screens too

/** Shows the slides in `list`; `goTo(id)` is called when one is chosen. */
export function stripIn(list, goTo) {
  const entries = new Map();
  let current = null;

  const sight = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) {
      const entry = entries.get(target.dataset.id);
      if (!entry) continue;
      entry.near = isIntersecting;
      if (isIntersecting) entry.frame.show(entry.slide, THUMBNAIL);
      else entry.frame.rest();
    }
  }, { root: list.parentElement, rootMargin: "400px" });

  function update(state) {
    const ids = new Set(state.slides.map((slide) => slide.id));
    for (const [id, entry] of entries) {
      if (ids.has(id)) continue;
      sight.unobserve(entry.item);
      entry.item.remove();
      entries.delete(id);
    }
    let section = "";
    let place = list.firstElementChild;
    for (const slide of state.slides) {
      const entry = entries.get(slide.id) ?? added(slide);
      describe(entry, slide, state, slide.section !== section ? slide.section : "");
      section = slide.section;
      // What stands in its place already is not touched, so that it keeps the focus.
      if (entry.item === place) place = place.nextElementSibling;
      else list.insertBefore(entry.item, place);
      if (entry.near) entry.frame.show(slide, THUMBNAIL);
    }
  }

  function added(slide) {
    const item = element("li");
    item.dataset.id = slide.id;
    const [heading, link, figure] = [element("h3"), element("a"), element("span", "thumb")];
    const [number, title, marks] = [
      element("span", "number"), element("span", "unseen"), element("span", "marks"),
    ];
    link.href = `#${encodeURIComponent(slide.id)}`;
    link.tabIndex = -1;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(slide.id);
    });
    link.append(number, " ", title, figure, " ", marks);
    item.append(heading, link);
    const frame = frameIn(figure, { words: false });
    const entry = { item, heading, link, number, title, marks, frame, slide, near: false };
    entries.set(slide.id, entry);
    sight.observe(item);
    return entry;
  }

  function describe(entry, slide, state, section) {
    entry.slide = slide;
    entry.heading.hidden = !section;
    say(entry.heading, section);
    speak(entry.heading, slide);
    say(entry.number, String(slide.number));
    say(entry.title, slide.title);
    speak(entry.title, slide);
    const found = tally(slide.findings.map((index) => state.findings[index]));
    const marks = [slide.hidden && "hidden", slide.part, found].filter(Boolean);
    say(entry.marks, marks.join(" · "));
    entry.item.classList.toggle("hidden-slide", slide.hidden);
    const worst = slide.findings.some((index) => state.findings[index].severity === "error");
    entry.marks.classList.toggle("bad", worst);
    entry.marks.classList.toggle("found", Boolean(found));
  }

  /** Marks the slide that is shown; the focus goes with it if it is in the strip. */
  function mark(id) {
    if (current === id && entries.get(id)?.link.tabIndex === 0) return;
    const before = entries.get(current);
    const now = entries.get(id);
    current = id;
    const hadFocus = list.contains(document.activeElement);
    if (before) {
      before.link.removeAttribute("aria-current");
      before.link.tabIndex = -1;
    }
    if (!now) return;
    now.link.setAttribute("aria-current", "true");
    now.link.tabIndex = 0;
    if (hadFocus) now.link.focus({ preventScroll: true });
    reveal(now.item);
  }

  /** Scrolls the strip, and never the page around it. */
  function reveal(item) {
    const room = list.parentElement;
    const [inner, outer] = [item.getBoundingClientRect(), room.getBoundingClientRect()];
    const past = (from, to, low, high) => (from < low ? from - low : Math.max(to - high, 0));
    room.scrollBy({
      top: past(inner.top, inner.bottom, outer.top + 12, outer.bottom - 12),
      left: past(inner.left, inner.right, outer.left + 12, outer.right - 12),
    });
  }

  return { update, mark };
}
