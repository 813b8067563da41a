// Gets a machine with Node, and rustup or Debian's packages, ready for work without a
// network: `node tools/setup.mjs [--tests]`. Node's own modules only. Each step is
// skipped when it is done.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { findBrowser } from "./browser.mjs";
import { cargo, cargoWithLibrary, hasWasmLibrary, librarySources, WASM_TARGET } from "./cargo.mjs";
import { hashFiles, readText, writeText } from "./files.mjs";
import { findFirefox } from "./firefox.mjs";
import { hasLibrsvg } from "./librsvg.mjs";
import { hasPdfReader } from "./pdf.mjs";
import { findSpreadsheet } from "./spreadsheet.mjs";
import { probe, root, run, Stop, step, whenRun } from "./steps.mjs";
import { findWebKit } from "./webkit.mjs";

// A compiler that is new enough, with the sources of its own library and a linker for them.
const RUST_OF_DEBIAN = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

const GENERATOR_FOLDER = "target/bindgen";

export async function setUp({ forTests = false, forSmallest = false } = {}) {
  await step("Node", checkNode);
  await step("Rust", checkRust);
  await step(`Rust target ${WASM_TARGET}`, addWasmTarget);
  if (forSmallest) await step("sources of Rust's own library", addLibrarySources);
  await step("crates", () => fetchCrates(forSmallest));
  await step("npm packages", () => installPackages("."));
  await step("bindings generator", buildGenerator);
  if (!forTests) return;
  await step("Rust formatter and linter", addRustTools);
  await step("browser", ensureBrowser);
}

function checkNode() {
  const found = process.versions.node;
  const needed = readPackage().engines.node.replace(">=", "");
  if (isOlder(found, needed)) {
    throw new Stop(
      `Node ${needed} or newer is needed, this is ${found}: install it and run again.`,
    );
  }
  return found;
}

async function checkRust() {
  const why = (await rustVersion()) ? null : await installByApt(...RUST_OF_DEBIAN);
  const found = await rustVersion();
  if (!found) {
    const reason = why ? `, and ${why}` : "";
    throw new Stop(
      `Rust was not found${reason}: install rustup, which brings cargo, and run again.`,
    );
  }
  const needed = readText("Cargo.toml").match(/^rust-version = "(.+)"$/m)[1];
  if (isOlder(found, needed)) {
    throw new Stop(`Rust ${needed} or newer is needed, this is ${found}: run "rustup update".`);
  }
  if (process.platform !== "win32" && !(await probe("cc", ["--version"]))) {
    throw new Stop("Rust needs a C linker: install gcc or clang, so that there is a cc command.");
  }
  return found;
}

/** Null where the compiler or cargo is absent. */
async function rustVersion() {
  const version = await probe("rustc", ["--version"]);
  const isWhole = version && (await probe("cargo", ["--version"]));
  return isWhole ? version.match(/\d+\.\d+\.\d+/)[0] : null;
}

/** Where rustup cannot give the target, Debian's Rust compiles its library along. */
async function addWasmTarget() {
  if (await hasWasmLibrary()) return "there";
  const whyNot = await addByRustup(["target", "add", WASM_TARGET]);
  if (!whyNot) return "added by rustup";
  const isThere = await probe("dpkg", ["--status", ...RUST_OF_DEBIAN]);
  const why = isThere ? null : await installByApt(...RUST_OF_DEBIAN);
  if (why) {
    throw new Stop(
      `Rust lacks the target ${WASM_TARGET}: ${whyNot}, and ${why}; install rustup, or Debian's ${RUST_OF_DEBIAN.join(" ")}.`,
    );
  }
  return `${whyNot}, so Debian's Rust compiles its own library along`;
}

async function addLibrarySources() {
  if (existsSync(join(await librarySources(), "library"))) return "there";
  const whyNot = await addByRustup(["component", "add", "rust-src"]);
  if (whyNot) throw new Stop(`Rust lacks the sources of its own library: ${whyNot}.`);
}

async function fetchCrates(forSmallest) {
  await cargo("fetch");
  const compilesLibrary = forSmallest || !(await hasWasmLibrary());
  if (compilesLibrary) await cargoWithLibrary("fetch", `--target=${WASM_TARGET}`);
}

async function addRustTools() {
  const missing = [];
  for (const [command, component] of [
    ["fmt", "rustfmt"],
    ["clippy", "clippy"],
  ]) {
    if (!(await probe("cargo", [command, "--version"]))) missing.push(component);
  }
  if (missing.length === 0) return "there";
  const whyNot = await addByRustup(["component", "add", ...missing]);
  if (whyNot) {
    throw new Stop(
      `Rust lacks ${missing.join(" and ")}: ${whyNot}; tests need rustup, a build does not.`,
    );
  }
}

