import { plainWords } from '../../platform/documents/markup/plain-words.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { type TextKey, translator } from '../../platform/i18n/i18n.js';
import type { LetterWords } from '../../platform/mail/letter.js';
import type { EntryVersion } from '../entries/entry.entity.js';

/** All that a version says, part by part, in the order of its page. */
export function wordsOf(
  { content, periodStart, periodEnd }: Pick<EntryVersion, 'content' | 'periodStart' | 'periodEnd'>,
  evidence: readonly string[],
  language: string,
): LetterWords[] {
  const t = translator(language);
  const own = content.language ?? undefined;
  const chosen = (keys: readonly string[]) => keys.map((key) => t(key as TextKey)).join('\n');
  const part = (key: TextKey, text: string | null | undefined, of?: string): LetterWords[] =>
    text ? [{ label: t(key), text: of ? plainWords(text) : text, language: of }] : [];
  const period = `${formatDay(periodStart, language)} – ${formatDay(periodEnd, language)}`;
  return [
    ...part('entry.period', period),
    ...part('entry.status', content.status && t(`itemStatus.${content.status}` as TextKey)),
    ...part('entry.narrative', content.narrative, own),
    ...part('entry.results', content.results, own),
    ...part('entry.challenges', chosen(content.challengeCodes.map((code) => `challenge.${code}`))),
    ...part('entry.challengesText', content.challenges, own),
    ...part('entry.nextSteps', content.nextSteps, own),
    ...part('entry.support', chosen(content.supportKinds.map((kind) => `support.${kind}`))),
    ...part('entry.supportText', content.support, own),
    ...part('evidence.title', evidence.join('\n')),
  ];
}
