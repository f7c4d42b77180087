import type { TextKey } from '../../../platform/i18n/i18n.js';
import { workOf } from '../facts/headings.js';
import { itemsIn } from '../placing/accepts.js';
import { capital } from '../words/document-words.js';
import type { CompileContent } from './content.js';
import { itemListed, ranges, statusesSaid } from './items-said.js';
import { itemSources } from './objectives.js';

/**
 * What a chair puts first for its term, and which objectives that serves: one table for each who set them. Of a chapter
 * that has no status it says how what it holds stands.
 */
export const prioritiesContent: CompileContent = function* ({ at, facts, material }, words) {
  const { t } = words;
  const items = new Map(facts.items.map((item) => [item.id, item]));
  const work = workOf(facts.items);
  const below = (itemId: string) => {
    const branch = itemsIn({ itemId }, facts)!;
    return work.filter(({ id }) => id !== itemId && branch.has(id));
  };
  const bySetter = new Map<string, { itemId: string; note: ReturnType<typeof words.localized> | null }[]>();
  for (const { setBy, itemId, note } of material.priorities ?? [])
    if (items.has(itemId))
      bySetter.set(setBy, [
        ...(bySetter.get(setBy) ?? []),
        { itemId, note: note ? words.localized(note) : null },
      ]);
  for (const [index, [setBy, those]] of [...bySetter].entries())
    yield {
      key: `${at}/priorities/${index}`,
      blocks: [
        words.paragraph(capital(words.counted('say.priorities', those.length, { setBy }))),
        {
          type: 'table',
          caption: t('say.priorities.caption', { setBy }),
          columns: [
            { label: t('say.matrix.activity'), width: 4 },
            { label: t('say.matrix.objectives'), width: 1.5 },
            { label: t('say.matrix.status'), width: 1.5 },
            { label: t('say.priorities.note'), width: 3 },
          ],
          rows: those.map(({ itemId, note }) => {
            const item = items.get(itemId)!;
            return [
              itemListed(item, words),
              [{ text: words.listed(ranges(item.serves, words)) }],
              [
                {
                  text: item.status
                    ? t(`itemStatus.${item.status}` as TextKey)
                    : statusesSaid(below(itemId), words),
                },
              ],
              [note ?? { text: '' }],
            ];
          }),
        },
      ],
      sources: itemSources(those.map(({ itemId }) => items.get(itemId)!)),
    };
};
