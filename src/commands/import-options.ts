import type { Command } from 'commander';

interface ImportOption {
  flags: string;
  description: string;
  /** What the query of an import calls it (`ImportQuery`). */
  field: string;
  /** What was typed, as the query takes it; the same text by default. */
  read?: (typed: string[]) => unknown;
}

/** How a file is read, on the command line: the choices of the import's pages. What is not said is guessed. */
export const IMPORT_OPTIONS: readonly ImportOption[] = [
  { flags: '--title <text>', description: 'what the plan is called', field: 'title' },
  { flags: '--kind <kind>', description: 'what kind of plan it is', field: 'kind' },
  { flags: '--encoding <name>', description: 'the characters of a CSV file', field: 'encoding' },
  { flags: '--sheet <name>', description: 'the sheet with the items', field: 'sheet' },
  { flags: '--header-row <number>', description: 'the row with the headings', field: 'headerRow' },
  { flags: '--last-row <number>', description: 'the last row of the plan', field: 'lastRow' },
  { flags: '--hierarchy <kind>', description: 'where the levels come from', field: 'hierarchy' },
  {
    flags: '--levels <rows=level...>',
    description: 'what heading rows are: priority=1 objective=2 annex=out (a level, item, or out)',
    field: 'rowLevels',
    read: (typed) => pairsIn('--levels', typed),
  },
  {
    flags: '--map <column=field...>',
    description: 'what a column holds, by letter or heading: B=title Deadline=when Remarks=',
    field: 'columns',
    read: (typed) => pairsIn('--map', typed),
  },
  {
    flags: '--heading-objectives',
    description: 'headings that are objectives of the Compact map the rows under them',
    field: 'headingObjectives',
  },
  { flags: '--language <code>', description: 'the language of the texts', field: 'textLanguage' },
  { flags: '--day-order <order>', description: 'day-first or month-first: 12/03/2025', field: 'dayOrder' },
  { flags: '--unknown-owner <kind>', description: 'what a name is that is not known', field: 'unknownOwner' },
  {
    flags: '--correct <column:text=other...>',
    description: 'what cells are in truth, as they are asked about: code:10-Jul=10.7, "code:row 8=2.10"',
    field: 'corrections',
    read: correctionsIn,
  },
  { flags: '--every-row', description: 'take totals and notes, too', field: 'everyRow' },
  { flags: '--skip-problems', description: 'leave out what is not understood', field: 'skipProblems' },
];

export type TypedOptions = Readonly<Record<string, string | string[] | boolean | undefined>>;

export function addImportOptions(command: Command): Command {
  for (const { flags, description } of IMPORT_OPTIONS) command.option(flags, description);
  return command;
}

/** The query of an import, by what was typed; what was not typed is not in it. */
export function queryOf(typed: TypedOptions): Record<string, unknown> {
  return Object.fromEntries(
    IMPORT_OPTIONS.flatMap(({ flags, field, read }) => {
      const value = typed[nameOf(flags)];
      if (value === undefined) return [];
      return [[field, read ? read([value].flat().map(String)) : String(value)]];
    }),
  );
}

/** `Deadline=when`: what stands before the last sign, and what it is. */
function pairsIn(flag: string, typed: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    typed.map((one) => {
      const cut = one.lastIndexOf('=');
      if (cut < 1) throw new Error(`${flag}: ${one} is not like Deadline=when`);
      return [one.slice(0, cut).trim(), one.slice(cut + 1).trim()];
    }),
  );
}

/** `code:10-Jul=10.7`: the column's use, what stands there, and what it is in truth. */
function correctionsIn(typed: readonly string[]): unknown {
  const found: Record<string, Record<string, string>> = {};
  for (const one of typed) {
    const [, use, key, becomes] = /^([^:]+):(.+?)=(.*)$/s.exec(one) ?? [];
    if (use === undefined || key === undefined || becomes === undefined)
      throw new Error(`--correct: ${one} is not like code:10-Jul=10.7`);
    (found[use] ??= {})[key] = becomes;
  }
  return found;
}

/** The option that an error of a field is about, as it is typed. */
export const optionOf = (field: string): string | undefined =>
  IMPORT_OPTIONS.find((option) => option.field === field.split('.')[0])?.flags.split(' ')[0];

/** `--header-row <number>` is `headerRow` once it is read. */
const nameOf = (flags: string) =>
  flags
    .slice(2)
    .split(' ')[0]!
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
