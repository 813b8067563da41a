// `npm run fuzz [-- seconds]`: looks for documents, sizes and texts that break what holds
// for every chart (tests/common/invariants.rs); a minute for each target, or so long.
// What breaks something is left under target/fuzz/found/, and fails the run.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { basename, resolve } from "node:path";
import { filesUnder, readText, writeText } from "./files.mjs";
import { probe, root, run, Stop, step, whenRun } from "./steps.mjs";

const FOLDER = "target/fuzz";
const CORPUS = ["tests/charts", "tests/rejects"];
const TARGETS = ["json", "chart", "words"];
const SECONDS = 60;

// A document takes a few milliseconds; what takes seconds hangs a page.
const SLOWEST_SECONDS = 10;

/** The corpus of the tests as seeds, and its keys and words, as fuzzers put them together. */
function writeSeeds() {
  const seeds = resolve(root, `${FOLDER}/seeds`);
  rmSync(seeds, { recursive: true, force: true });
  mkdirSync(seeds, { recursive: true });
  const documents = CORPUS.flatMap(filesUnder).filter((path) => path.endsWith(".json"));
  const words = new Set();
  for (const path of documents) {
    cpSync(resolve(root, path), `${seeds}/${basename(path)}`);
    for (const [word] of readText(path).matchAll(/"[\w-]{1,40}"/g)) words.add(word);
  }
  const entries = [...words].sort().map((word) => `${JSON.stringify(word)}\n`);
  writeText(`${FOLDER}/json.dict`, entries.join(""));
  return `${documents.length} documents, ${words.size} words`;
}

/** What was run and reached, as the fuzzer says it at its end. */
async function fuzz(target, seconds) {
  const corpus = `${FOLDER}/corpus/${target}`;
  mkdirSync(resolve(root, corpus), { recursive: true });
  mkdirSync(resolve(root, `${FOLDER}/found`), { recursive: true });
  const seeds = target === "json" ? [`${FOLDER}/seeds`] : [];
  const dictionary = target === "json" ? [`-dict=${FOLDER}/json.dict`] : [];
  const output = await run("cargo", [
    ...["fuzz", "run", "--sanitizer=none", `--target-dir=${FOLDER}/build`, target],
    ...[corpus, ...seeds, "--", ...dictionary],
    `-max_total_time=${seconds}`,
    `-timeout=${SLOWEST_SECONDS}`,
    `-artifact_prefix=${FOLDER}/found/${target}-`,
    "-max_len=65536",
    "-print_final_stats=1",
  ]);
  const executed = output.match(/number_of_executed_units: (\d+)/)?.[1];
  const reached = [...output.matchAll(/cov: (\d+)/g)].at(-1)?.[1];
  return `${executed} executions, ${reached} edges reached`;
}

await whenRun(import.meta.url, async () => {
  // No sanitizer: this code has nothing unsafe, and so the stable compiler will do.
  if (!(await probe("cargo", ["fuzz", "--version"]))) {
    throw new Stop("cargo-fuzz was not found: run `cargo install --locked cargo-fuzz`.");
  }
  const seconds = Number(process.argv[2] ?? SECONDS);
  if (!(seconds > 0)) throw new Stop("Seconds for each target are a number above 0.");
  await step("seeds", writeSeeds);
  for (const target of TARGETS) await step(target, () => fuzz(target, seconds));
});
