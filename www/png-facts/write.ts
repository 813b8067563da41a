// Where a picture's figures come from, in the PNG itself. Fetched only when somebody
// takes one.
//
//   SVG: <title>, <desc>, <metadata> ─▶ facts ─▶ iTXt chunks behind the PNG's header

/** A signature of 8 bytes, and the header: a chunk of 13 bytes in 12 of its frame. */
const HEADER_END = 33;

/** The PNG with what the SVG of the same chart says of itself. */
export async function withFacts(png: Blob, svg: string): Promise<Blob> {
  const [language = ""] = textsIn(svg, "dc:language");
  const chunks = factsOf(svg).map(([keyword, text]) => chunkOf(keyword, language, text));
  return new Blob([png.slice(0, HEADER_END), ...chunks, png.slice(HEADER_END)], { type: png.type });
}

/** By the keywords that the PNG specification registers. */
function factsOf(svg: string): [keyword: string, text: string][] {
  const sources = contentsIn(svg, "dc:source");
  const chart = contentsIn(svg, "metadata").join().split("<dc:source")[0] ?? "";
  const [title, ...coverage] = [...textsIn(chart, "dc:title"), ...textsIn(chart, "dc:coverage")];
  const rights = new Set(sources.flatMap((source) => textsIn(source, "dc:rights")));
  const facts: [string, string][] = [
    ["Title", `${title} – ${coverage.join(", ")}`],
    ["Description", textsIn(svg, "desc").join()],
    ["Source", sources.map((source) => textsIn(source, "dc:\\w+").join(", ")).join("; ")],
    ["Copyright", [...rights].join("; ")],
    ["Software", "district-charts"],
  ];
  return facts.filter(([, text]) => text);
}

/** The SVG is our own and of one form; a parser of XML may be against the page's policy. */
function contentsIn(xml: string, name: string): string[] {
  const elements = xml.matchAll(new RegExp(`<(${name})(?: [^>]*)?>(.*?)</\\1>`, "gs"));
  return [...elements].map(([, , content = ""]) => content);
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function textsIn(xml: string, name: string): string[] {
  return contentsIn(xml, name).map((content) =>
    content.replace(/&(\w+);/g, (whole, entity) => ENTITIES[entity] ?? whole),
  );
}

/** International text, not compressed. */
function chunkOf(keyword: string, language: string, text: string): Uint8Array<ArrayBuffer> {
  const body = new TextEncoder().encode(`iTXt${keyword}\0\0\0${language}\0\0${text}`);
  const chunk = new Uint8Array(body.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length - 4);
  chunk.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  return chunk;
}

/** As PNG wants it; bit by bit, because there is little to sum up. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
