"use strict";
{
  const body = document.body;
  const slides = [...document.querySelectorAll(".slide")];
  const button = (name) => document.querySelector(`[data-do="${name}"]`);
  const count = document.querySelector(".count");
  const said = document.querySelector(".said");
  const main = document.querySelector(".slides");
  const rtl = document.documentElement.dir === "rtl";
  let now = 0;
  let wide = false; // whether the overview is shown

  const panels = () => body.classList.contains("reading") || body.classList.contains("noting");
  const title = (slide) => slide.querySelector("h2").textContent;

  function show(to, tell = true) {
    now = Math.max(0, Math.min(slides.length - 1, to));
    const reading = body.classList.contains("reading") && !wide;
    main.tabIndex = panels() && !wide ? 0 : -1; // what scrolls is reached by the Tab key
    slides.forEach((slide, at) => {
      const go = slide.querySelector(".go");
      slide.hidden = !wide && at !== now;
      go.tabIndex = wide ? 0 : -1;
      if (wide) go.removeAttribute("aria-hidden");
      else go.setAttribute("aria-hidden", "true");
      if (wide && at === now) go.setAttribute("aria-current", "true");
      else go.removeAttribute("aria-current");
      // What cannot be seen is not to be reached by the Tab key; these links stand below it too.
      for (const link of slide.querySelectorAll(".words a")) link.tabIndex = reading ? 0 : -1;
    });
    count.textContent = `${now + 1} / ${slides.length}`;
    button("back").disabled = now === 0;
    button("next").disabled = now === slides.length - 1;
    const go = slides[now].querySelector(".go");
    if (wide && main.contains(document.activeElement)) go.focus({ preventScroll: true });
    if (wide) go.scrollIntoView({ block: "nearest" });
    if (!tell) return;
    said.textContent = `${count.dataset.slide} ${now + 1} ${count.dataset.of} ${slides.length}: ${title(slides[now])}`;
    try {
      history.replaceState(null, "", "#" + encodeURIComponent(slides[now].id));
    } catch {
      // Some browsers allow only so many in a minute; the address then stays behind.
    }
    main.scrollTop = 0;
  }

  function overview(on) {
    wide = on;
    body.classList.toggle("one", !on);
    body.classList.toggle("overview", on);
    button("overview").setAttribute("aria-pressed", String(on));
    show(now, false);
    if (on) slides[now].querySelector(".go").focus();
    else if (main.contains(document.activeElement)) document.activeElement.blur();
  }

  function panel(name, does) {
    if (!button(does)) return;
    if (wide) overview(false);
    const on = body.classList.toggle(name);
    button(does).setAttribute("aria-pressed", String(on));
    show(now, false);
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else {
      if (wide) overview(false);
      document.documentElement.requestFullscreen();
    }
  }

  const does = {
    back: () => show(now - 1),
    next: () => show(now + 1),
    overview: () => overview(!wide),
    full: full,
    text: () => panel("reading", "text"),
    notes: () => panel("noting", "notes"),
  };
  for (const [name, act] of Object.entries(does)) button(name)?.addEventListener("click", act);
  if (!document.fullscreenEnabled) button("full").hidden = true;

  const keys = {
    ArrowRight: rtl ? "back" : "next", ArrowLeft: rtl ? "next" : "back",
    ArrowDown: "next", ArrowUp: "back", PageDown: "next", PageUp: "back", " ": "next",
    o: "overview", f: "full", t: "text", n: "notes",
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Home" && !wide) show(0);
    else if (event.key === "End" && !wide) show(slides.length - 1);
    else if (event.key === "Escape" && wide) overview(false);
    else {
      const name = keys[event.key];
      const scrolls = /^(Arrow(Up|Down)|Page)/.test(event.key) && (wide || panels());
      if (!name || scrolls || (event.key === " " && (wide || event.target.closest("button, a")))) return;
      if (event.key === " " && event.shiftKey) does.back();
      else does[name]();
    }
    event.preventDefault();
  });

  slides.forEach((slide, at) => {
    slide.querySelector(".go").addEventListener("focus", () => wide && at !== now && show(at, false));
    slide.querySelector(".go").addEventListener("click", (event) => {
      event.preventDefault();
      if (wide) {
        now = at;
        overview(false);
        show(at);
        return;
      }
      const box = event.currentTarget.getBoundingClientRect();
      const share = (event.clientX - box.left) / box.width;
      show(now + ((rtl ? 1 - share : share) < 0.3 ? -1 : 1));
    });
  });

  let from = null;
  document.addEventListener("touchstart", (event) => {
    from = event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!from || wide) return;
    const to = event.changedTouches[0];
    const [x, y] = [to.clientX - from.clientX, to.clientY - from.clientY];
    from = null;
    if (Math.abs(x) > 50 && Math.abs(x) > 1.5 * Math.abs(y)) show(now + ((x < 0) === !rtl ? 1 : -1));
  }, { passive: true });

  function follow(tell) {
    const hash = location.hash;
    const at = slides.findIndex((slide) => [slide.id, encodeURIComponent(slide.id)].includes(hash.slice(1)));
    if (at < 0) return show(now, false);
    if (wide) overview(false);
    show(at, tell);
  }
  addEventListener("hashchange", () => follow(true));

  body.classList.add("scripted", "one");
  // A phone held upright has room for the words below the picture.
  if (matchMedia("(max-width: 40rem) and (orientation: portrait)").matches) panel("reading", "text");
  follow(false);
}
