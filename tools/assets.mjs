// What a server needs beside the files themselves: each script under a name that carries
// its hash, everything compressed once, and a list of sizes and hashes.
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { filesUnder, placeHashed, readText, writeText } from "./files.mjs";
import { SETTINGS } from "./hosting.mjs";
import { root } from "./steps.mjs";

const COMPRESSIBLE = /\.(?:css|html|js|json|svg|txt|wasm)$/;
/** What pages name in their own lines; the rest is found by these. */
const ENTRIES = ["district-charts", "element", "core", "jsonstat", "embed-host"];

/** The value of an `integrity` attribute. */
export function integrityOf(bytes, algorithm = "sha384") {
  return `${algorithm}-${createHash(algorithm).update(bytes).digest("base64")}`;
}

export function makeAssets() {
  for (const old of filesUnder("dist").filter((path) => /\.(?:br|gz)$/.test(path))) {
    rmSync(resolve(root, old));
  }
  const copies = new Map(
    ENTRIES.map((name) => {
      const bytes = readFileSync(resolve(root, `dist/${name}.js`));
      return [`${name}.js`, placeHashed(name, "js", bytes).replace("dist/", "")];
    }),
  );
  for (const [name, text] of Object.entries(SETTINGS)) writeText(`dist/hosting/${name}`, text);

  const files = {};
  for (const path of served()) {
    const bytes = readFileSync(resolve(root, `dist/${path}`));
    const gzip = gzipSync(bytes, { level: 9 });
    const brotli = brotliCompressSync(bytes);
    writeFileSync(resolve(root, `dist/${path}.gz`), gzip);
    writeFileSync(resolve(root, `dist/${path}.br`), brotli);
    files[path] = {
      ...(copies.has(path) ? { hashed: copies.get(path) } : {}),
      bytes: bytes.length,
      gzip: gzip.length,
      brotli: brotli.length,
      integrity: integrityOf(bytes),
    };
  }
  const { version } = JSON.parse(readText("package.json"));
  writeText("dist/assets.json", `${JSON.stringify({ version, files }, null, 2)}\n`);
}

/** The paths in dist/ of what pages fetch, not of what only tools read. */
function served() {
  return filesUnder("dist")
    .map((path) => path.replace("dist/", ""))
    .filter((path) => COMPRESSIBLE.test(path))
    .filter(
      (path) =>
        !/^(?:demo|docs|hosting)\/|^(?:command\.js|assets\.json|custom-elements\.json)$/.test(path),
    );
}
