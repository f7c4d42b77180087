import type { CompileInput, ItemFacts } from '../compile-input.js';
import type { CompiledBlock, CompiledHeading, CompiledParagraph, CompiledRun, TextRun } from '../compiled.js';
import type { Contribution } from './contributions.js';
import { SLOT, type Wording } from './wording.js';

export const paragraph = (...runs: (CompiledRun | string)[]): CompiledParagraph => ({
  type: 'paragraph',
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
});

/** Headings with what stands under them; lettered when there are several, since an A needs a B. */
export function subheads(
  parts: { heading: Omit<CompiledHeading, 'type' | 'lettered'>; blocks: CompiledBlock[] }[],
) {
  const lettered = parts.length > 1;
  return parts.flatMap(({ heading, blocks }): CompiledBlock[] => [
    { type: 'heading', lettered, ...heading },
    ...blocks,
  ]);
}

/** The plan items concerned, plan by plan; one alone is said in the sentence, as a list of one is no list. */
export function itemBlocks(
  items: ItemFacts[],
  key: 'doc.objective.items' | 'doc.institutional.items',
  input: CompileInput,
  wording: Wording,
): CompiledBlock[] {
  return input.plans.flatMap((plan): CompiledBlock[] => {
    const lines = items.filter((item) => item.planId === plan.id).map((item) => lineOf(item, wording));
    if (lines.length === 0) return [];
    // Where there is one plan only, it is named in the introduction.
    const sentence =
      input.plans.length === 1
        ? [{ text: wording.t(`${key}.only`, { count: lines.length }) }]
        : wording.filled(wording.t(key, { count: lines.length, slot: SLOT }), [
            wording.localized(plan.title),
          ]);
    if (lines.length > 1)
      return [paragraph(...sentence), { type: 'list', items: lines.map((line) => [line]) }];
    const only = lines[0]!;
    return [paragraph(...sentence, ' ', { ...only, text: only.text.replace(/\.$/, '') }, '.')];
  });
}

/** Code and title in one run: in a text that runs the other way they would part. */
function lineOf({ code, title }: ItemFacts, wording: Wording): TextRun {
  const words = wording.localized(title);
  return code ? { ...words, text: `${code} ${words.text}` } : words;
}

/** What was written out before this place and concerns it too. An entry without words has nothing to refer to. */
export function seeAlso(contributions: Contribution[], wording: Wording): CompiledBlock[] {
  const elsewhere = contributions.filter((one) => one.paragraphs.length > 0);
  if (elsewhere.length === 0) return [];
  return [
    paragraph(
      ...wording.sentence(
        'doc.seeAlso',
        elsewhere.map(({ key }) => ({ see: key })),
      ),
    ),
  ];
}
