export interface Paragraph {
  kind: 'paragraph';
  /** The number or bullet that Word shows before it. */
  marker: string;
  text: string;
  /** Footnotes and endnotes it refers to, each with the number that stands in the text. */
  notes: string[];
}
export interface Table {
  kind: 'table';
  rows: Block[][][];
}
export type Block = Paragraph | Table;

export interface Line {
  marker: string;
  text: string;
  notes: string[];
}

/**
 * Blocks as lines. A row of a table is one: between bars, as the markup of texts has it; with tabs between its cells where
 * it is the only one. A row of one cell is the lines of that cell.
 */
export function linesOf(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block): Line[] => {
    if (block.kind === 'table') {
      const isTable = block.rows.length > 1 && block.rows.every((cells) => cells.length > 1);
      return block.rows.flatMap((cells) => (isTable ? [barredLine(cells)] : rowLines(cells)));
    }
    const texts = block.text.split('\n');
    const marker = block.text.trim() ? block.marker : '';
    return texts.map((text, index) => ({
      // What follows in an item is indented: it belongs to it.
      marker: index === 0 ? marker : ' '.repeat(marker.length),
      text,
      notes: index === texts.length - 1 ? block.notes : [],
    }));
  });
}

function rowLines(cells: Block[][]): Line[] {
  if (cells.length === 1) return linesOf(cells[0]!);
  const text = cells.map((cell) => cellTexts(cell).join(' / ')).join('\t');
  return [{ marker: '', text, notes: notesIn(cells) }];
}

function barredLine(cells: Block[][]): Line {
  const texts = cells.map((cell) => cellTexts(cell).map(inCell).join('<br>'));
  return { marker: '', text: `| ${texts.join(' | ')} |`, notes: notesIn(cells) };
}

const inCell = (text: string) =>
  text.replaceAll('\t', ' ').replace(/\\*\|/g, (bar) => `${'\\'.repeat(2 * bar.length - 1)}|`);
const cellTexts = (cell: readonly Block[]) =>
  linesOf(cell)
    .filter(({ text }) => text.trim())
    .map(({ marker, text }) => marker + text.trim());
const notesIn = (cells: readonly Block[][]) =>
  cells.flatMap((cell) => linesOf(cell)).flatMap(({ notes }) => notes);

/** Lines as a text, with the notes they refer to at its end. */
export function textOfLines(lines: readonly Line[]): string {
  const text = lines.map((line) => (line.marker + line.text).trimEnd()).join('\n');
  return [text, ...new Set(lines.flatMap(({ notes }) => notes)).values()]
    .reduce((all, note, index) => `${all}${index === 1 ? '\n\n' : '\n'}${note}`)
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\s*\n|\s+$/g, '');
}
