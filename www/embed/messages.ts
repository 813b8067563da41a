// What the embedded page and the page around it say to each other. Neither is a
// secret, and neither side knows where the other one lives: both go to any origin.

/** The embedded page's height in CSS pixels. */
export interface HeightMessage {
  type: "district-charts:height";
  height: number;
}

/** The page around it came later than its frames, and asks for their heights. */
export interface AskMessage {
  type: "district-charts:ask";
}

export type Kind = (HeightMessage | AskMessage)["type"];

/** Whether a message is of a kind; frames of others send anything at all. */
export function isOfKind<T extends Kind>(data: unknown, kind: T): data is { type: T } {
  return typeof data === "object" && data !== null && "type" in data && data.type === kind;
}
