// Prints the chart as an SVG, in the order: by default, from the module's own bytes.
import { readFileSync } from "node:fs";
import { load, renderSVG, validate } from "district-charts/core";
import { DistrictChartElement } from "district-charts/element";
import { fromStatistics, STATUS_CODES } from "district-charts/jsonstat";
import schema from "district-charts/schema.json" with { type: "json" };

const data = JSON.parse(readFileSync(new URL("../data.json", import.meta.url), "utf8"));
const [file] = process.argv.slice(2);
await load(file ? { wasm: readFileSync(file) } : {});
const exported = [DistrictChartElement, fromStatistics, STATUS_CODES, schema.$defs.figure];
if (exported.includes(undefined) || validate(data).length > 0) process.exitCode = 1;
process.stdout.write(renderSVG(data, { chart: "poverty", lang: "en" }));
