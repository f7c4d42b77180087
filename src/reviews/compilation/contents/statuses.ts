import type { TextKey } from '../../../platform/i18n/i18n.js';
import { ITEM_STATUSES } from '../../../plans/plan/vocabulary.js';
import { workOf } from '../facts/headings.js';
import type { CompileContent } from './content.js';
import { itemSources } from './objectives.js';
import { statusBoard } from './status-board.js';

/** How the plan's items stand: as the plan says it, and as accepted reports do, in two counts that are never added up. */
export const statusesContent: CompileContent = function* ({ at, facts, entries }, words) {
  const { mechanism } = facts;
  const items = workOf(facts.items);
  if (items.length === 0) return;
  const { t } = words;
  const board = statusBoard([...entries.values()], items, mechanism.fewestReporters);
  const said = items.map(({ id }) => board.status(id));
  const rows = [...ITEM_STATUSES, null].map((status) => ({
    label: status ? t(`itemStatus.${status}` as TextKey) : t('say.statuses.none'),
    plan: items.filter((item) => item.status === status).length,
    reports: said.filter((one) => one === status).length,
  }));
  yield {
    key: `${at}/statuses`,
    blocks: [
      words.paragraph(t('say.statuses.text', { fewest: mechanism.fewestReporters })),
      {
        type: 'table',
        caption: t('say.statuses.caption'),
        columns: [
          { label: t('say.statuses.status'), width: 3 },
          { label: t('say.statuses.plan'), align: 'end' },
          { label: t('say.statuses.reports'), align: 'end' },
        ],
        rows: rows.map(({ label, plan, reports }) => [
          [{ text: label }],
          [{ text: String(plan) }],
          [{ text: String(reports) }],
        ]),
      },
    ],
    sources: itemSources(items),
  };
};
