// Pictures of slides. The old one stays until the new one is decoded, so that nothing flickers.

const WIDTHS = [320, 960, 1920];
const SETTLING_MS = 60;

/** The address of a slide's picture, sharp at `width` CSS pixels. A new look is a new address. */
export function addressOf(slide, width) {
  const wanted = width * Math.min(devicePixelRatio, 2) * 0.9;
  const pixels = WIDTHS.find((each) => each >= wanted) ?? WIDTHS.at(-1);
  return `./pages/${encodeURIComponent(slide.key)}.png?width=${pixels}`;
}

/**
 * A frame that shows one slide at a time in `figure`. Its `show(slide, width)` may be called as
 * often as one likes: only what changed is loaded, and of many calls in a row only the last counts.
 */
export function frameIn(figure, { words = true } = {}) {
  let wanted = "";
  let shownId = null;
  let asked = 0;

  async function show(slide, width = figure.clientWidth) {
    const address = slide && width ? addressOf(slide, width) : "";
    if (address === wanted) return;
    wanted = address;
    if (!address) {
      figure.replaceChildren();
      shownId = null;
      return;
    }
    const hurried = performance.now() - asked < SETTLING_MS;
    asked = performance.now();
    if (hurried) {
      await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
      if (wanted !== address) return;
    }
    const picture = pictureOf(slide, words);
    picture.src = address;
    const drawn = await picture.decode().then(() => true, () => false);
    if (wanted !== address) return;
    if (drawn) {
      figure.replaceChildren(picture);
      shownId = slide.id;
    } else {
      // What cannot be drawn now is asked for again with the next state.
      wanted = "";
      if (shownId !== slide.id) figure.replaceChildren(wordsOf(slide));
    }
  }

  return { show };
}

/** Has the browser fetch pictures that are likely to be asked for next. */
export function fetchAhead(slides, width) {
  for (const slide of slides) new Image().src = addressOf(slide, width);
}

function pictureOf(slide, words) {
  const picture = new Image();
  picture.alt = words ? slide.text || slide.title || `Slide ${slide.number}` : "";
  picture.lang = slide.lang;
  picture.dir = slide.dir;
  picture.decoding = "async";
  picture.draggable = false;
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
