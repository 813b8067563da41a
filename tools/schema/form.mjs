// How the entries of the schema are written, and the limits of the format.

export const MAX_NUMBER = 1e15;
export const MAX_PERIODS = 2_000;
export const MAX_SERIES = 5_000;
export const MAX_AREAS = 20_000;
export const MAX_CRITERIA = 200;
export const MAX_CHARACTERS = 2_000;

/** An entry that refers to another, with its own words where they say more. */
export const ref = (name, en, vi, more) => ({ ...said(en, vi), $ref: `#/$defs/${name}`, ...more });
export const said = (en, vi) => (en ? { description: en, "x-vi": vi } : {});

/** A map of just these keys, and those that belong to the document's author. */
export const object = (required, properties, more) => ({
  type: "object",
  properties,
  patternProperties: { "^(\\$|x-)": true },
  additionalProperties: false,
  required,
  ...more,
});

export const when = (test, then, otherwise) => ({ if: test, then, else: otherwise });

export const list = (items, maxItems, more) => ({
  type: "array",
  minItems: 1,
  maxItems,
  items,
  ...more,
});

/** One for all periods, or one for each. */
export const oneOrEach = (name) => ({ anyOf: [ref(name), list(ref(name), MAX_PERIODS)] });

export const annotation = { note: ref("note"), source: ref("sourceId") };
export const heading = { title: ref("title"), ...annotation };

export const overTime = {
  ...heading,
  measure: ref("measure"),
  unit: ref("unit"),
  periods: ref("periods"),
};

/** A row whose id brings a name, or else needs one. */
export const namedRow = (builtIn, required, properties) => ({
  ...object(["id", ...required], {
    id: {
      ...said(
        `Built in, with a name: ${builtIn.join(", ")}. Any other id needs a “name”.`,
        `Mã có sẵn tên: ${builtIn.join(", ")}. Mã khác phải có “name”.`,
      ),
      $ref: "#/$defs/id",
      examples: builtIn,
    },
    name: ref("rowName"),
    ...properties,
    ...annotation,
  }),
  ...when({ properties: { id: { enum: builtIn } } }, true, { required: ["name"] }),
});

/** A row whose key is its id. */
export const keyedRow = () =>
  object(["values"], {
    name: ref("rowName"),
    values: ref("values"),
    ...annotation,
  });

export const SECTORS = ["I", "II", "III", "taxes", "total"];
