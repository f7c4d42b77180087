import type { Block, Run, Table } from '../platform/documents/document.js';
import type { TextKey } from '../platform/i18n/i18n.js';
import type { Plan, PlanItem } from './plan.entity.js';
import { PlanWords } from './plan-words.js';
import { ownersText, referenceLabel, whenLabel } from './views/labels.js';
import { fundingText } from './views/money.js';

/** Items for the whole plan come apart, before its parts, as on its page; they stand in the parts as well. */
export function crossCuttingBlocks(items: PlanItem[], words: PlanWords): Block[] {
  const found = items.filter((item) => item.crossCutting);
  if (found.length === 0) return [];
  return [{ type: 'heading', level: 1, text: words.t('crossCutting.title') }, tableOf(found, words, () => 0)];
}

/** A heading and a table for each item of the top level that has others below it; one table for a plan without levels. */
export function partBlocks({ plan, items }: { plan: Plan; items: PlanItem[] }, words: PlanWords): Block[] {
  const depths = depthsOf(items);
  if (items.length === 0) return [];
  if (items.every((item) => item.parentId === null)) {
    const heading: Block = { type: 'heading', level: 1, text: plan.levelNames[0] ?? words.t('plan.items') };
    return [heading, tableOf(items, words, () => 0)];
  }
  const blocks: Block[] = [];
  for (const [top, ...below] of branchesOf(items)) {
    const { text } = words.run(top!.title);
    blocks.push({ type: 'heading', level: 1, text, ...(top!.code && { lead: top!.code }) });
    if (top!.description) blocks.push({ type: 'paragraph', runs: [words.run(top!.description)] });
    const own = particulars(top!, words);
    if (own) blocks.push({ type: 'paragraph', style: 'note', runs: [{ text: own }] });
    if (below.length > 0) blocks.push(tableOf(below, words, (item) => depths.get(item.id)! - 1));
  }
  return blocks;
}

function tableOf(items: PlanItem[], words: PlanWords, depthOf: (item: PlanItem) => number): Table {
  const { t, language } = words;
  return {
    type: 'table',
    columns: [
      { label: t('item.code'), width: 2 },
      { label: t('planDocument.text'), width: 7 },
      { label: t('item.owners'), width: 4 },
      { label: t('item.when'), width: 3 },
      { label: t('planDocument.mapping'), width: 3 },
    ],
    rows: items.map((item) => [
      [{ text: item.code }],
      textOf(item, depthOf(item), words),
      [{ text: ownersText(item.owners, t, language) }],
      [
        {
          text: [whenOf(item, words), item.status && t(`itemStatus.${item.status}` as TextKey)]
            .filter(Boolean)
            .join('\n'),
        },
      ],
      [{ text: mappingOf(item, words) }],
    ]),
  };
}

/** Title, description and money; how deep it stands is seen from the dashes before it. */
function textOf(item: PlanItem, depth: number, words: PlanWords): Run[] {
  const { t, language } = words;
  const money = item.funding && fundingText(item.funding, t, language);
  const rest = [item.kind, money].filter(Boolean).join('\n');
  return [
    ...(depth > 0 ? [{ text: `${'–'.repeat(depth)} ` }] : []),
    words.run(item.title, { bold: depth === 0 }),
    ...(item.description ? [{ text: '\n' }, words.run(item.description)] : []),
    ...(rest ? [{ text: `\n${rest}` }] : []),
  ];
}

const whenOf = ({ whenPrecision, whenStart, whenEnd, whenText }: PlanItem, { t, language, day }: PlanWords) =>
  whenLabel({ precision: whenPrecision, start: whenStart, end: whenEnd, text: whenText }, t, language, day);

/** "9(a), 10", then references to other frameworks. */
function mappingOf(item: PlanItem, { t }: PlanWords): string {
  const objectives = [...item.objectives]
    .sort((a, b) => a.objective - b.objective || a.letter.localeCompare(b.letter))
    .map(({ objective, letter }) => (letter ? `${objective}(${letter})` : String(objective)));
  const lines = [
    objectives.join(', '),
    ...item.references.map((reference) => referenceLabel(reference, t)),
    item.institutional && t('item.institutional'),
  ];
  return lines.filter(Boolean).join('\n');
}

/** What the heading of a part leaves out, in one line. */
function particulars(item: PlanItem, words: PlanWords): string {
  const { t, language } = words;
  const mapping =
    item.objectives.length > 0 &&
    t('item.objectivesList', { list: mappingOf(item, words), count: item.objectives.length });
  const owners = ownersText(item.owners, t, language);
  return [owners, whenOf(item, words), mapping].filter(Boolean).join(' · ');
}

function depthsOf(items: PlanItem[]): Map<string, number> {
  const depths = new Map<string, number>();
  for (const { id, parentId } of items) depths.set(id, parentId === null ? 0 : depths.get(parentId)! + 1);
  return depths;
}

/** Each item of the top level with what stands below it. */
function branchesOf(items: PlanItem[]): PlanItem[][] {
  const branches: PlanItem[][] = [];
  for (const item of items) {
    if (item.parentId === null) branches.push([item]);
    else branches.at(-1)!.push(item);
  }
  return branches;
}
