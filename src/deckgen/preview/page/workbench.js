// The view beside the editor: strip, slide, notes, findings.

import { fill, findingInFull, findingInShort } from "./findings.js";
import { chooseTown } from "./live.js";
import { notesOf } from "./notes.js";
import { addressKeeper, element, isPlain, say, speak, stepsOf, unfold, wire } from "./parts.js";
import { fetchAhead, frameIn } from "./pictures.js";
import { showIn } from "./show.js";
import { joinStage } from "./stage.js";
import { stripIn } from "./strip.js";
import { keptPlace, minutesText, placeOf, shown, slideOf, stepped, tally } from "./talk.js";

/** Opens the view; returns what the line to the server calls. */
export function openWorkbench(document) {
  const part = unfold(document, "workbench");
  const frame = frameIn(part.frame);
  const strip = stripIn(part.strip, goTo);
  const stage = joinStage(hear);
  const show = showIn(part.show, part["show-frame"], part["show-said"], {
    step: (steps) => walk(steps, shown(state)),
    black: darken,
    changed: (open) => {
      stage.tell({ audience: open ? "full" : "open" });
      draw();
    },
  });
  const keepAddress = addressKeeper();
  let state = null;
  let id = decodeURIComponent(location.hash.slice(1));

  function update(next) {
    const first = state === null;
    const before = state;
    state = next;
    id = keptPlace(state, id, before) || id;
    document.title = `${state.title} · deckgen`;
    document.body.style.setProperty("--ratio", state.ratio);
    strip.update(state);
    drawHead();
    drawFindings();
    drawStatus();
    draw();
    if (!first) say(part.said, news(state));
  }

  function lost() {
    document.body.classList.add("lost");
    say(part.status, "Connection lost. The pictures are the last ones; trying again …");
    part.found.hidden = true;
    say(part.renderer, "");
    say(part.said, part.status.textContent);
  }

  function draw() {
    const slide = state && slideOf(state, id);
    strip.mark(id);
    if (!state) return;
    if (slide) keepAddress(id);
    frame.show(slide).then((isNew) => isNew && fetchNeighbours(slide));
    show.draw(slide, state);
    drawSlide(slide);
  }

  function fetchNeighbours(slide) {
    const index = state.slides.findIndex((each) => each.id === slide.id);
    const near = [state.slides[index + 1], state.slides[index - 1]].filter(Boolean);
    fetchAhead(near, show.isOpen() ? show.width(state) : part.frame.clientWidth);
  }

  function drawHead() {
    say(part.title, state.title);
    speak(part.title, state);
    say(part.outline, state.outline);
    part.towns.hidden = state.towns.length === 0;
    const towns = [{ name: "", label: "as written" }, ...state.towns];
    if (part.town.dataset.shows !== JSON.stringify(towns)) {
      part.town.dataset.shows = JSON.stringify(towns);
      part.town.replaceChildren(...towns.map(({ name, label }) => new Option(label, name)));
    }
    part.town.value = state.town;
  }

  function drawSlide(slide) {
    say(part.count, slide ? `${slide.number} of ${state.slides.length}` : "");
    say(part.heading, slide ? `Slide ${slide.number}: ${slide.title}` : "No slide yet");
    part.facts.replaceChildren(...(slide ? factsOf(slide).flatMap(fact) : []));
    const own = slide ? slide.findings.map((index) => state.findings[index]) : [];
    fill(part["own-findings"], state.good ? own : [], findingInFull);
    const key = JSON.stringify(slide?.notes ?? []);
    if (part.notes.dataset.shows === key) return;
    part.notes.dataset.shows = key;
    const spoken = notesOf(slide?.notes ?? []);
    part.notes.replaceChildren(
      spoken.hasChildNodes() ? spoken : element("p", "quiet", "No notes for this slide."),
    );
    if (slide) speak(part.notes, slide);
    if (!slide?.notes.length) speak(part.notes, { lang: "en", dir: "ltr" });
    part.aside.scrollTop = 0;
  }

  function drawFindings() {
    const errors = state.findings.filter((finding) => finding.severity === "error");
    part.broken.hidden = state.good;
    part.frame.classList.toggle("stale", !state.good);
    const mistakes = errors.length === 1 ? "a mistake" : `${errors.length} mistakes`;
    const last = state.slides.length ? " Below is the last good version." : "";
    say(part["broken-heading"], state.good ? "" : `The outline has ${mistakes}.${last}`);
    fill(part.errors, state.good ? [] : errors, findingInFull);
    const scrolls = part.broken.scrollHeight > part.broken.clientHeight;
    part.broken.tabIndex = scrolls ? 0 : -1;
    const listed = state.good ? state.findings : state.findings.filter((each) => !errors.includes(each));
    part.all.hidden = listed.length === 0;
    fill(part["all-findings"], listed, (finding) => {
      const slide = state.slides.find((each) => each.number === finding.slide);
      return slide ? findingInShort(finding, slide, goTo) : findingInFull(finding);
    });
  }

  function drawStatus() {
    document.body.classList.remove("lost");
    const count = state.slides.length;
    const found = tally(state.findings);
    const saved = state.built_at && `${state.good ? "saved" : "last good"} ${state.built_at} · `;
    const slides = `${count} ${count === 1 ? "slide" : "slides"}`;
    say(part.status, `${saved}${slides} ·`);
    say(part.found, found);
    part.found.hidden = !found;
    say(part.renderer, found ? `· ${state.renderer}` : state.renderer);
    const needed = state.minutes === null ? "" : minutesText(state.minutes);
    const slot = state.slot === null ? "" : minutesText(state.slot);
    say(part.time, needed && slot ? `${needed.replace(" min", "")} of ${slot}` : needed || slot && `slot ${slot}`);
    part.time.classList.toggle("over", Boolean(needed && slot) && state.minutes > state.slot);
  }

  function goTo(goal) {
    if (!state || !slideOf(state, goal)) return;
    id = goal;
    draw();
    stage.tell({ at: id });
    const slide = slideOf(state, id);
    say(part.said, `Slide ${slide.number} of ${state.slides.length}. ${slide.title}`);
  }

  function walk(steps, slides) {
    if (state) goTo(stepped(slides, state.slides, id, steps));
  }

  function darken(on) {
    show.darken(on);
    draw();
    stage.tell({ black: on });
  }

  function hear({ at, black, who }) {
    if (who) stage.tell({ at: id, audience: show.isOpen() ? "full" : "open" });
    if (at !== undefined && state && slideOf(state, at)) {
      id = at;
      draw();
    }
    if (black !== undefined && show.isOpen()) {
      show.darken(black);
      draw();
    }
  }

  function toggleNotes() {
    const off = document.body.classList.toggle("without-notes");
    document.querySelector("[data-do=notes]").setAttribute("aria-pressed", String(!off));
  }

  const actions = {
    show: () => {
      if (state && slideOf(state, id)?.hidden) walk(1, shown(state));
      show.open();
    },
    present: () => window.open("./presenter", "deckgen-presenter", "popup,width=1100,height=720"),
    notes: toggleNotes,
    help: () => part.help.showModal(),
    findings: () => {
      const heading = state.good ? part["all-heading"] : part.broken;
      heading.scrollIntoView({ block: "nearest" });
      heading.focus();
    },
    back: () => walk(-1, state?.slides ?? []),
    next: () => walk(1, state?.slides ?? []),
  };
  const keys = { f: actions.show, p: actions.present, n: actions.notes, "?": actions.help };

  wire(document, actions);
  part.town.addEventListener("change", async () => {
    const { value, selectedOptions: [{ label }] } = part.town;
    say(part.status, `Building ${label} …`);
    if (!(await chooseTown(value))) {
      say(part.status, `${label} could not be asked for.`);
      part.town.value = state?.town ?? "";
    }
  });
  document.addEventListener("keydown", (event) => {
    if (!isPlain(event) || part.help.open || show.isOpen()) return;
    const steps = stepsOf(event);
    const action = keys[event.key.toLowerCase()];
    if (steps && event.key !== " ") walk(steps, state?.slides ?? []);
    else if (action && !steps) action();
    else return;
    event.preventDefault();
  });
  addEventListener("hashchange", () => goTo(decodeURIComponent(location.hash.slice(1))));
  addEventListener("pagehide", () => stage.tell({ audience: "gone" }));
  new ResizeObserver(() => draw()).observe(part.frame);
  stage.tell({ audience: "open" });
  return { update, lost };
}

function factsOf(slide) {
  const lines = slide.last_line > slide.line ? `–${slide.last_line}` : "";
  return [
    ["Kind", slide.kind],
    ["Layout", slide.layout],
    ["Text", slide.sizes.length ? `${slide.sizes.join(", ")} pt` : ""],
    ["Part", slide.part],
    ["Time", slide.minutes === null ? "" : minutesText(slide.minutes)],
    ["Shown", slide.hidden ? "no, hidden" : ""],
    ["Outline", `${placeOf(slide)}${lines}`],
  ].filter(([, value]) => value);
}

function fact([name, value]) {
  const pair = element("div");
  pair.append(element("dt", "", name), element("dd", "", value));
  return [pair];
}

function news(state) {
  const error = state.findings.find((finding) => finding.severity === "error");
  if (!state.good && error) return `Mistake in ${placeOf(error)}: ${error.message}`;
  return `Updated. ${tally(state.findings) || "Nothing found."}`;
}
