// `npm run supply`: what is built and tested comes from where it should, unaltered and
// under licences that may be. What cannot be asked here is said to be skipped.
import { dirname, resolve } from "node:path";
import { filesUnder, readText } from "./files.mjs";
import { npm } from "./setup.mjs";
import { probe, root, run, Stop, step, whenRun } from "./steps.mjs";

const LOCKS = ["package-lock.json", "bench/package-lock.json", "tests/package/package-lock.json"];

/** Every package by its hash, whoever serves it; none that was linked from elsewhere. */
function checkLocks() {
  let count = 0;
  const wrong = [];
  for (const lock of LOCKS.flatMap(filesUnder)) {
    const { packages } = JSON.parse(readText(lock));
    for (const [path, entry] of Object.entries(packages)) {
      // The project itself, what another package carries, and a neighbour in this repository.
      if (path === "" || entry.inBundle || entry.link || !path.includes("node_modules/")) continue;
      count += 1;
      if (!entry.integrity?.startsWith("sha512-")) wrong.push(`${path} has no SHA-512`);
      if (entry.resolved) wrong.push(`${path} names an address`);
    }
  }
  if (wrong.length > 0) throw new Stop(`${wrong.join("; ")}.`);
  return `${count} packages by SHA-512, none by address`;
}

/** As with crates: advisories fail, a registry that cannot be asked does not. */
async function checkAudits() {
  const found = [];
  let unanswered = null;
  for (const folder of LOCKS.map(dirname)) {
    const { vulnerabilities, message, error } = await auditOf(folder);
    if (!vulnerabilities) unanswered = message ?? error.summary;
    for (const { name, severity } of Object.values(vulnerabilities ?? {})) {
      found.push(`${name} (${severity}) in ${folder}`);
    }
  }
  if (found.length > 0) throw new Stop(`Advisories, see npm audit: ${found.join("; ")}.`);
  return unanswered ? `skipped, the registry answers no audit (${unanswered})` : "none";
}

/** What `npm audit` says as JSON: it fails both where it found something and where it could not. */
async function auditOf(folder) {
  const args = ["audit", "--json", "--package-lock-only", "--loglevel=silent"];
  try {
    return JSON.parse(await npm(args, { cwd: resolve(root, folder) }));
  } catch (error) {
    return JSON.parse(error.output);
  }
}

async function checkCrates() {
  if (!(await probe("cargo", ["deny", "--version"]))) {
    return "skipped, cargo-deny was not found: run `cargo install --locked cargo-deny`";
  }
  const output = await run("cargo", ["deny", "--locked", "check", "licenses", "bans", "sources"]);
  return output.trim().split("\n").at(-1);
}

/** Only a fault that was found fails; a database out of reach finds none, and says so. */
async function checkAdvisories() {
  if (!(await probe("cargo", ["deny", "--version"]))) return "skipped, cargo-deny was not found";
  try {
    const output = await run("cargo", ["deny", "--locked", "check", "advisories"]);
    return output.trim().split("\n").at(-1);
  } catch (error) {
    if (!error.output?.includes("failed to fetch advisory database")) throw error;
    return "skipped, the database of RustSec is out of reach";
  }
}

await whenRun(import.meta.url, async () => {
  await step("hashes of npm packages", checkLocks);
  await step("advisories on npm packages", checkAudits);
  await step("licences and sources of crates", checkCrates);
  await step("advisories on crates", checkAdvisories);
});
