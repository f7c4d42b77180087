import type { PartRow } from '../parts/plan-parts.js';
import type { Draft } from './draft.js';

/** The part of a plan's file that holds its indicators. */
const PART = 'indicators';

/** How a draft without an identifier is called where something hangs on it. */
export const draftKey = (index: number): string => `draft:${index}`;

/** Indicators that stand in a column of the items, as rows of the part that makes them. */
export function withIndicators(
  parts: Readonly<Record<string, PartRow[]>>,
  drafts: readonly Draft[],
  language: string,
): Record<string, PartRow[]> {
  const rows = drafts.flatMap(({ row, code, title, indicators }, index) =>
    indicators.map((text): PartRow => ({
      row,
      id: null,
      itemId: draftKey(index),
      itemCode: code || title,
      fields: { title: { original: language, texts: { [language]: text } } },
      cells: null,
      onlyTitle: true,
    })),
  );
  return rows.length === 0 ? parts : { ...parts, [PART]: [...(parts[PART] ?? []), ...rows] };
}
