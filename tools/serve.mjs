// A small static server for the demo, the tests and the benchmark.
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { Stop } from "./steps.mjs";

const compress = promisify(gzip);

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

// Others are compressed already.
const COMPRESSED = new Set([".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".wasm"]);

/**
 * Serves the files under `root` on this machine alone; `headers` go with every answer,
 * `redirects` are addresses by path. Port 0 takes any free one. With `live`, what
 * `rebuildOnChange` gave, pages follow each build.
 * Resolves to { url, close }.
 */
export async function serve({ root, port = 0, headers = {}, redirects = {}, live = null }) {
  const readCompressed = compressedReader();
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      response.writeHead(500, headers).end();
    });
  });

  async function answer(request, response) {
    const end = (status, more = {}, body = "") => {
      response.writeHead(status, { ...headers, "cache-control": "no-cache", ...more });
      response.end(request.method === "HEAD" ? "" : body);
    };
    if (request.method !== "GET" && request.method !== "HEAD") return end(405);
    const path = pathOf(request.url);
    if (path === null) return end(400);
    if (Object.hasOwn(redirects, path)) return end(302, { location: redirects[path] });
    if (live?.answer(path, response)) return;
    const file = resolve(root, `.${path.endsWith("/") ? `${path}index.html` : path}`);
    const info = file.startsWith(resolve(root) + sep) ? await statOrNull(file) : null;
    if (info?.isDirectory()) return end(302, { location: `${encodeURI(path)}/` });
    if (!info) return end(404, { "content-type": "text/plain" }, "Not found\n");

    const extension = extname(file);
    if (live && extension === ".html") {
      return end(
        200,
        { "content-type": TYPES[extension] },
        live.addTo(await readFile(file, "utf8")),
      );
    }
    const compressible = COMPRESSED.has(extension);
    const asGzip = compressible && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    const etag = `"${info.size}-${info.mtimeMs}${asGzip ? "-gzip" : ""}"`;
    const common = {
      etag,
      "content-type": TYPES[extension] ?? "application/octet-stream",
      ...(compressible ? { vary: "accept-encoding" } : {}),
      ...(asGzip ? { "content-encoding": "gzip" } : {}),
    };
    if (request.headers["if-none-match"] === etag) return end(304, common);
    const body = asGzip ? await readCompressed(file, etag) : await readFile(file);
    end(200, { ...common, "content-length": body.length }, body);
  }

  await listen(server, port);
  return {
    url: `http://localhost:${server.address().port}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

function listen(server, port) {
  return new Promise((done, fail) => {
    const reasons = { EADDRINUSE: "is taken by another program", EACCES: "is reserved" };
    server.once("error", (error) => {
      const reason = reasons[error.code] ?? `cannot be used (${error.message})`;
      fail(new Stop(`Port ${port} ${reason}: set PORT to a free one.`));
    });
    server.listen(port, "127.0.0.1", done);
  });
}

/** The decoded path of a request, null where it is malformed. */
function pathOf(address) {
  try {
    const path = decodeURIComponent(new URL(address, "http://localhost").pathname);
    return path.includes("\0") ? null : path;
  } catch {
    return null;
  }
}

async function statOrNull(file) {
  return stat(file).catch(() => null);
}

// Compressed once a version: a measurement should see the network, not gzip.
function compressedReader() {
  const kept = new Map();
  return async (file, version) => {
    if (kept.get(file)?.version !== version) {
      kept.set(file, { version, body: await compress(await readFile(file), { level: 9 }) });
    }
    return kept.get(file).body;
  };
}
