// What the embedded page and the page around it say to each other. Neither is a
// secret, and neither side knows where the other one lives: both go to any origin.

/** The embedded page's height in CSS pixels. */
export interface HeightMessage {
  type: "district-charts:height";
  height: number;
}

/** The page around it: how it looks where the frame stands, and what it speaks. */
export interface PageMessage {
  type: "district-charts:page";
  theme: "light" | "dark";
  /** A BCP 47 tag; left out where the page names none. */
  lang?: string;
}

/** Either side may come later than the other, and asks it for its message. */
export interface AskMessage {
  type: "district-charts:ask";
}

export type Kind = (HeightMessage | PageMessage | AskMessage)["type"];

/** Whether a message is of a kind; frames of others send anything at all. */
export function isOfKind<T extends Kind>(
  data: unknown,
  kind: T,
): data is { type: T; [key: string]: unknown } {
  return typeof data === "object" && data !== null && "type" in data && data.type === kind;
}

/** What was wrong with a message of ours. */
type Refusal = "source" | "origin" | "height" | "page";

/** For whoever looks into why a frame stays as it is. */
export function refuse(reason: Refusal): void {
  dispatchEvent(new CustomEvent("dc-embed-refused", { detail: reason }));
}
