import type { Run } from '../../../platform/documents/document.js';
import { codeInText } from '../../../platform/i18n/isolated.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { ITEM_STATUSES } from '../../../plans/plan/vocabulary.js';
import type { ItemFacts } from '../facts/document-facts.js';
import type { DocumentWords } from '../words/document-words.js';

/** Code and title in one run: in a text that runs the other way they would part. */
export function itemListed({ code, title }: Pick<ItemFacts, 'code' | 'title'>, words: DocumentWords): Run[] {
  const shown = words.localized(title);
  const text = shown.text.replace(/[.\s]+$/, '');
  return [{ ...shown, text: [code && codeInText(code), text].filter(Boolean).join(' ') }];
}

/** "According to the plan, three are under way and one is completed." Empty where the plan says of none how it stands. */
export function statusesSaid(items: readonly Pick<ItemFacts, 'status'>[], words: DocumentWords): string {
  const counts = ITEM_STATUSES.map(
    (status) => [status, items.filter((item) => item.status === status).length] as const,
  ).filter(([, count]) => count > 0);
  if (counts.length === 0) return '';
  if (items.length === 1) return words.t(`say.status.only.${counts[0]![0]}` as TextKey);
  const list = counts.map(([status, count]) => words.counted(`say.status.${status}` as TextKey, count));
  const unsaid = items.length - counts.reduce((sum, [, count]) => sum + count, 0);
  return [
    words.t('say.statuses', { list: words.listed(list) }),
    ...(unsaid > 0 ? [words.counted('say.statusUnsaid', unsaid)] : []),
  ].join(' ');
}

/** "1 to 7", "10": numbers that follow one another are said by the first and the last. */
export function ranges(numbers: readonly number[], { t }: DocumentWords): string[] {
  const runs: number[][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.at(-1) === number - 1) last.push(number);
    else runs.push([number]);
  }
  return runs.flatMap((run) =>
    run.length > 2 ? [t('say.range', { from: run[0], to: run.at(-1) })] : run.map(String),
  );
}
