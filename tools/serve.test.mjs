import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { serve } from "./serve.mjs";
import { Stop } from "./steps.mjs";

let folder;
let server;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "serve-"));
  await writeFile(join(folder, "secret.txt"), "outside");
  await mkdir(join(folder, "site", "demo"), { recursive: true });
  await writeFile(join(folder, "site", "demo", "index.html"), "<p>Trà Cú</p>");
  await writeFile(join(folder, "site", "a.wasm"), "wasm");
  server = await serve({
    root: join(folder, "site"),
    headers: { "x-own": "yes" },
    redirects: { "/": "/demo/" },
  });
});

after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

// Not fetch(): it tidies the path and unpacks the body by itself.
function get(path, sent = {}) {
  return new Promise((done, fail) => {
    const { hostname, port } = new URL(server.url);
    request({ hostname, port, path, headers: sent }, async (response) => {
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      const { statusCode: status, headers } = response;
      done({ status, headers, body: Buffer.concat(chunks) });
    })
      .on("error", fail)
      .end();
  });
}

test("serves files with their type and the headers asked for", async () => {
  const { status, headers, body } = await get("/a.wasm");
  assert.equal(status, 200);
  assert.equal(headers["content-type"], "application/wasm");
  assert.equal(headers["x-own"], "yes");
  assert.equal(`${body}`, "wasm");
});

test("compresses where the client takes it", async () => {
  const { headers, body } = await get("/demo/", { "accept-encoding": "br, gzip" });
  assert.equal(headers["content-encoding"], "gzip");
  assert.equal(`${gunzipSync(body)}`, "<p>Trà Cú</p>");
});

test("does not send again what the client has", async () => {
  const { headers } = await get("/a.wasm");
  const { status, body } = await get("/a.wasm", { "if-none-match": headers.etag });
  assert.equal(status, 304);
  assert.equal(body.length, 0);
});

test("redirects as told, and from a folder to its page", async () => {
  assert.equal((await get("/")).headers.location, "/demo/");
  assert.equal((await get("/demo")).headers.location, "/demo/");
});

test("serves nothing from outside its folder", async () => {
  for (const path of ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt"]) {
    assert.equal((await get(path)).status, 404, path);
  }
  assert.equal((await get("/%zz")).status, 400);
});

test("says in one sentence that a port is taken", async () => {
  const { port } = new URL(server.url);
  await assert.rejects(serve({ root: folder, port: Number(port) }), (error) => {
    assert.ok(error instanceof Stop);
    assert.match(error.message, /^Port \d+ is taken by another program: set PORT to a free one\.$/);
    return true;
  });
});
