import type { TextKey } from '../../platform/i18n/i18n.js';
import type { CompileInput, ItemFacts, PlanFacts } from '../compile-input.js';
import type { CompiledBlock, CompiledHeading, CompiledParagraph, CompiledRun, TextRun } from '../compiled.js';
import type { Contribution } from './contributions.js';
import type { Wording } from './wording.js';

export const paragraph = (...runs: (CompiledRun | string)[]): CompiledParagraph => ({
  type: 'paragraph',
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
});

/** Headings with what stands under them; lettered when there are several, since an A needs a B. */
export function subheads(parts: { heading: Omit<CompiledHeading, 'type' | 'lettered'>; blocks: CompiledBlock[] }[]) {
  const lettered = parts.length > 1;
  return parts.flatMap(({ heading, blocks }): CompiledBlock[] => [{ type: 'heading', lettered, ...heading }, ...blocks]);
}

/** The plan items concerned, plan by plan, with where each plan comes from in a footnote. */
export function itemBlocks(items: ItemFacts[], key: TextKey, input: CompileInput, wording: Wording): CompiledBlock[] {
  return input.plans.flatMap((plan): CompiledBlock[] => {
    const own = items.filter((item) => item.planId === plan.id);
    if (own.length === 0) return [];
    const title: TextRun = { ...wording.localized(plan.title), ...adoption(plan, wording) };
    const lines = own.map((item): CompiledRun[] => [
      { text: item.code ? `${item.code} ` : '' },
      wording.localized(item.title),
    ]);
    return [
      { type: 'paragraph', runs: planSentence(key, title, own.length, wording) },
      { type: 'list', items: lines.map((runs) => runs.filter((run) => !('text' in run) || run.text !== '')) },
    ];
  });
}

/** `sentence` takes its count from the list; here the list is one plan and the count that of its items. */
function planSentence(key: TextKey, plan: TextRun, count: number, wording: Wording): CompiledRun[] {
  const [before = '', after = ''] = wording.t(key, { count, plan: '\u0000' }).split('\u0000');
  return [{ text: before }, plan, { text: after }].filter((run) => run.text !== '');
}

function adoption({ adoptedBy: by, adoptedOn }: PlanFacts, wording: Wording): { note?: string } {
  if (!by) return {};
  const day = adoptedOn && wording.day(adoptedOn);
  return { note: day ? wording.t('doc.plan.adoptedOn', { by, day }) : wording.t('doc.plan.adopted', { by }) };
}

/** What was written out before this place and concerns it too. An entry without words has nothing to refer to. */
export function seeAlso(contributions: Contribution[], wording: Wording): CompiledBlock[] {
  const elsewhere = contributions.filter((one) => one.paragraphs.length > 0);
  if (elsewhere.length === 0) return [];
  const runs = wording.sentence('doc.seeAlso', elsewhere.map(({ key }) => ({ see: key })));
  return [{ type: 'paragraph', runs }];
}
