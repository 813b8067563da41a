// `npm start`: sets up, builds, serves the demo until it is stopped; builds again
// what changes and has the open pages follow.
import { resolve } from "node:path";
import { build, SOURCES } from "./build.mjs";
import { rebuildOnChange } from "./live.mjs";
import { serve } from "./serve.mjs";
import { setUp } from "./setup.mjs";
import { root, Stop, whenRun } from "./steps.mjs";

await whenRun(import.meta.url, async () => {
  const port = readPort(process.env.PORT ?? "8080");
  const site = { root: resolve(root, "dist"), port, redirects: { "/": "/demo/" } };
  // A taken port is told before the minutes of a first build, not after.
  await (await serve(site)).close();
  await setUp();
  await build();
  const live = rebuildOnChange({ folders: SOURCES, build: () => build({ forPublishing: false }) });
  const { url } = await serve({ ...site, live });
  console.log(`\nThe demo is at ${url}/demo/, the documentation at ${url}/docs/.`);
  console.log("Both follow each change (Ctrl+C stops it).");
});

function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Stop(`PORT must be a whole number from 0 to 65535, not "${text}".`);
}
