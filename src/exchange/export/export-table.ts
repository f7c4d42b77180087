import { LANGUAGE_NAMES } from '../../platform/i18n/i18n.js';
import { inputOf } from '../../plans/items/item-record.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import type { CellContext } from '../cell.js';
import { type Column, cellLanguage, columnsFor, heading } from '../cells/cells.js';
import { languagesOf } from '../cells/text-fields.js';
import { STRUCTURE_NAMES, type StructureName } from '../words/column-names.data.js';

export interface TableColumn {
  key: string;
  heading: string;
  /** Characters on a line that suit it. */
  width: number;
}
export interface PlanTableRow {
  level: number;
  texts: string[];
}
export interface PlanTable {
  columns: TableColumn[];
  lines: PlanTableRow[];
}

const WIDTHS: Record<string, number> = {
  title: 60,
  description: 60,
  deliverables: 40,
  notes: 40,
  owners: 30,
  references: 20,
  when: 18,
};
/** Written only where they say something. */
const ON_DEMAND = ['titleOriginal', 'descriptionOriginal', 'deliverablesOriginal', 'notesOriginal'];

/** A plan's items as a table that the import reads back to the same; items come parents first. */
export function planTable(
  items: readonly PlanItem[],
  language: string,
  textLanguages: readonly string[],
): PlanTable {
  const context: CellContext = {
    language: cellLanguage(language),
    textLanguage: '',
    dayOrder: null,
    unknownOwner: 'partner',
  };
  const inputs = items.map(inputOf);
  const used = new Set([...textLanguages, ...inputs.flatMap(languagesOf)]);
  const several = inputs.some((item) => new Set(languagesOf(item)).size > 1);
  const columns = columnsFor([...used]).filter(({ key }) => several || !ON_DEMAND.includes(key));
  const depths = depthsOf(items);
  const carried = items.some(({ carriedFromId }) => carriedFromId !== null);
  const structure: StructureName[] = ['level', 'id', ...(carried ? (['carriedFrom'] as const) : [])];
  return {
    columns: [
      structureColumn('level', context),
      ...columns.map((column) => factColumn(column, context)),
      ...structure.slice(1).map((name) => structureColumn(name, context)),
    ],
    lines: items.map((item, index) => ({
      level: depths.get(item.id)!,
      texts: [
        String(depths.get(item.id)),
        ...columns.map((column) => column.format(inputs[index]!, context)),
        item.id,
        ...(carried ? [item.carriedFromId ?? ''] : []),
      ],
    })),
  };
}

/** How deep each item stands, from 1; parents come first. */
export function depthsOf(items: readonly PlanItem[]): Map<string, number> {
  const depths = new Map<string, number>();
  for (const { id, parentId } of items)
    depths.set(id, (parentId === null ? 0 : (depths.get(parentId) ?? 0)) + 1);
  return depths;
}

const structureColumn = (name: StructureName, { language }: CellContext): TableColumn => ({
  key: name,
  heading: STRUCTURE_NAMES[name].names[language],
  width: name === 'level' ? 8 : 14,
});

/** A text's column always names its language: the file may go where another one is the usual. */
function factColumn(column: Column, { language }: CellContext): TableColumn {
  const name = heading(column, language, column.language ?? '');
  const shown = column.language && ` (${LANGUAGE_NAMES[column.language] ?? column.language})`;
  return { key: column.key, heading: `${name}${shown ?? ''}`, width: WIDTHS[column.field] ?? 16 };
}
