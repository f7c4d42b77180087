/**
 * A name is read whole, no `<` stands in an attribute, and a tag has an end: a file made to that purpose would else
 * have each piece of it read again and again.
 */
const TOKEN = /<(\/?)([A-Za-z][\w:.-]*)(?![\w:.-])((?:[^<>"']|"[^"<]*"|'[^'<]*'){0,20000}?)(\/?)>|([^<]+)/g;

/** Elements whose text is no text of the document: struck out, computed, or the same again for old readers. */
const SKIPPED = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:delText', 'w:fldData']);

/**
 * The tables of a Word file's `document.xml`: rows of cells with their text, paragraphs as lines. A table inside a
 * cell is text of the cell. Content controls, tracked changes and everything else is seen through. It scans and
 * builds no tree: damaged XML gives fewer tables, never an error.
 */
export function tablesOf(xml: string): string[][][] {
  const tables: string[][][] = [];
  let depth = 0;
  let skipped: string | null = null;
  let skippedDepth = 0;
  let inText = false;
  let cell: string | null = null;
  for (const [, closing, name, , empty, text] of xml.matchAll(TOKEN)) {
    if (skipped !== null) {
      if (name === skipped && !empty) skippedDepth += closing ? -1 : 1;
      if (skippedDepth === 0) skipped = null;
      continue;
    }
    if (text !== undefined) {
      if (inText && cell !== null) cell += decoded(text);
      continue;
    }
    if (SKIPPED.has(name!) && !closing && !empty) {
      skipped = name!;
      skippedDepth = 1;
    } else if (name === 'w:tbl') {
      if (!closing && !empty && ++depth === 1) tables.push([]);
      if (closing && depth > 0) depth -= 1;
    } else if (name === 'w:t') inText = !closing && !empty;
    else if (depth === 1 && name === 'w:tr' && !closing) tables.at(-1)!.push([]);
    else if (depth === 1 && name === 'w:tc') {
      if (!closing) cell = '';
      else if (cell !== null) {
        tables.at(-1)!.at(-1)?.push(tidy(cell));
        cell = null;
      }
    } else if (cell !== null && name === 'w:p' && (closing || empty)) cell += '\n';
    else if (cell !== null && (name === 'w:br' || name === 'w:cr') && !closing) cell += '\n';
    else if (cell !== null && name === 'w:tab' && !closing) cell += '\t';
  }
  return tables;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string) =>
  text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

const tidy = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
