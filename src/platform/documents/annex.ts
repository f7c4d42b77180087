import type { Block, Board, Column, Document, PlainRun, Run, Table } from './document.js';
import { workbook, type WorkbookSheet } from './workbook.js';

/** Excel refuses longer names of sheets. */
const MOST = 31;

/**
 * The figures of a document as sheets: one about the document itself, then every table in its order, those of charts and
 * boards too. It holds nothing that the document does not say.
 */
export function annexOf(document: Document): WorkbookSheet[] {
  const taken = new Set<string>();
  const named = (name: string): string => {
    // What a sheet's name may not hold is a blank in it, which makes different names the same.
    const stem = name.replace(/[[\]:*?/\\']/g, ' ').trim() || '-';
    for (let number = 1; ; number++) {
      const end = number === 1 ? '' : ` (${number})`;
      const full = `${stem.slice(0, MOST - end.length).trimEnd()}${end}`;
      if (taken.has(full.toLowerCase())) continue;
      taken.add(full.toLowerCase());
      return full;
    }
  };
  const { title, subtitle, facts } = document;
  const about = {
    name: named(title),
    columns: [
      { label: title, width: 40 },
      { label: subtitle ?? '', width: 60 },
    ],
  };
  return [
    { ...about, rows: facts.map(({ label, value }) => [label, value]) },
    ...tablesOf(document.blocks).map(({ name, table }) => ({ ...sheetOf(table), name: named(name) })),
  ];
}

/** The same as an Excel file. */
export const toXlsx = (document: Document): Promise<Buffer> =>
  workbook(annexOf(document), { rightToLeft: document.direction === 'rtl' });

/** Each by its caption, or by the heading that it stands under. */
function tablesOf(blocks: readonly Block[]): { name: string; table: Table }[] {
  let heading = '';
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'heading':
        heading = block.text;
        return [];
      case 'table':
        return [{ name: block.caption ?? heading, table: block }];
      case 'figure':
        return block.table
          ? [{ name: block.caption ?? block.table.caption ?? heading, table: block.table }]
          : [];
      case 'board':
        return [{ name: block.caption ?? heading, table: tableOf(block) }];
      default:
        return [];
    }
  });
}

function sheetOf({ columns, rows }: Table): Omit<WorkbookSheet, 'name'> {
  return {
    columns: columns.map(({ label, width = 1 }) => ({ label, width: Math.round(14 + 8 * width) })),
    rows: rows.map((row) => row.map((cell, index) => valueOf(cell, columns[index]))),
  };
}

/** The tiles as rows. */
function tableOf({ groups }: Board): Table {
  const labels = [
    ...new Set(
      groups.flatMap(({ tiles }) => tiles.flatMap(({ figures }) => figures.map(({ label }) => label))),
    ),
  ];
  const text = (value: string): Run[] => [{ text: value }];
  return {
    type: 'table',
    columns: [
      { label: '', width: 2 },
      { label: '' },
      { label: '', width: 3 },
      ...labels.map((label): Column => ({ label, align: 'end' })),
    ],
    rows: groups.flatMap(({ title, tiles }) =>
      tiles.map(({ lead, label, figures }) => [
        text(title),
        text(lead),
        text(label),
        ...labels.map((one) => text(figures.find((figure) => figure.label === one)?.value ?? '')),
      ]),
    ),
  };
}

const WHOLE = /^-?\d{1,15}$/;

/** A number where the column holds figures and the cell is one, else what it says with its notes. */
function valueOf(runs: readonly Run[], column: Column | undefined): string | number {
  const said = runs.map((run) => run.text + noteOf(run)).join('');
  const plain = said.trim();
  return column?.align === 'end' && WHOLE.test(plain) ? Number(plain) : said;
}

function noteOf({ footnote }: Run): string {
  if (!footnote) return '';
  const text = typeof footnote === 'string' ? footnote : footnote.map((run: PlainRun) => run.text).join('');
  return ` [${text}]`;
}
