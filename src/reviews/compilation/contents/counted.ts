import type { Table } from '../../../platform/documents/document.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import {
  mechanismChallenges,
  stateChallenges,
  supportKinds,
} from '../../../progress/entries/vocabulary.data.js';
import type { OutlinedEntry } from '../compilation-outline.js';
import type { DocumentWords } from '../words/document-words.js';
import type { CompileContent, ContentContext } from './content.js';
import { countable } from './counts.js';

/** What holds the mechanism and its States back, counted where enough reporters name the same. */
export const challengesContent: CompileContent = function* (context, words) {
  const codesOf = (entry: OutlinedEntry) => entry.challengeCodes;
  yield* countedPassage(
    'challenges',
    tableOf(mechanismChallenges, codesOf, 'challenge', context, words),
    context,
    words,
  );
  yield* countedPassage(
    'stateChallenges',
    tableOf(stateChallenges, codesOf, 'stateChallenge', context, words),
    context,
    words,
  );
};

/** What support would help, in the same way. */
export const supportContent: CompileContent = function* (context, words) {
  const table = tableOf(supportKinds, (entry) => entry.supportKinds, 'support', context, words);
  yield* countedPassage('support', table, context, words);
};

function* countedPassage(
  name: 'challenges' | 'stateChallenges' | 'support',
  table: Table | null,
  { at, facts }: ContentContext,
  words: DocumentWords,
) {
  const fewest = facts.mechanism.fewestReporters;
  if (!table) return;
  yield {
    key: `${at}/${name}`,
    blocks: [words.paragraph(words.t(`say.counted.${name}`, { fewest })), table],
    sources: [],
  };
}

function tableOf(
  codes: readonly string[],
  codesOf: (entry: OutlinedEntry) => readonly string[],
  name: 'challenge' | 'stateChallenge' | 'support',
  { entries, facts }: ContentContext,
  { t }: DocumentWords,
): Table | null {
  const label = name === 'support' ? 'support' : 'challenge';
  const rows = codes.flatMap((code) => {
    const naming = [...entries.values()].filter((entry) => codesOf(entry).includes(code));
    const counted = countable(naming, facts.mechanism.fewestReporters);
    return counted
      ? [[[{ text: t(`${label}.${code}` as TextKey) }], [{ text: String(counted.length) }]]]
      : [];
  });
  if (rows.length === 0) return null;
  return {
    type: 'table',
    caption: t(`doc.${name}.caption`),
    columns: [
      { label: t(`doc.${label}.column`), width: 5 },
      { label: t('doc.column.entries'), align: 'end' },
    ],
    rows,
  };
}
