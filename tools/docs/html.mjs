// Pieces of HTML that several rooms write.
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as it stands in HTML, between tags or in a quoted attribute. */
export function escaped(text) {
  return `${text}`.replace(/[&<>"]/g, (character) => ENTITIES[character]);
}

export function code(text) {
  return `<code>${escaped(text)}</code>`;
}

export function codeBlock(text, language) {
  return `<pre><code class="language-${language}">${escaped(text.trimEnd())}</code></pre>\n`;
}

/** Names with what they mean: `[id, HTML of the name, HTML of the meaning]` each. */
export function meanings(entries) {
  const entry = ([id, name, meaning]) =>
    `<div><dt${id ? ` id="${escaped(id)}"` : ""}>${name}</dt><dd>${meaning}</dd></div>`;
  return `<dl class="meanings">\n${entries.map(entry).join("\n")}\n</dl>\n`;
}
