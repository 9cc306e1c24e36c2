// What the windows of one talk tell each other: where they are, and whether the screen is black.

/**
 * Joins the windows of this talk. `hear(message)` gets what others tell; `tell(message)` tells them.
 * Messages: {at, black} where a window is; {who: true} asks for that; {audience: "open" | "full" |
 * "gone"} says what becomes of the window that the audience sees.
 */
export function joinStage(hear) {
  const folder = location.pathname.replace(/[^/]*$/, "");
  const channel = new BroadcastChannel(`deckgen ${folder}`);
  channel.addEventListener("message", (event) => hear(event.data));
  return { tell: (message) => channel.postMessage(message) };
}
