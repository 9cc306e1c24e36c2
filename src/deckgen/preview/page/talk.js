// What can be read off a state of the talk. Values in, values out; nothing here knows the document.

/** The slides that the audience sees. */
export function shown(state) {
  return state.slides.filter((slide) => !slide.hidden);
}

/** The slide with this id, or null. */
export function slideOf(state, id) {
  return state.slides.find((slide) => slide.id === id) ?? null;
}

/**
 * The id to stand on, now that the talk is another: the same slide while it is there, else the one
 * that took its place. `before` is the state that `id` comes from, or null.
 */
export function keptPlace(state, id, before) {
  if (state.slides.length === 0) return id;
  if (slideOf(state, id)) return id;
  const index = before ? before.slides.findIndex((slide) => slide.id === id) : -1;
  return state.slides[Math.min(Math.max(index, 0), state.slides.length - 1)].id;
}

/** The id some steps on, among `slides`; never beyond the first and the last. */
export function stepped(slides, all, id, steps) {
  const here = all.findIndex((slide) => slide.id === id);
  const rest = steps > 0
    ? slides.filter((slide) => all.indexOf(slide) > here)
    : slides.filter((slide) => all.indexOf(slide) < here).reverse();
  const goal = rest[Math.min(Math.abs(steps), rest.length) - 1];
  return goal ? goal.id : id;
}

/** “1 error, 2 warnings”; notes are what was decided for the author, and no reason to worry. */
export function tally(findings) {
  const parts = [["error", "errors"], ["warning", "warnings"], ["note", "notes"]].map(
    ([one, many]) => {
      const count = findings.filter((finding) => finding.severity === one).length;
      return count === 0 ? "" : `${count} ${count === 1 ? one : many}`;
    },
  );
  return parts.filter(Boolean).join(", ");
}

/** “slides.yaml:12”, or the file alone where there is no line. */
export function placeOf({ file, line }) {
  return line ? `${file}:${line}` : file;
}

/** “12:04” from seconds, “1:02:04” from an hour on. */
export function clockText(seconds) {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** “2.5 min”. */
export function minutesText(minutes) {
  return `${Number(minutes.toFixed(1))} min`;
}
