// Small things that every view is made of.

/** Puts a template into the body; returns its parts by name, and a way to wire its buttons. */
export function unfold(document, id) {
  document.body.append(document.getElementById(id).content.cloneNode(true));
  document.body.dataset.view = id;
  const part = {};
  for (const element of document.querySelectorAll("[data-part]")) {
    part[element.dataset.part] = element;
  }
  return part;
}

/** Calls the action that a button names in `data-do`. */
export function wire(document, actions) {
  for (const button of document.querySelectorAll("[data-do]")) {
    button.addEventListener("click", () => actions[button.dataset.do]());
  }
}

/** An element with words in it, never markup. */
export function element(tag, className = "", text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** Sets an element's words, if they are others: a live region would be read again. */
export function say(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

/** Marks words with their language and direction. */
export function speak(target, { lang, dir }) {
  target.lang = lang;
  target.dir = dir;
}

const STEPS = new Map([
  ["ArrowRight", 1], ["ArrowDown", 1], ["PageDown", 1],
  ["ArrowLeft", -1], ["ArrowUp", -1], ["PageUp", -1],
  ["End", Infinity], ["Home", -Infinity],
]);
const SCROLLING = new Set(["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End", " "]);

/**
 * How many slides a key leads on, or 0. Keys that somebody needs where the focus is are left alone:
 * in a list of choices all of them, in something that scrolls those that scroll it.
 */
export function stepsOf(event) {
  const within = event.target instanceof Element ? event.target : document.body;
  if (within.closest("select, input, textarea")) return 0;
  const scroller = within.closest("[tabindex='0']:not(a)");
  if (scroller && scroller.scrollHeight > scroller.clientHeight && SCROLLING.has(event.key)) return 0;
  if (event.key === " ") {
    return within.closest("button, a") ? 0 : event.shiftKey ? -1 : 1;
  }
  return event.shiftKey ? 0 : (STEPS.get(event.key) ?? 0);
}

/** Whether a key event is a plain letter for us: no modifier, no choice of a list being typed. */
export function isPlain(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  return !(event.target instanceof Element && event.target.closest("select, input, textarea"));
}

const ADDRESS_MS = 300;

/** Keeps a place in the address; not at each step, for browsers count how often that is done. */
export function addressKeeper() {
  let waiting = 0;
  return (id) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const place = `#${encodeURIComponent(id)}`;
      if (location.hash !== place) history.replaceState(null, "", place);
    }, ADDRESS_MS);
  };
}
