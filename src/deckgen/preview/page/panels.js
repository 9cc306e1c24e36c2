// What stands around the slide: the head, the facts, the notes, the findings, the status.

import { fill, findingInFull, findingInShort } from "./findings.js";
import { notesOf } from "./notes.js";
import { element, say, speak } from "./parts.js";
import { minutesText, placeOf, tally } from "./talk.js";

/** The talk's title, its outline, and the choice of towns. */
export function drawHead(part, state) {
  say(part.title, state.title);
  speak(part.title, state);
  say(part.outline, state.title === state.outline ? "" : state.outline);
  part.towns.hidden = state.towns.length === 0;
  const towns = [{ name: "", label: "as written" }, ...state.towns];
  if (part.town.dataset.shows !== JSON.stringify(towns)) {
    part.town.dataset.shows = JSON.stringify(towns);
    part.town.replaceChildren(...towns.map(({ name, label }) => new Option(label, name)));
  }
  part.town.value = state.town;
}

/** What is said beside the picture of a slide; `slide` is null while there is none. */
export function drawSlide(part, slide, state) {
  say(part.count, slide ? `${slide.number} of ${state.slides.length}` : "");
  say(part.heading, slide ? `Slide ${slide.number}: ${slide.title}` : "No slide yet");
  part.facts.replaceChildren(...(slide ? factsOf(slide).map(fact) : []));
  const own = slide ? slide.findings.map((index) => state.findings[index]) : [];
  fill(part["own-findings"], state.good ? own : [], findingInFull);
  if (drawNotes(part.notes, slide)) part.aside.scrollTop = 0;
}

/** The notes of a slide; returns whether the notes are another slide's than before. */
export function drawNotes(target, slide) {
  const notes = slide?.notes ?? [];
  const key = JSON.stringify([slide?.id, notes]);
  if (target.dataset.shows === key) return false;
  const isOther = target.dataset.slide !== slide?.id;
  target.dataset.shows = key;
  target.dataset.slide = slide?.id ?? "";
  speak(target, notes.length ? slide : { lang: "en", dir: "ltr" });
  target.replaceChildren(
    notes.length ? notesOf(notes) : element("p", "quiet", "No notes for this slide."),
  );
  return isOther;
}

/** The mistakes over the picture while there are some, and the list of everything else. */
export function drawFindings(part, state, goTo) {
  const errors = state.findings.filter((finding) => finding.severity === "error");
  part.broken.hidden = state.good;
  part.frame.classList.toggle("stale", !state.good);
  const mistakes = errors.length === 1 ? "a mistake" : `${errors.length} mistakes`;
  const last = state.slides.length ? " Below is the last good version." : "";
  say(part["broken-heading"], state.good ? "" : `The outline has ${mistakes}.${last}`);
  fill(part.errors, state.good ? [] : errors, findingInFull);
  part.broken.tabIndex = part.broken.scrollHeight > part.broken.clientHeight ? 0 : -1;
  const listed = state.findings.filter((finding) => state.good || !errors.includes(finding));
  part.all.hidden = listed.length === 0;
  fill(part["all-findings"], listed, (finding) => {
    const slide = state.slides.find((each) => each.number === finding.slide);
    return slide ? findingInShort(finding, slide, goTo) : findingInFull(finding);
  });
}

/** “saved 21:04:12 · 9 slides · 2 warnings · betteroffice 0.2.1”, and the minutes. */
export function drawStatus(part, state) {
  const count = state.slides.length;
  const found = tally(state.findings);
  const saved = state.built_at && `${state.good ? "saved" : "last good"} ${state.built_at} · `;
  say(part.status, `${saved}${count} ${count === 1 ? "slide" : "slides"} ·`);
  say(part.found, found);
  part.found.hidden = !found;
  say(part.renderer, found ? `· ${state.renderer}` : state.renderer);
  const { minutes, slot } = state;
  const needed = minutes === null ? "" : minutesText(minutes);
  const has = slot === null ? "" : minutesText(slot);
  say(part.time, needed && has ? `${needed.replace(" min", "")} of ${has}` : needed || (has && `slot ${has}`));
  part.time.classList.toggle("over", Boolean(needed && has) && minutes > slot);
}

function factsOf(slide) {
  const lines = slide.last_line > slide.line ? `–${slide.last_line}` : "";
  return [
    ["Kind", slide.kind],
    ["Layout", slide.layout],
    ["Text", slide.sizes.length ? `${slide.sizes.join(", ")} pt` : ""],
    ["Part", slide.part],
    ["Time", slide.minutes === null ? "" : minutesText(slide.minutes)],
    ["Other in PowerPoint", slide.differs.join(", ")],
    ["Shown", slide.hidden ? "no, hidden" : ""],
    ["Outline", `${placeOf(slide)}${lines}`],
  ].filter(([, value]) => value);
}

function fact([name, value]) {
  const pair = element("div");
  pair.append(element("dt", "", name), element("dd", "", value));
  return pair;
}
