/** A part of a text as a person wrote it: a paragraph, or a table that was pasted from Excel or Word. */
export type Block = { text: string } | { rows: string[][] };

/** A cell of several lines, or with quotes, as Excel copies it: beside a tab, and at the end of a cell. */
const QUOTED = /(?<=\t)"((?:[^"]|"")*)"(?=\t|\n|$)|(?<=^|\n)"((?:[^"]|"")*)"(?=\t)/g;

/**
 * Blank lines part paragraphs. Lines that follow one another with tabs in them are a table: that is how a spreadsheet and a
 * table of Word arrive in a field of a form. All rows are answered with as many cells.
 */
export function blocksOf(text: string): Block[] {
  const flat = text.replace(QUOTED, (_, a?: string, b?: string) =>
    (a ?? b ?? '').replaceAll('""', '"').replace(/\s*\n\s*/g, ' '),
  );
  const blocks: Block[] = [];
  for (const paragraph of flat.split(/\n{2,}/)) {
    let lines: string[] = [];
    const end = () => {
      if (lines.length > 0) blocks.push({ text: lines.join('\n') });
      lines = [];
    };
    for (const run of runsOf(paragraph.split('\n'))) {
      if (!isTable(run)) lines.push(...run);
      else {
        end();
        blocks.push({ rows: squared(run.map((line) => line.split('\t').map((cell) => cell.trim()))) });
      }
    }
    end();
  }
  return blocks;
}

const hasTab = (line: string) => line.includes('\t');
/** One line with a tab is a line. */
const isTable = (run: readonly string[]) => run.length > 1 && hasTab(run[0]!);

function runsOf(lines: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && hasTab(last[0]!) === hasTab(line)) last.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** What is empty at the ends of a text goes when it is saved: the corner of a table, or its last cell. */
function squared(rows: string[][]): string[][] {
  const width = Math.max(...rows.map((row) => row.length));
  const [first, ...others] = rows;
  const lacksCorner = first!.length === width - 1 && others.every((row) => row.length >= width - 1);
  const padded = lacksCorner && others[0]!.length === width ? [['', ...first!], ...others] : rows;
  return padded.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}
