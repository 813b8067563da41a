// The custom-elements manifest (schema 2.1.0): what editors and catalogues of
// components read of `<district-chart>`. Held by a test to the element itself.

const text = (type) => ({ text: type });

const attribute = (name, type, description, fieldName) => ({
  name,
  type: text(type),
  description,
  ...(fieldName ? { fieldName } : {}),
});

const field = (name, type, description, more) => ({
  kind: "field",
  name,
  type: text(type),
  description,
  ...more,
});

const method = (name, type, description, parameters = []) => ({
  kind: "method",
  name,
  description,
  parameters,
  return: { type: text(type) },
});

const event = (name, detail, description) => ({
  name,
  type: text(detail ? `CustomEvent<${detail}>` : "CustomEvent"),
  description: `${description} Bubbles and is composed.`,
});

const named = (descriptions) =>
  Object.entries(descriptions).map(([name, description]) => ({ name, description }));

const CHARTS = [
  "growth",
  "structure",
  "poverty",
  "living-standards",
  "ntm",
  "ntm-criteria",
  "targets",
];

const COLORS = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7, 8].map((slot) => [`--dc-color-${slot}`, `Colour ${slot} of the palette.`]),
);

const declaration = {
  kind: "class",
  name: "DistrictChartElement",
  tagName: "district-chart",
  customElement: true,
  description: "One chart of a document of published figures.",
  superclass: { name: "HTMLElement" },
  attributes: [
    attribute(
      "chart",
      CHARTS.map((name) => `"${name}"`).join(" | "),
      "Which chart; may be left out when the document feeds one.",
      "chart",
    ),
    attribute(
      "src",
      "string",
      "Address of the JSON; elements with the same address share one request.",
      "src",
    ),
    attribute(
      "lang",
      '"vi" | "en" | "km" | "km-u-nu-khmr"',
      "Language of words and numbers; its own or that of the nearest ancestor, by default Vietnamese.",
    ),
    attribute(
      "highlight",
      "string",
      "The id of a row, or the code of an area, to bring forward.",
      "highlight",
    ),
    attribute("toolbar", '"none"', "Leaves the tools under the chart out."),
    attribute("print", '"table"', "Prints the table under the chart."),
    attribute(
      "embed",
      "string",
      "Address of embed.html: the toolbar then offers the code that shows the chart elsewhere.",
    ),
    attribute("loading", '"eager" | "lazy"', "Lazy: drawn when it comes near the view."),
  ],
  members: [
    field("chart", "string | null", "Reflects the attribute.", { attribute: "chart" }),
    field("src", "string | null", "Reflects the attribute.", { attribute: "src" }),
    field("highlight", "string | null", "Reflects the attribute.", { attribute: "highlight" }),
    field("data", "Dataset | undefined", "The document itself; wins over src and inline JSON."),
    field(
      "messages",
      "Messages | undefined",
      "Words of the widget to replace, by language and key.",
    ),
    field(
      "updateComplete",
      "Promise<boolean>",
      "For what was last set: true when drawn, false when refused; never rejects.",
      { readonly: true },
    ),
    field("notices", "Issue[]", "What the editor should look at, although the document is drawn.", {
      readonly: true,
    }),
    method("toSVG", "Promise<string>", "The whole figure, title and source included."),
    method("toPNG", "Promise<Blob>", "The whole figure as a picture of pixels.", [
      { name: "options", type: text("PngOptions"), optional: true },
    ]),
    method("toCSV", "Promise<string>", "One row a figure, for machines."),
    method("summary", "Promise<string>", "The chart in sentences."),
  ],
  events: [
    event("dc-ready", "", "A document was accepted, for each document, chart and language."),
    event("dc-error", "DistrictChartError", "The document was refused, or the module cannot run."),
    event("dc-select", "Selection", "A reader chose a figure."),
  ],
  slots: [
    {
      name: "",
      description:
        'What is shown until the chart is drawn, and stays where it cannot be; a <script type="application/json"> in it holds the document.',
    },
  ],
  cssParts: named({
    figure: "The whole figure.",
    title: "Its title.",
    chart: "The canvas.",
    summary: "The chart in sentences, for who cannot see it.",
    table: "The figures as a table.",
    toolbar: "The tools under the chart.",
    tooltip: "What is told of the figure under the pointer or the keys.",
    status: "The live region that says the same.",
    error: "The box of an error.",
  }),
  cssProperties: named({
    ...COLORS,
    "--dc-text": "Colour of text.",
    "--dc-muted": "Colour of what stands back.",
    "--dc-grid": "Colour of lines of the grid.",
    "--dc-surface": "Colour behind the chart.",
    "--dc-font-family": "Typeface.",
    "--dc-font-size": "Size of type; everything grows with it.",
  }),
};

const exported = (path, name) => ({
  kind: "js",
  name,
  declaration: { name, module: path },
});

export const manifest = {
  schemaVersion: "2.1.0",
  modules: [
    {
      kind: "javascript-module",
      path: "dist/element.js",
      declarations: [declaration],
      exports: [exported("dist/element.js", declaration.name)],
    },
    {
      kind: "javascript-module",
      path: "dist/district-charts.js",
      declarations: [],
      exports: [
        exported("dist/element.js", declaration.name),
        {
          kind: "custom-element-definition",
          name: declaration.tagName,
          declaration: { name: declaration.name, module: "dist/element.js" },
        },
      ],
    },
  ],
};
