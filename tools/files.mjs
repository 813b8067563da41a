// Files by content: lists, hashes, and the notes of what was made from what.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import { root } from "./steps.mjs";

const NOTES = "target/build-notes.json";

/**
 * Every file of ours under a folder, or the file itself, as paths from the root; none
 * where it is absent.
 */
export function filesUnder(path) {
  const full = resolve(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .filter((name) => name !== "node_modules")
    .sort()
    .flatMap((name) => filesUnder(posix.join(path, name)));
}

/** One hash over the names and contents of all files under the paths. */
export function hashFiles(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesUnder)) {
    const content = readFileSync(resolve(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/**
 * Runs `make` unless an earlier run had the same inputs and what it made is still there.
 * `make` returns the paths it wrote. Resolves to the note that a step prints.
 */
export async function makeWhenChanged(name, inputs, make) {
  const hash = hashFiles(inputs);
  const note = readNotes()[name];
  if (note?.hash === hash && note.made.every((path) => existsSync(resolve(root, path)))) {
    return "unchanged";
  }
  const made = await make();
  writeText(NOTES, JSON.stringify({ ...readNotes(), [name]: { hash, made } }, null, 2));
}

function readNotes() {
  try {
    return JSON.parse(readText(NOTES));
  } catch {
    // No notes, or half written ones: everything is made again.
    return {};
  }
}

export function readText(path) {
  return readFileSync(resolve(root, path), "utf8");
}

export function writeText(path, text) {
  const full = resolve(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
}

/**
 * Writes a file of dist/ whose name changes with the content, so that a server may let it
 * be cached for ever. Returns its path.
 */
export function placeHashed(name, extension, content) {
  const dist = resolve(root, "dist");
  mkdirSync(dist, { recursive: true });
  const isOld = (file) =>
    file.startsWith(`${name}.`) &&
    file.endsWith(`.${extension}`) &&
    /^\.[0-9a-f]{8}\./.test(file.slice(name.length));
  for (const old of readdirSync(dist).filter(isOld)) rmSync(join(dist, old));
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
  const path = `dist/${name}.${hash}.${extension}`;
  writeFileSync(resolve(root, path), content);
  return path;
}
