import { usePage } from '../../platform/web/page-context.js';
import type { Indicator } from '../indicator.entity.js';
import type { ReadingColumn } from '../vocabulary.js';
import { useDimensionLabel } from './labels.js';

/** What a column of pasted readings is called. */
export function useColumnLabel(indicator: Indicator): (column: ReadingColumn) => string {
  const { t } = usePage();
  const dimensionLabel = useDimensionLabel(indicator);
  return (column) => (column === 'other' ? dimensionLabel(column) : t(`reading.${column}`));
}
