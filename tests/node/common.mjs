// Modules of www/ for tests without a browser.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { messagesOf, sentencesOf } from "../../tools/build.mjs";
import { LANGUAGES } from "../../tools/words.mjs";

/** A TypeScript module of www/ by its name, with the messages of languages. */
export async function source(name, languages = LANGUAGES) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../www/${name}.ts`, import.meta.url))],
    bundle: true,
    define: {
      __GUIDE__: sentencesOf("guide"),
      __FIND__: sentencesOf("find"),
      __MESSAGES__: messagesOf(languages),
    },
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
