import { translator } from '../platform/i18n/i18n.js';
import { listed } from '../platform/i18n/listed.js';
import { rendition } from '../platform/i18n/localized.js';
import type { Consequence } from '../platform/web/presses/asks.js';
import type { TablePreview } from '../plan-table/table-view.js';
import { type BulkInput, CLEARED } from './change.dto.js';

/** So many items are named before a change of several. */
const NAMED = 20;
const TITLE = 40;

/** Which items would change, and to what, in the order of the form. */
export function changeWords({ rows }: TablePreview, input: BulkInput, language: string): Consequence[] {
  const t = translator(language);
  const names = rows
    .filter(({ outcome }) => outcome === 'changed')
    .map(({ item: { code, title } }) => code || rendition(title, language).text.slice(0, TITLE));
  const more = names.length - NAMED;
  const items = listed(
    more > 0 ? [...names.slice(0, NAMED), t('sheet.more', { number: more })] : names,
    language,
  );
  const value = (text: string) => (text === CLEARED ? t('sheet.none') : text);
  const status =
    input.status &&
    (input.status === CLEARED ? t('item.noStatus') : t(`itemStatus.${input.status as 'planned'}`));
  const set = [
    ['item.status', status],
    ['sheet.owner', input.owners && value(input.owners)],
    ['sheet.date', input.when && value(input.when)],
    ['sheet.mapTo', input.objectives],
  ] as const;
  return [
    { key: 'sheet.these', values: { items } },
    ...set.flatMap(([label, to]) =>
      to ? [{ key: 'sheet.filterSays' as const, values: { label: t(label), value: to } }] : [],
    ),
  ];
}
