import { createHash } from 'node:crypto';
import { readInput } from '../../platform/http/read-input.js';
import { EntryContent } from '../../progress/entries/entry-content.js';
import { type AnswerWords, WORDS } from './answers.dto.js';

/** Forms send line ends as CR LF, files and databases as LF: the same words. */
const plain = (value: string | null | undefined) => (value ?? '').replace(/\r\n?/g, '\n').trim();

/** Tells whether words are the same, whoever sent them. */
export const answerFingerprint = (words: AnswerWords | null | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify(WORDS.map((key) => plain(words?.[key]))))
    .digest('base64url')
    .slice(0, 16);

export const NO_WORDS = answerFingerprint(null);

/** Words laid over a content; what is left out stays. */
export function mergeContent(content: EntryContent, words: AnswerWords): EntryContent {
  const given = Object.fromEntries(
    WORDS.flatMap((key) => (words[key] === undefined ? [] : [[key, plain(words[key]) || null]])),
  );
  return readInput(EntryContent, { ...content, ...given });
}