/** Why rustup could not add it, null where it did. */
async function addByRustup(args) {
  if (!(await probe("rustup", ["--version"]))) return "there is no rustup to add it";
  try {
    await run("rustup", args);
    return null;
  } catch (error) {
    return `rustup could not add it (${lastError(error.output)})`;
  }
}

/** What a folder's package-lock.json says, unless it was installed from just that. */
export async function installPackages(folder) {
  const stamp = `${folder}/node_modules/.installed-from`;
  const wanted = hashFiles([`${folder}/package-lock.json`]);
  if (existsSync(resolve(root, stamp)) && readText(stamp) === wanted) return "up to date";
  // No package here needs its install script, and none may run one.
  await npm(["ci", "--ignore-scripts"], { cwd: resolve(root, folder) });
  writeText(stamp, wanted);
}

/** npm as the one that runs this script, or else the one on the path. */
export async function npm(args, options) {
  const own = process.env.npm_execpath;
  if (own) return run(process.execPath, [own, ...args], options);
  return run("npm", args, { ...options, shell: process.platform === "win32" });
}

// In a folder of its own, so that it waits for no other build.
async function buildGenerator() {
  await cargo("build", "--package=district-charts-bindgen", `--target-dir=${GENERATOR_FOLDER}`);
}

export function generatorPath() {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return resolve(root, GENERATOR_FOLDER, "debug", `district-charts-bindgen${suffix}`);
}

async function ensureBrowser() {
  if (!findBrowser()) await installBrowser();
  return findBrowser();
}

async function installBrowser() {
  const advice = "install Chromium or Chrome, or set CHROME_PATH to one";
  const why = await installByApt("chromium");
  if (why) throw new Stop(`No browser was found for the tests, and ${why}: ${advice}.`);
}

/** The engines beside that of all tests. */
const ENGINES = {
  firefox: {
    name: "Firefox",
    find: findFirefox,
    packages: ["firefox-esr"],
    advice: "install it, or set FIREFOX_PATH",
  },
  webkit: {
    name: "WebKit's driver or its display",
    find: () => findWebKit()?.driver,
    packages: ["webkit2gtk-driver", "xvfb"],
    advice: "install webkit2gtk-driver and xvfb, or set WEBKIT_DRIVER_PATH",
  },
};

export async function ensureEngines(engines) {
  const wanted = engines.flatMap((engine) => ENGINES[engine] ?? []);
  for (const { name, find, packages, advice } of wanted) {
    const why = find() ? null : await installByApt(...packages);
    if (find()) continue;
    const reason = why ?? `${packages.join(" and ")} did not bring it`;
    throw new Stop(`${name} was not found, and ${reason}: ${advice}.`);
  }
  return wanted.map(({ find }) => find()).join(", ");
}

/** LibreOffice for the tests of tables; large, and what needs it says so where it is absent. */
export async function ensureSpreadsheet() {
  const found = findSpreadsheet();
  if (found) return found;
  const why = await installByApt("libreoffice-calc-nogui");
  return why ? `not there, and ${why}: its tests are left out` : findSpreadsheet();
}

/** What the tests read printed pages with; they say so where it is absent. */
export async function ensurePdfReader() {
  if (hasPdfReader()) return "there";
  const why = await installByApt("poppler-utils");
  return why ? `not there, and ${why}: its tests are left out` : "there";
}

/** A second renderer of SVG; the tests say so where it is absent. */
export async function ensureLibrsvg() {
  if (hasLibrsvg()) return "there";
  const why = await installByApt("librsvg2-bin");
  return why ? `not there, and ${why}: its tests are left out` : "there";
}

/** Why Debian's packages could not be installed, null where they were. */
async function installByApt(...names) {
  const mayInstall = process.getuid?.() === 0 && (await probe("apt-get", ["--version"]));
  if (!mayInstall) return "only root on Debian can have it installed";
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    await run("apt-get", ["update"], { env });
    await run("apt-get", ["install", "-y", "--no-install-recommends", ...names], { env });
    return null;
  } catch (error) {
    return `apt-get could not install ${names.join(" and ")} (${lastError(error.output)})`;
  }
}

/** What a program said last of an error, before any trace of its calls. */
function lastError(text) {
  const lines = text.trim().split("\n");
  return lines.findLast((line) => /^(?:error|E):/.test(line)) ?? lines.at(-1);
}

function isOlder(found, needed) {
  const [a, b] = [found, needed].map((version) => version.split(".").map(Number));
  const at = b.findIndex((part, i) => part !== (a[i] ?? 0));
  return at >= 0 && (a[at] ?? 0) < b[at];
}

function readPackage() {
  return JSON.parse(readText("package.json"));
}

await whenRun(import.meta.url, () => setUp({ forTests: process.argv.includes("--tests") }));
