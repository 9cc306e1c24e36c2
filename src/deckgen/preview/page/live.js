// The line to the server: every state of the talk, as it comes.

const RETRY_MS = 2000;

/**
 * Calls `state(state)` at once and after each change, and `lost()` when the line breaks. The
 * browser comes back by itself after a break; after a refusal it must be asked to.
 */
export function listen({ state, lost }) {
  const line = new EventSource("./events");
  line.addEventListener("state", (event) => state(JSON.parse(event.data)));
  line.addEventListener("error", () => {
    lost();
    if (line.readyState === EventSource.CLOSED) {
      setTimeout(() => listen({ state, lost }), RETRY_MS);
    }
  });
}

/** Asks for the talk of a town, "" for the talk as written. Returns whether the server agreed. */
export async function chooseTown(town) {
  try {
    const answer = await fetch("./town", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ town }),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
