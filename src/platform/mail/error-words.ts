import { withoutSecrets } from '../without-secrets.js';

const LONGEST = 500;

/** What went wrong with a mail, in the words of the server and in one line, as it may be kept, logged and shown. */
export function errorWords(error: unknown): string {
  const text = withoutSecrets(error instanceof Error ? error.message : String(error));
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}
