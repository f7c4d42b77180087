import type { OutlinedEntry } from '../compilation-outline.js';
import type { DocumentWords } from './document-words.js';

/** “Les Émirats arabes unis”, “los Estados Unidos”: names that a verb agrees with as with several. */
const IN_PLURAL = /^(?:les|los|las) /i;

type Reporter = Pick<OutlinedEntry, 'reporterKind' | 'reporter'>;

/** Above so many a sentence counts them and does not name them. */
const MOST_NAMED = 6;

/** Named reporters as a sentence names them, each once: States by the alphabet, then partners, then the secretariat. */
export function reporterNames(reporters: readonly Reporter[], words: DocumentWords): string[] {
  const of = (kind: Reporter['reporterKind']) =>
    new Set(reporters.flatMap((one) => (one.reporterKind === kind ? [one.reporter ?? ''] : [])));
  const partners = [...of('partner')].map((name) => name || words.t('say.partner'));
  return [
    ...words.states(of('state')),
    ...partners.sort(words.alphabet.compare),
    ...(of('secretariat').size > 0 ? [words.t('say.secretariat')] : []),
  ];
}

/** "Italy, Kenya and Senegal", "Twelve States and the secretariat"; `several` is whether a verb agrees with more than one. */
export function whoReports(
  reporters: readonly Reporter[],
  words: DocumentWords,
): { who: string; several: boolean } {
  const names = reporterNames(reporters, words);
  if (names.length <= MOST_NAMED)
    return { who: words.listed(names), several: names.length > 1 || IN_PLURAL.test(names[0] ?? '') };
  const count = (kind: Reporter['reporterKind']) =>
    new Set(reporters.flatMap((one) => (one.reporterKind === kind ? [one.reporter] : []))).size;
  const counts = [
    count('state') > 0 && words.counted('say.states', count('state')),
    count('partner') > 0 && words.counted('say.partners', count('partner')),
    count('secretariat') > 0 && words.t('say.secretariat'),
  ].filter((part) => part !== false);
  return { who: words.listed(counts), several: true };
}
