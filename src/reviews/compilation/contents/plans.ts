import type { Run } from '../../../platform/documents/document.js';
import type { PlanFacts } from '../facts/document-facts.js';
import { workOf } from '../facts/headings.js';
import { capital, type DocumentWords, SLOT } from '../words/document-words.js';
import type { CompileContent } from './content.js';
import { statusesSaid } from './items-said.js';

/** The plans the document is about. Where each comes from stands in a footnote. */
export const plansContent: CompileContent = function* ({ facts, at }, words) {
  const { t } = words;
  const { plans } = facts;
  const items = workOf(facts.items);
  if (plans.length === 0) {
    yield { key: `${at}/plans`, blocks: [words.paragraph(t('say.plans.none'))], sources: [] };
    return;
  }
  const titles = plans.map((plan): Run => {
    const note = adoption(plan, words);
    return { ...words.localized(plan.title), ...(note && { footnote: note }) };
  });
  const counts = [
    words.counted('say.plans.items', items.length),
    statusesSaid(items.length > 1 ? items : [], words),
  ].filter(Boolean);
  const sources = plans.map(({ id, seal }) => ({ kind: 'plan' as const, id, seal }));
  const [only] = titles;
  yield {
    key: `${at}/plans`,
    blocks:
      plans.length === 1
        ? [
            words.paragraph(
              ...words.filled(t('say.plans.one', { slot: SLOT }), [only!]),
              ` ${counts.join(' ')}`,
            ),
          ]
        : [
            words.paragraph(capital(words.counted('say.plans', plans.length))),
            words.lettered(titles.map((title) => [title])),
            words.paragraph(counts.join(' ')),
          ],
    sources,
  };
};

function adoption({ adoptedBy: by, adoptedOn }: PlanFacts, words: DocumentWords): string | null {
  if (!by) return null;
  const day = adoptedOn && words.day(adoptedOn);
  return day ? words.t('doc.plan.adoptedOn', { by, day }) : words.t('doc.plan.adopted', { by });
}
