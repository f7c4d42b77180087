/** One measured value. `ratio` is it divided by the raw limit that `against` names, taken in the same run. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  ratio: number | null;
  against: string | null;
}

/** A raw limit: what the same work takes without the product. */
export const rawLimit = (name: string, value: number, unit: string): Figure => ({
  name,
  value: rounded(value),
  unit,
  ratio: null,
  against: null,
});

/** A value of the product beside its raw limit. */
export const besideLimit = (name: string, value: number, limit: Figure): Figure => ({
  name,
  value: rounded(value),
  unit: limit.unit,
  ratio: rounded(value / limit.value),
  against: limit.name,
});

/** The value below which this share of the others lies. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

const COLUMNS = ['name', 'value', 'unit', 'ratio', 'against'] as const;

/** Figures as a table for people. */
export function asTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => COLUMNS.map((column) => String(figure[column] ?? '')));
  const widths = COLUMNS.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => row[index]!.length)),
  );
  const numeric = new Set<string>(['value', 'ratio']);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) =>
        numeric.has(COLUMNS[index]!) ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!),
      )
      .join('  ')
      .trimEnd();
  return [line(COLUMNS), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Three significant digits are more than a shared machine gives. */
const rounded = (value: number) => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
