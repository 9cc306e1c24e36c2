// The page of `deckgen preview`: one document, two views. What the server sends is shown; nothing
// that an outline says ever becomes markup, for words go in by textContent alone.

import { listen } from "./live.js";
import { openPresenter } from "./presenter.js";
import { openWorkbench } from "./workbench.js";

const presenting = location.pathname.endsWith("/presenter");
const view = presenting ? openPresenter(document) : openWorkbench(document);

listen({ state: view.update, lost: view.lost });
