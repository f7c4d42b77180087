import type { Translate, TextKey } from '../../platform/i18n/i18n.js';
import { isFree } from '../../progress/words/entry-subject.js';
import type { SeenEntry } from '../../progress/access/seen-entry.js';

/** A part of an answer under its name. */
export interface AnswerPart {
  label: string;
  text: string;
}

/** What an answer says, part by part, in the order of its page; parts without words are left out. */
export function answerParts(
  { content, objectives, items }: Pick<SeenEntry, 'content' | 'objectives' | 'items'>,
  t: Translate,
): AnswerPart[] {
  const coded = (codes: readonly string[], group: string, words: string | null) =>
    [...codes.map((code) => t(`${group}.${code}` as TextKey)), words ?? ''].filter(Boolean).join('\n');
  const parts: [TextKey, string | null][] = [
    [isFree({ objectives, items }) ? 'entry.answer' : 'entry.narrative', content.narrative],
    ['entry.results', content.results],
    ['entry.challenges', coded(content.challengeCodes, 'challenge', content.challenges)],
    ['entry.nextSteps', content.nextSteps],
    ['entry.support', coded(content.supportKinds, 'support', content.support)],
  ];
  return parts.flatMap(([key, text]) => (text ? { label: t(key), text } : []));
}

/** How far its delegation opened it, for who is about to pass it on. */
export function reachText({ disclosure }: Pick<SeenEntry, 'disclosure'>, t: Translate): string {
  if (!disclosure) return '';
  const { visibility, release } = disclosure;
  return t('collect.file.reach', {
    readers: t(`visibility.${visibility}`),
    documents: t(`release.${release}`),
  });
}
