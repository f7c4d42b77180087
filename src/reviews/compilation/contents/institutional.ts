import { withoutHeadings } from '../facts/headings.js';
import { itemsIn } from '../placing/accepts.js';
import type { CompileContent } from './content.js';
import { knownOf, seePassages, summaryPassages } from './objectives.js';
import { reportPassages } from './reports.js';

/** What serves no single objective: the mechanism's own business, and reports about nothing in particular. */
export const institutionalContent: CompileContent = function* (context, words) {
  const { placement, index, facts, content } = context;
  const within = itemsIn(content.only, facts);
  const own = facts.items.filter((item) => item.institutional && (!within || within.has(item.id)));
  const items = withoutHeadings(own, facts.items);
  const at = `${context.at}/institutional`;
  for (const spot of placement.taken.find((one) => one.index === index)?.spots ?? []) {
    yield* summaryPassages(spot, { at, items, serves: 'institutional' }, context, words);
    yield* reportPassages(
      spot,
      { at, general: 'say.under.general', headings: true, known: knownOf(items) },
      context,
      words,
    );
    yield* seePassages(spot.elsewhere, at, context, words);
  }
};
