import { States } from '../../accounts/states.js';
import type { Block } from '../../platform/documents/document.js';
import { fold } from '../../platform/i18n/fold.js';
import { textsOf } from '../passages/measure.js';

/**
 * The States among these that a text names, in whatever language, by their codes: words without attribution that do say
 * perhaps whose they are. For its secretariat, which asks the reporter; nothing is changed by it.
 */
export function statesNamedIn(blocks: readonly Block[], codes: Iterable<string>): string[] {
  const wanted = [...new Set(codes)];
  for (const code of wanted) learn(code);
  // Words of entries stand in every language as they were written.
  const text = `${folded([...new Set(blocks.flatMap(textsOf))].join(' '))} `;
  const named = new Set<string>();
  for (let at = 0, end = text.indexOf(' '); end >= 0; at = end + 1, end = text.indexOf(' ', at))
    for (const start of text[at] === ARABIC_PREFIX ? [at, at + 1] : [at])
      for (const { code, name } of byWord.get(text.slice(start, end)) ?? [])
        if (text.startsWith(`${name} `, start)) named.add(code);
  return wanted.filter((code) => named.has(code));
}

/** Names of States by the word they begin with. */
const byWord = new Map<string, { code: string; name: string }[]>();
const known = new Set<string>();

function learn(code: string): void {
  if (known.has(code)) return;
  known.add(code);
  for (const name of new Set(States.names(code).map(folded))) {
    if (name.length <= 2) continue;
    const word = name.split(' ', 1)[0]!;
    byWord.set(word, [...(byWord.get(word) ?? []), { code, name }]);
  }
}

/** "And", which Arabic writes without a space. */
const ARABIC_PREFIX = 'و';
const folded = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
