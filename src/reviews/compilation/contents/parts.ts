import { partsIn } from '../placing/accepts.js';
import type { CompileContent } from './content.js';
import { reportPassages } from './reports.js';

/** What reports say in some of their parts, without the headings of objectives. */
export const partsContent: CompileContent = function* (context, words) {
  const { placement, index, content } = context;
  const headings = partsIn(content.only).length > 1;
  for (const spot of placement.taken.find((one) => one.index === index)?.spots ?? [])
    yield* reportPassages(
      spot,
      { at: `${context.at}/parts`, general: 'say.under.general', headings },
      context,
      words,
    );
};
