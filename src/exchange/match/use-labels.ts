import { isTextField } from '../cells/text-fields.js';
import type { TextKey, Translate } from '../../platform/i18n/i18n.js';
import { cellLanguage, columnOf, columnsFor, heading, readOnlyColumns } from '../cells/cells.js';
import { FIELD_NAMES, STRUCTURE_NAMES, type StructureName } from '../words/column-names.data.js';
import { levelOf, type Use } from './layout.js';

const LEVELS_OFFERED = 8;
const isStructure = (use: Use): use is StructureName => Object.hasOwn(STRUCTURE_NAMES, use);
const FACTS = [
  'periodStart',
  'periodEnd',
  'levelNames',
  'statedTotals',
  'source',
  'note',
  'parentPlanId',
  'formerPlanId',
];

/** What a column is used for, in words. */
export function useLabel(use: Use, t: Translate, language: string): string {
  const shown = cellLanguage(language);
  if (isStructure(use)) return STRUCTURE_NAMES[use].names[shown];
  const level = levelOf(use);
  if (level !== null) return t('exchange.use.level', { number: level });
  if (use.startsWith('levelCode.'))
    return t('exchange.use.levelCode', { number: use.slice('levelCode.'.length) });
  if (isTextField(use)) return FIELD_NAMES[use].names[shown];
  const column = columnOf(use);
  if (column) return heading(column, shown, '');
  const [name = '', of] = use.split('.');
  // A field of a JSON file that is no column, such as `when.start`.
  if (columnOf(name)) return useLabel(name, t, language);
  return FACTS.includes(name) ? t(`exchange.fact.${name}` as TextKey) + (of ? ` (${of})` : '') : use;
}

/** Everything a column can be used for; texts in the languages given. */
export function usesOffered(languages: readonly string[]): Use[] {
  const levels = Array.from({ length: LEVELS_OFFERED }, (_, index) => index + 1);
  return [
    ...columnsFor(languages).map(({ key }) => key),
    ...readOnlyColumns().map(({ key }) => key),
    'level',
    'parent',
    'indicators',
    ...levels.map((level) => `level.${level}`),
    ...levels.map((level) => `levelCode.${level}`),
    'id',
    'carriedFrom',
  ];
}
