// The presenter's view: this slide, the next one, the notes, the time.

import { drawNotes } from "./panels.js";
import { addressKeeper, isPlain, say, stepsOf, unfold, wire } from "./parts.js";
import { fetchAhead, frameIn } from "./pictures.js";
import { joinStage } from "./stage.js";
import { clockText, keptPlace, minutesText, shown, slideOf, stepped } from "./talk.js";
import { stopwatch } from "./stopwatch.js";

const AUDIENCE = {
  open: "Press F in the other window to show them.",
  full: "",
  gone: "No window shows the slides.",
};
const SIZES = [1, 1.25, 1.5, 1.875, 2.25, 2.75];

/** Opens the view; returns what the line to the server calls. */
export function openPresenter(document) {
  const part = unfold(document, "presenter");
  const now = frameIn(part["now-frame"]);
  const then = frameIn(part["then-frame"]);
  const watch = stopwatch(sessionStorage);
  const stage = joinStage(hear);
  const keepAddress = addressKeeper();
  let state = null;
  let id = decodeURIComponent(location.hash.slice(1));
  let isBlack = false;
  let size = 2;

  function update(next) {
    const before = state;
    state = next;
    id = keptPlace(state, id, before) || id;
    document.title = `Presenter · ${state.title}`;
    say(part.title, `Presenter view: ${state.title}`);
    document.body.style.setProperty("--ratio", state.ratio);
    tellOfAudience("");
    draw();
    if (before === null) stage.tell({ who: true });
  }

  function lost() {
    say(part.audience, "Connection lost; the slides that were shown stay.");
  }

  function draw() {
    const slide = state && slideOf(state, id);
    if (!slide) return;
    keepAddress(id);
    const audience = shown(state);
    const after = slideOf(state, stepped(audience, state.slides, id, 1));
    const ends = after === slide;
    now.show(slide).then((isNew) => isNew && fetchNext(slide));
    then.show(ends ? null : after);
    say(part["now-heading"], `Slide ${slide.number} of ${state.slides.length}`);
    say(part["then-heading"], ends ? "The last slide" : "Next");
    say(part.minutes, slide.minutes === null ? "" : `planned ${minutesText(slide.minutes)}`);
    part["now-frame"].classList.toggle("dark", isBlack);
    document.querySelector("[data-do=black]").setAttribute("aria-pressed", String(isBlack));
    if (drawNotes(part.notes, slide)) part.notes.scrollTop = 0;
    tick();
  }

  function fetchNext(slide) {
    const index = state.slides.findIndex((each) => each.id === slide.id);
    fetchAhead(state.slides.slice(index + 1, index + 4), part["now-frame"].clientWidth);
  }

  function tick() {
    const seconds = watch.seconds();
    const slot = state?.slot ?? state?.minutes ?? null;
    say(part.elapsed, clockText(seconds));
    say(part.clock, new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }));
    say(document.querySelector("[data-do=run]"), watch.runs() ? "Pause" : seconds ? "Go on" : "Start");
    if (slot === null) return;
    const over = seconds - slot * 60;
    say(part.slot, over > 0 ? `${clockText(over)} over ${minutesText(slot)}` : `of ${minutesText(slot)}`);
    document.body.classList.toggle("over", over > 0);
    part.track.style.inlineSize = `${Math.min(100, (seconds / (slot * 60)) * 100)}%`;
  }

  function walk(steps) {
    if (!state) return;
    id = stepped(shown(state), state.slides, id, steps);
    draw();
    stage.tell({ at: id });
    const slide = slideOf(state, id);
    if (slide) say(part.said, `Slide ${slide.number} of ${state.slides.length}. ${slide.title}`);
  }

  function hear({ at, black, audience }) {
    if (at !== undefined) id = at;
    if (black !== undefined) isBlack = black;
    if (audience) tellOfAudience(audience);
    if (audience && audience !== "full") isBlack = false;
    draw();
  }

  function tellOfAudience(now) {
    part.audience.dataset.is = now || (part.audience.dataset.is ?? "gone");
    say(part.audience, AUDIENCE[part.audience.dataset.is]);
  }

  function resize(steps) {
    size = Math.min(Math.max(size + steps, 0), SIZES.length - 1);
    part.notes.style.fontSize = `${SIZES[size]}rem`;
  }

  const actions = {
    back: () => walk(-1),
    next: () => walk(1),
    black: () => {
      isBlack = !isBlack;
      stage.tell({ black: isBlack });
      draw();
    },
    run: () => {
      watch.toggle();
      tick();
    },
    reset: () => {
      watch.reset();
      tick();
    },
    smaller: () => resize(-1),
    larger: () => resize(1),
  };
  const keys = {
    b: actions.black,
    ".": actions.black,
    f: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.()),
    "+": actions.larger,
    "-": actions.smaller,
  };

  wire(document, actions);
  document.addEventListener("keydown", (event) => {
    if (!isPlain(event)) return;
    const steps = stepsOf(event);
    const action = keys[event.key.toLowerCase()];
    if (steps) walk(steps);
    else if (action) action();
    else return;
    event.preventDefault();
  });
  new ResizeObserver(() => draw()).observe(part["now-frame"]);
  resize(0);
  setInterval(tick, 250);
  tick();
  return { update, lost };
}
