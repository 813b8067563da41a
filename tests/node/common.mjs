// Modules of www/ for tests without a browser.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A TypeScript module of www/ by its name. */
export async function source(name) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../www/${name}.ts`, import.meta.url))],
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
