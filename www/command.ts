// `npx district-charts`: a chart of a document from the command line, without a browser.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import {
  Chart,
  type ChartKind,
  type Dataset,
  type HtmlOptions,
  load,
  renderHTML,
  renderSVG,
} from "./core.js";
import { Trouble } from "./error.js";
import { parseJson } from "./json-source.js";

const USAGE = `npx district-charts data.json --chart poverty > poverty.svg

  --chart   growth structure poverty living-standards ntm ntm-criteria targets;
            may be left out where the document feeds one chart
  --lang    vi (default), en, km
  --as      svg (default); html: the drawing and its table, for a page without scripts; csv
  --image   with html: address of a picture, in place of the drawing itself
  --width   in CSS pixels
`;

type Options = HtmlOptions & { chart?: ChartKind };

const FORMS: Record<string, (dataset: Dataset, options: Options) => string> = {
  svg: renderSVG,
  html: renderHTML,
  csv: (dataset, options) => new Chart(dataset, options).csv(),
};

const text = { type: "string" } as const;

async function main(): Promise<string> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { chart: text, lang: text, as: text, image: text, width: text },
  });
  const { as = "svg", width, chart, ...options } = values;
  const [file, ...others] = positionals;
  const render = FORMS[as];
  if (!file || others.length > 0 || !render) throw new Error(USAGE);
  await load();
  return render(documentOf(file, options.lang), {
    ...options,
    chart: chart as ChartKind | undefined,
    width: width === undefined ? undefined : Number(width),
  });
}

function documentOf(file: string, lang: string | undefined): Dataset {
  const json = readFileSync(file, "utf8");
  try {
    return parseJson(json, file) as Dataset;
  } catch (error) {
    throw error instanceof Trouble ? error.inWords(lang) : error;
  }
}

try {
  process.stdout.write(await main());
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
