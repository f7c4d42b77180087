import type { Block } from '../../platform/documents/document.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import type { Plan, PlanItem } from '../plan/plan.entity.js';
import { DocumentLocale } from './document-locale.js';
import { ownersText } from '../plan/labels.js';
import { fundingText } from '../plan/money.js';
import { deliverablesOf, objectivesOf, othersOf, tableOf, whenOf } from './plan-document-table.js';

/** Items for the whole plan come apart, before its parts, as on its page. */
export function crossCuttingBlocks(items: PlanItem[], words: DocumentLocale): Block[] {
  const found = items.filter((item) => item.crossCutting);
  if (found.length === 0) return [];
  return [
    { type: 'heading', level: 1, text: words.t('crossCutting.title') },
    tableOf(found, words, { depthOf: () => 0, isBold: () => false }),
  ];
}

/** A heading and a table for each item of the top level that has others below it; one table for a plan without levels. */
export function partBlocks(
  { plan, items }: { plan: Plan; items: PlanItem[] },
  words: DocumentLocale,
): Block[] {
  const parents = new Set(items.map(({ parentId }) => parentId));
  const isBold = ({ id }: PlanItem) => parents.has(id);
  // For the whole plan, with nothing below it: it came apart, and there is nothing more to say of it.
  const branches = branchesOf(items).filter(([top, ...below]) => below.length > 0 || !top!.crossCutting);
  if (branches.length === 0) return [];
  if (branches.every((branch) => branch.length === 1)) {
    const heading: Block = { type: 'heading', level: 1, text: plan.levelNames[0] ?? words.t('plan.items') };
    return [heading, tableOf(branches.flat(), words, { depthOf: () => 0, isBold })];
  }
  const depths = depthsOf(items);
  return branches.flatMap(([top, ...below]): Block[] => {
    const { text } = words.run(top!.title);
    const own = particulars(top!, words);
    return [
      { type: 'heading', level: 1, text, ...(top!.code && { lead: top!.code }) },
      ...(top!.description ? [{ type: 'paragraph' as const, runs: [words.run(top!.description)] }] : []),
      ...(top!.deliverables
        ? [{ type: 'paragraph' as const, runs: deliverablesOf(top!.deliverables, words) }]
        : []),
      ...(own ? [{ type: 'paragraph' as const, runs: [{ text: own }] }] : []),
      ...(below.length > 0
        ? [tableOf(below, words, { depthOf: ({ id }) => depths.get(id)! - 1, isBold })]
        : []),
    ];
  });
}

/** What the heading of a part leaves out. */
function particulars(item: PlanItem, words: DocumentLocale): string {
  const { t, language } = words;
  const count = item.objectives.length;
  const said = [
    ownersText(item.owners, t, language),
    whenOf(item, words),
    item.status && t(`itemStatus.${item.status}` as TextKey),
    count > 0 && t('item.objectivesList', { list: objectivesOf(item), count }),
    ...othersOf(item, words),
  ];
  const line = said.filter(Boolean).join(' · ');
  const money = item.funding && fundingText(item.funding, t, language);
  return [line, money].filter(Boolean).join('\n');
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
