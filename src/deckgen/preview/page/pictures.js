// Pictures of slides. The old one stays until the new one is decoded, so that nothing flickers.

const WIDTHS = [320, 960, 1920];
const IN_A_HURRY_MS = 300; // two slides within that time: somebody leafs through
const SETTLING_MS = 150; // then only what is looked at for so long is asked for in large
const LATE_MS = 120; // so long the slide before may stay
const RETRY_MS = 1000;
const TRIES = 4;

/** The address of a slide's picture, sharp at `width` CSS pixels. A new look is a new address. */
export function addressOf(slide, width) {
  const wanted = width * Math.min(devicePixelRatio, 2) * 0.9;
  const pixels = WIDTHS.find((each) => each >= wanted) ?? WIDTHS.at(-1);
  return `./pages/${encodeURIComponent(slide.key)}.png?width=${pixels}`;
}

/**
 * A frame that shows one slide at a time in `figure`. Its `show(slide, width)` may be called as
 * often as one likes: only what changed is loaded, and of many calls in a row only the last counts.
 * It resolves to whether that slide is shown now, and was not before.
 */
export function frameIn(figure, { words = true } = {}) {
  let wanted = "";
  let shownId = null;
  let asked = -Infinity;
  let coming = null; // the picture that is being loaded

  async function show(slide, width = figure.clientWidth) {
    const address = slide && width ? addressOf(slide, width) : "";
    if (address === wanted) return false;
    rest();
    wanted = address;
    if (!address) {
      figure.replaceChildren();
      shownId = null;
      return false;
    }
    const isHurried = performance.now() - asked < IN_A_HURRY_MS;
    asked = performance.now();
    if (shownId !== slide.id) standIn(slide, address, isHurried ? 0 : LATE_MS);
    if (isHurried && !(await after(SETTLING_MS, address))) return false;

    for (let tries = 0; tries < TRIES; tries += 1) {
      coming = pictureOf(slide, words, address, words ? "high" : "low");
      const picture = await loaded(coming);
      if (wanted !== address) return false;
      coming = null;
      if (picture) {
        put(picture, slide);
        return true;
      }
      if (shownId !== slide.id) put(wordsOf(slide), slide);
      if (!(await after(RETRY_MS, address))) return false;
    }
    wanted = ""; // it is asked for again with the next state
    return false;
  }

  /** Lets go of a picture that has not come yet, so that it stands in no other's way. */
  function rest() {
    if (coming === null) return;
    coming.src = "";
    coming = null;
    wanted = "";
  }

  /** Shows the small picture, which the strip mostly has, while the large one is on its way. */
  async function standIn(slide, address, delay) {
    if (!(await after(delay, address)) || shownId === slide.id) return;
    const small = await loaded(pictureOf(slide, words, addressOf(slide, 0), "low"));
    if (small && wanted === address && shownId !== slide.id) put(small, slide);
  }

  function put(content, slide) {
    figure.replaceChildren(content);
    shownId = slide.id;
  }

  /** Waits; says whether the same picture is wanted still. */
  async function after(milliseconds, address) {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return wanted === address;
  }

  return { show, rest };
}

/** The picture once it is decoded, or null if it cannot be had. */
function loaded(picture) {
  return picture.decode().then(() => picture, () => null);
}

/** Has the browser fetch pictures that are likely to be asked for next. */
export function fetchAhead(slides, width) {
  for (const slide of slides) pictureOf(slide, false, addressOf(slide, width), "low");
}

function pictureOf(slide, words, address, priority) {
  const picture = new Image();
  picture.fetchPriority = priority;
  picture.alt = words ? slide.text || slide.title || `Slide ${slide.number}` : "";
  picture.lang = slide.lang;
  picture.dir = slide.dir;
  picture.decoding = "async";
  picture.draggable = false;
  picture.src = address;
  return picture;
}

function wordsOf(slide) {
  const text = document.createElement("p");
  text.className = "undrawn";
  text.lang = slide.lang;
  text.dir = slide.dir;
  text.textContent = slide.text || slide.title;
  return text;
}
