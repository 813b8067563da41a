// A server for pages written in a test: answers by path, and dist/ for all else.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

const dist = new URL("../../../dist/", import.meta.url);

/**
 * `answers` by path: a string is a page, an object is sent as JSON unless it is
 * `{ status, type, body, headers, delay }`. Resolves to { url, asked, cookies, close };
 * `asked` are the paths in the order they were asked for, `cookies` what came with them;
 * `headers` go with every answer, or are those of a path. The files of dist/ are in the
 * folder /any/folder too. `preparation()` is a script that runs before those of each page.
 */
export async function site(answers, { headers = {}, preparation } = {}) {
  const asked = [];
  const cookies = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const isPreparation = pathname === PREPARATION;
    if (!isPreparation) {
      asked.push(pathname);
      cookies.push(request.headers.cookie);
    }
    const answer = isPreparation
      ? { body: preparation() }
      : (answerOf(answers[pathname]) ?? (await fileOf(pathname)));
    await pause(answer.delay ?? 0);
    const type = answer.type ?? TYPES[extname(pathname)] ?? TYPES[".html"];
    response.writeHead(answer.status ?? 200, {
      ...(typeof headers === "function" ? headers(pathname) : headers),
      ...(type ? { "content-type": type } : {}),
      ...answer.headers,
    });
    response.end(preparation && type === TYPES[".html"] ? prepared(answer.body) : answer.body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    asked,
    cookies,
    close() {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

function answerOf(answer) {
  if (answer === undefined) return undefined;
  if (typeof answer === "string") return { body: page(answer), type: TYPES[".html"] };
  const isAnswer = ["status", "body", "delay"].some((key) => Object.hasOwn(answer, key));
  return isAnswer ? answer : { body: JSON.stringify(answer), type: TYPES[".json"] };
}

const PREPARATION = "/preparation.js";

function prepared(page) {
  return `${page}`.replace(/^<!doctype html>/i, `$&<script src="${PREPARATION}"></script>`);
}

const FOLDER = "/any/folder";

async function fileOf(path) {
  try {
    return { body: await readFile(new URL(`.${path.replace(FOLDER, "")}`, dist)) };
  } catch {
    return { status: 404, body: "Not found", type: "text/plain" };
  }
}

/** The page that an author would write round the given lines. */
function page(lines) {
  if (lines.startsWith("<!doctype")) return lines;
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trang</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
${lines}`;
}

/** The first of the two lines of every page. */
export const SCRIPT = '<script type="module" src="/district-charts.js"></script>';

/** The strictest policy under which a page can be shown at all, with these sources of scripts. */
export const policy = (script) =>
  [
    "default-src 'none'",
    `script-src ${script}`,
    "connect-src 'self'",
    "font-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
