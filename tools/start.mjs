// `npm start`: sets up, builds, serves the demo until it is stopped.
import { resolve } from "node:path";
import { build } from "./build.mjs";
import { serve } from "./serve.mjs";
import { setUp } from "./setup.mjs";
import { root, Stop, whenRun } from "./steps.mjs";

await whenRun(import.meta.url, async () => {
  const port = readPort(process.env.PORT ?? "8080");
  const start = () => serve({ root: resolve(root, "dist"), port, redirects: { "/": "/demo/" } });
  // A taken port is told before the minutes of a first build, not after.
  await (await start()).close();
  await setUp();
  await build();
  const { url } = await start();
  console.log(`\nThe demo is at ${url}/demo/ (Ctrl+C stops it).`);
});

function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Stop(`PORT must be a whole number from 0 to 65535, not "${text}".`);
}
