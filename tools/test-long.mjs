// `npm run test:long`: the tests of a page that is left open for days, at full length;
// prints what they measured.
import { spawnSync } from "node:child_process";
import { build } from "./build.mjs";
import { setUp } from "./setup.mjs";
import { root, whenRun } from "./steps.mjs";

await whenRun(import.meta.url, async () => {
  await setUp({ forTests: true });
  await build();
  const { status } = spawnSync(
    process.execPath,
    ["--test", "--test-reporter=spec", "tests/browser/long-life.test.mjs"],
    { cwd: root, stdio: "inherit", env: { ...process.env, LONG: "1" } },
  );
  process.exitCode = status ?? 1;
});
