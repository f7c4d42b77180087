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

/** Blocks as lines; a row of a table is one, its cells parted by tabs, unless it has but one cell. */
export function linesOf(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block): Line[] => {
    if (block.kind === 'table') return block.rows.flatMap(rowLines);
    const texts = block.text.split('\n');
    return texts.map((text, index) => ({
      marker: index === 0 && block.text.trim() ? block.marker : '',
      text,
      notes: index === texts.length - 1 ? block.notes : [],
    }));
  });
}

function rowLines(cells: Block[][]): Line[] {
  if (cells.length === 1) return linesOf(cells[0]!);
  const lines = cells.map((cell) => linesOf(cell).filter(({ text }) => text.trim()));
  const text = lines.map((cell) => cell.map((line) => line.marker + line.text.trim()).join(' / ')).join('\t');
  return [{ marker: '', text, notes: lines.flat().flatMap(({ notes }) => notes) }];
}

/** Lines as a text, with the notes they refer to at its end. */
export function textOfLines(lines: readonly Line[]): string {
  const text = lines.map((line) => (line.marker + line.text).trimEnd()).join('\n');
  return [text, ...new Set(lines.flatMap(({ notes }) => notes)).values()]
    .reduce((all, note, index) => `${all}${index === 1 ? '\n\n' : '\n'}${note}`)
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\s*\n|\s+$/g, '');
}
