// The view beside the editor: strip, slide, notes, findings.

import { chooseTown } from "./live.js";
import { drawFindings, drawHead, drawSlide, drawStatus } from "./panels.js";
import { addressKeeper, isPlain, say, stepsOf, unfold, wire } from "./parts.js";
import { fetchAhead, frameIn } from "./pictures.js";
import { showIn } from "./show.js";
import { joinStage } from "./stage.js";
import { stripIn } from "./strip.js";
import { keptPlace, placeOf, shown, slideOf, stepped, tally } from "./talk.js";

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
    document.body.classList.remove("lost");
    document.body.classList.toggle("empty", state.slides.length === 0);
    drawHead(part, state);
    drawFindings(part, state, goTo);
    drawStatus(part, state);
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
    drawSlide(part, slide, state);
  }

  function fetchNeighbours(slide) {
    const index = state.slides.findIndex((each) => each.id === slide.id);
    const near = [state.slides[index + 1], state.slides[index - 1]].filter(Boolean);
    fetchAhead(near, show.isOpen() ? show.width(state) : part.frame.clientWidth);
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

function news(state) {
  const error = state.findings.find((finding) => finding.severity === "error");
  if (!state.good && error) return `Mistake in ${placeOf(error)}: ${error.message}`;
  return `Updated. ${tally(state.findings) || "Nothing found."}`;
}
