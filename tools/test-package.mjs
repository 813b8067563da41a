// `npm run test:package`: the packed file in projects of others (see tests/package/).
import { build } from "./build.mjs";
import { installPackages, setUp } from "./setup.mjs";
import { run, step, whenRun } from "./steps.mjs";

await whenRun(import.meta.url, async () => {
  await setUp({ forTests: true });
  await step("npm packages of these tests", () => installPackages("tests/package"));
  await build();
  const args = ["--test", "--test-reporter=spec", "tests/package/run.mjs"];
  console.log(await run(process.execPath, args));
});
