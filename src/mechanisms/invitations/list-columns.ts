import { columnNamed, languageNamed, roleNamed, stateIn } from './list-cells.js';
import type { ListColumn } from './list-words.data.js';

/** Which column of a table holds what. */
export interface ListColumns {
  hasHeading: boolean;
  unused: string[];
  /** What a row has in a column; '' when there is none. */
  of: (column: ListColumn, cells: readonly string[]) => string;
}

/** By their headings, else by what most of their cells are. */
export function columnsOf(rows: readonly (readonly string[])[]): ListColumns {
  const heading = rows[0]?.map(columnNamed) ?? [];
  const hasHeading = !!rows[0] && !rows[0].some((cell) => cell.includes('@')) && heading.some(Boolean);
  const body = hasHeading ? rows.slice(1) : rows;
  const columns = hasHeading ? heading : guessed(body);
  if (hasHeading) fillIn(columns, body);
  return {
    hasHeading,
    unused: hasHeading ? rows[0]!.filter((name, index) => name !== '' && !columns[index]) : [],
    of: (column, cells) => {
      const index = columns.indexOf(column);
      return index < 0 ? '' : (cells[index] ?? '');
    },
  };
}

/** A heading that is no word of ours (Post, Cargo) stands over what its cells are, where no other column is that. */
function fillIn(columns: (ListColumn | undefined)[], body: readonly (readonly string[])[]): void {
  for (const [index, known] of columns.entries()) {
    if (known) continue;
    const kind = kindOf(body.map((cells) => cells[index] ?? ''));
    if (kind && kind !== 'text' && !columns.includes(kind)) columns[index] = kind;
  }
}

function guessed(rows: readonly (readonly string[])[]): (ListColumn | undefined)[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, index) =>
    kindOf(rows.map((cells) => cells[index] ?? '')),
  );
  const texts = columns.flatMap((column, index) => (column === 'text' ? [index] : []));
  // Somebody called Jordan or Chad, alone in a list.
  if (texts.length === 0 && columns.filter((column) => column === 'state').length > 1)
    texts.push(columns.indexOf('state'));
  const seen = new Set<ListColumn>();
  return columns.map((column, index) => {
    const meant = index === texts[0] ? 'name' : index === texts[1] ? 'partner' : column;
    if (!meant || meant === 'text' || seen.has(meant)) return undefined;
    seen.add(meant);
    return meant;
  });
}

function kindOf(cells: readonly string[]): ListColumn | 'text' | undefined {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0) return undefined;
  const count = (is: (cell: string) => unknown) => filled.filter(is).length;
  if (count((cell) => cell.includes('@')) * 2 > filled.length) return 'email';
  const kinds = (
    [
      ['language', count(languageNamed)],
      ['role', count(roleNamed)],
      ['state', count(stateIn)],
    ] as const
  ).filter(([, number]) => number * 2 > filled.length);
  // What may be either (ES, FR) is a language.
  const [best] = [...kinds].sort(([, one], [, other]) => other - one);
  if (best) return best[0];
  // Telephone numbers are no names.
  return count((cell) => /\p{L}/u.test(cell)) * 2 > filled.length ? 'text' : undefined;
}
