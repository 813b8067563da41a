// `npm run reproduce`: builds what is committed twice, each time from a clean clone, and
// holds every file of both dist/ to the same bytes. Minutes; nothing is kept.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cargoHome } from "./cargo.mjs";
import { filesUnder } from "./files.mjs";
import { run, Stop, step, whenRun } from "./steps.mjs";

/** What is a machine's own and must leave no trace: folders, the hour, the language. */
const MACHINES = [
  { folder: "a", TZ: "UTC", LC_ALL: "C.UTF-8" },
  { folder: "home/of-somebody-else/district-charts", TZ: "Asia/Ho_Chi_Minh", LC_ALL: "C" },
];

/** The dist/ of a build of its own; each has cargo's folder under another name. */
async function buildOn({ folder, ...locale }, above) {
  const clone = join(above, folder);
  await run("git", ["clone", "--quiet", ".", clone]);
  const crates = join(above, `cargo-of-${folder.replaceAll("/", "-")}`);
  mkdirSync(cargoHome, { recursive: true });
  symlinkSync(cargoHome, crates);
  const env = { ...process.env, ...locale, CARGO_HOME: crates };
  await run(process.execPath, ["tools/build.mjs", ...process.argv.slice(2)], { cwd: clone, env });
  return join(clone, "dist");
}

/** The hash of each file in a folder, by its path there. */
function hashesIn(folder) {
  const hashOf = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");
  return new Map(filesUnder(folder).map((path) => [path.slice(folder.length + 1), hashOf(path)]));
}

function compare([first, second]) {
  const paths = new Set([...first.keys(), ...second.keys()]);
  const different = [...paths].filter((path) => first.get(path) !== second.get(path));
  if (different.length > 0) {
    throw new Stop(`Not the same in both builds: ${different.sort().join(", ")}.`);
  }
  if (paths.size === 0) throw new Stop("Both builds made nothing.");
  return `${paths.size} files, each of the same bytes`;
}

await whenRun(import.meta.url, async () => {
  const above = mkdtempSync(join(tmpdir(), "reproduce-"));
  try {
    const built = [];
    for (const machine of MACHINES) {
      await step(`build in ${machine.folder}`, async () => {
        built.push(await buildOn(machine, above));
      });
    }
    await step("comparison", () => compare(built.map(hashesIn)));
  } finally {
    rmSync(above, { recursive: true, force: true });
  }
});
