// For `npm start` alone: builds again what changed in the sources, and tells the
// open pages, which load themselves again or show why the build failed.
import { readdirSync, statSync, watch } from "node:fs";
import { join, resolve } from "node:path";
import { hashFiles, readText } from "./files.mjs";
import { printError, root, textOf } from "./steps.mjs";

/** An editor may write a file in several steps; they are over in this time, in milliseconds. */
const SETTLED = 60;

// What the server answers beside its files.
const EVENTS = "/-/builds";
const SCRIPT = "/-/live-page.js";

/**
 * Calls `build` after each change under `folders`, one at a time. For the server:
 * `addTo` makes a page follow the builds, `answer` takes the requests that it then
 * sends, and says whether a request is one of them.
 */
export function rebuildOnChange({ folders, build }) {
  const pages = new Set();
  let state = { build: Date.now(), error: null };
  let builtFrom = hashFiles(folders);
  let watchers = watchAll();
  let timer;
  let running = Promise.resolve();

  // Not `recursive`: Node 20 loses sight of a file that an editor puts another in the place of.
  function watchAll() {
    return folders.flatMap(withFolders).map((folder) => watch(folder, changed));
  }

  function changed() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(rebuild);
    }, SETTLED);
  }

  async function rebuild() {
    closeWatchers();
    watchers = watchAll();
    try {
      const sources = hashFiles(folders);
      if (sources === builtFrom) return;
      builtFrom = sources;
      await build();
      tell({ build: Date.now(), error: null });
    } catch (error) {
      printError(error);
      tell({ ...state, error: textOf(error) });
    }
  }

  function tell(now) {
    state = now;
    for (const page of pages) page.write(eventOf(state));
  }

  function closeWatchers() {
    for (const watcher of watchers) watcher.close();
  }

  function listen(response) {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(eventOf(state));
    pages.add(response);
    response.on("close", () => pages.delete(response));
  }

  return {
    addTo(html) {
      return `${html}<script type="module" src="${SCRIPT}"></script>\n`;
    },
    answer(path, response) {
      if (path === EVENTS) listen(response);
      else if (path === SCRIPT) sendScript(response);
      else return false;
      return true;
    },
    async close() {
      closeWatchers();
      clearTimeout(timer);
      await running;
    },
  };
}

function sendScript(response) {
  response.writeHead(200, { "content-type": "text/javascript; charset=utf-8" });
  response.end(readText("tools/live-page.js"));
}

function eventOf(state) {
  return `data: ${JSON.stringify(state)}\n\n`;
}

/** A folder and all those under it. */
function withFolders(folder) {
  const full = resolve(root, folder);
  const inside = readdirSync(full, { recursive: true }).map((name) => join(full, name));
  return [full, ...inside.filter((path) => statSync(path).isDirectory())];
}
