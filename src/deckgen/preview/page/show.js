// The slide alone on black, as wide as the screen.

import { say, stepsOf } from "./parts.js";
import { frameIn } from "./pictures.js";

const RESTING_MS = 2000;

/**
 * The show in `dialog`. `step(steps)` is asked to move, `black(on)` to darken, and `changed(open)`
 * hears when the show begins and ends.
 */
export function showIn(dialog, figure, said, { step, black, changed }) {
  const frame = frameIn(figure);
  let isBlack = false;
  let resting = 0;

  async function open() {
    if (dialog.open) return;
    // Where the browser refuses, as phones do, the show fills the window.
    await document.documentElement.requestFullscreen?.().catch(() => {});
    dialog.showModal();
    changed(true);
  }

  function draw(slide, state) {
    if (!dialog.open || !slide) return;
    frame.show(slide, width(state));
    say(said, isBlack ? "Black screen" : `Slide ${slide.number} of ${state.slides.length}. ${slide.title}`);
  }

  function width(state) {
    return Math.min(innerWidth, innerHeight * state.ratio);
  }

  function darken(on) {
    isBlack = on;
    dialog.classList.toggle("black", on);
  }

  function stir() {
    dialog.classList.remove("resting");
    clearTimeout(resting);
    resting = setTimeout(() => dialog.classList.add("resting"), RESTING_MS);
  }

  dialog.addEventListener("close", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    darken(false);
    changed(false);
  });
  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement && dialog.open) dialog.close();
  });
  dialog.addEventListener("click", (event) => step(event.clientX < innerWidth / 4 ? -1 : 1));
  dialog.addEventListener("pointermove", stir);
  dialog.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = stepsOf(event);
    const key = event.key.toLowerCase();
    if (steps) step(steps);
    else if (key === "b" || key === ".") black(!isBlack);
    else if (key === "f") dialog.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  return { open, draw, darken, width, isOpen: () => dialog.open };
}
