import { objectiveInDocument } from '../../../framework/framework.js';
import type { Run } from '../../../platform/documents/document.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import type { CompiledPassage, PassageSource } from '../../passages/passage.js';
import type { ItemFacts } from '../facts/document-facts.js';
import { withoutHeadings } from '../facts/headings.js';
import { itemsIn, partsIn } from '../placing/accepts.js';
import type { SpotContents } from '../placing/placement.js';
import { capital, type DocumentWords } from '../words/document-words.js';
import { whoReports } from '../words/reporters.js';
import type { CompileContent, ContentContext } from './content.js';
import { itemListed, ranges, statusesSaid } from './items-said.js';
import { reportPassages, seeKey, sourceOf } from './reports.js';

/** References to more paragraphs than this are not followed by anybody. */
const MOST_REFERENCES = 8;

/** Objective by objective: the figures, the items of the plan, what was reported, and where to read on. */
export const objectivesContent: CompileContent = function* (context, words) {
  const spots = context.placement.taken.find(({ index }) => index === context.index)?.spots ?? [];
  const all = spots.map((spot) => {
    const number = spot.spot as number;
    const items = itemsServing(number, context);
    const silent = items.length + spot.named.length + spot.unnamed.length + spot.elsewhere.length === 0;
    return { number, spot, items, silent };
  });
  // Before the headings: after them it would stand under the last.
  const silent = all.filter((one) => one.silent).map(({ number }) => number);
  if (silent.length > 0)
    yield {
      key: `${context.at}/silent`,
      blocks: [
        words.paragraph(
          words.t('say.silent', { count: silent.length, objectives: words.listed(ranges(silent, words)) }),
        ),
      ],
      sources: [],
    };
  for (const one of all)
    if (!one.silent) yield* objectivePassages(one.number, one.spot, one.items, context, words);
};

function* objectivePassages(
  number: number,
  spot: SpotContents,
  items: ItemFacts[],
  context: ContentContext,
  words: DocumentWords,
): Iterable<CompiledPassage> {
  const { t, language } = words;
  const at = `${context.at}/objective-${number}`;
  const title = objectiveInDocument(number, language);
  yield {
    key: `${at}/heading`,
    blocks: [words.heading(2, t('doc.objective', { number, title }))],
    sources: [],
  };
  // Where only parts of reports are asked for, figures on items would stand twice.
  const whole = partsIn(context.content.only).includes('done');
  yield* summaryPassages(spot, { at, items: whole ? items : [], serves: 'objective' }, context, words);
  yield* reportPassages(
    spot,
    { at, general: 'say.under.objective', headings: true, known: knownOf(whole ? items : []) },
    context,
    words,
  );
  yield* seePassages(spot.elsewhere, at, context, words);
}

/** One item alone is in the opening sentence. */
export const knownOf = (items: readonly ItemFacts[]): string[] => (items.length === 1 ? [items[0]!.id] : []);

const itemsServing = (objective: number, { facts, content }: ContentContext): ItemFacts[] => {
  const within = itemsIn(content.only, facts);
  const serving = facts.items.filter(
    ({ id, objectives }) => objectives.includes(objective) && (!within || within.has(id)),
  );
  return withoutHeadings(serving, facts.items);
};

export const itemSources = (items: readonly ItemFacts[]): PassageSource[] =>
  items.map(({ id, seal }) => ({ kind: 'item', id, seal }));

interface Summary {
  at: string;
  items: ItemFacts[];
  serves: 'objective' | 'institutional';
}

/** The opening sentence with its figures, which count items of the plan and named reports; and the items themselves. */
export function* summaryPassages(
  spot: SpotContents,
  { at, items, serves }: Summary,
  context: ContentContext,
  words: DocumentWords,
): Iterable<CompiledPassage> {
  const { entries, facts } = context;
  const ids = [...new Set([...spot.named.map(({ entryId }) => entryId), ...spot.elsewhere])];
  const reports = ids.flatMap((id) => entries.get(id) ?? []);
  const plans = facts.plans.length > 1 ? 'plans' : 'plan';
  const one = items.length === 1 ? items[0]! : null;
  const counted =
    items.length > 0 ? words.counted(`say.items.${serves}.${plans}` as TextKey, items.length) : '';
  const about = new Set(reports.flatMap(({ itemIds }) => itemIds));
  const reported = items.filter(({ id }) => about.has(id)).length;
  const { who, several } = reports.length > 0 ? whoReports(reports, words) : { who: '', several: false };
  const form = several ? 'several' : 'one';
  const contributed =
    reports.length === 0
      ? ''
      : reported > 0 && !one
        ? words.counted(`say.reported.onItems.${form}` as TextKey, reported, { who })
        : words.t(`say.reported.${one && reported > 0 ? 'onIt' : 'here'}.${form}` as TextKey, { who });
  const runs: Run[] = [];
  const add = (...more: Run[]) => runs.push(...(runs.length > 0 ? [{ text: ' ' }] : []), ...more);
  if (one)
    add({ text: counted.replace(/[.:]$/, '') }, { text: words.t('say.colon') }, ...itemListed(one, words), {
      text: '.',
    });
  else if (counted) add({ text: capital(counted) });
  const statuses = statusesSaid(items, words);
  if (statuses) add({ text: statuses });
  if (contributed) add({ text: capital(contributed) });
  if (runs.length > 0)
    yield {
      key: `${at}/summary`,
      blocks: [words.paragraph(...runs)],
      sources: [...itemSources(items), ...reports.map(sourceOf)],
    };
  if (items.length > 1)
    yield {
      key: `${at}/items`,
      blocks: [
        words.paragraph(words.t('say.itemsAre')),
        // The code of an item leads it; a letter beside it would be a second one.
        (items.some(({ code }) => code) ? words.bulleted : words.lettered)(
          items.map((item) => itemListed(item, words)),
        ),
      ],
      sources: itemSources(items),
    };
}

/** What stands under another heading and concerns this one too: by its paragraphs, or by the objectives it stands under. */
export function* seePassages(
  elsewhere: readonly string[],
  at: string,
  context: ContentContext,
  words: DocumentWords,
): Iterable<CompiledPassage> {
  const entries = context.order.following(elsewhere);
  if (entries.length === 0) return;
  const { t, numbered } = words;
  const sources = entries.map(sourceOf);
  const count = entries.length;
  const runs =
    numbered && count <= MOST_REFERENCES
      ? words.filled(
          t('doc.seeAlso', { count, list: '\u0000' }),
          words.listedRuns(entries.map(({ id }) => [{ text: '', see: seeKey(id) }])),
        )
      : [{ text: t('say.seeElsewhere') }];
  yield { key: `${at}/see`, blocks: [words.paragraph(...runs)], sources };
}
