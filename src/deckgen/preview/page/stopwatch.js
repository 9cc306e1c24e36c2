// The time spoken so far. It outlives a reload of the window, which may happen on stage.

const KEY = "deckgen stopwatch";

/** A stopwatch that keeps itself in `storage`. */
export function stopwatch(storage) {
  let { spent, since } = JSON.parse(storage.getItem(KEY) ?? '{"spent": 0, "since": null}');

  const keep = () => storage.setItem(KEY, JSON.stringify({ spent, since }));
  const seconds = () => spent + (since === null ? 0 : (Date.now() - since) / 1000);

  function toggle() {
    spent = seconds();
    since = since === null ? Date.now() : null;
    if (since === null) spent = Math.floor(spent);
    keep();
  }

  function reset() {
    [spent, since] = [0, since === null ? null : Date.now()];
    keep();
  }

  return { seconds, toggle, reset, runs: () => since !== null };
}
