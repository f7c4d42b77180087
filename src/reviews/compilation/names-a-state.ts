import { States } from '../../accounts/states.js';
import type { Block } from '../../platform/documents/document.js';
import { fold } from '../../platform/i18n/fold.js';
import { textsOf } from '../passages/measure.js';

/**
 * The States among these that a text names, in whatever language, by their codes: words without attribution that do say
 * perhaps whose they are. For its secretariat, which asks the reporter; nothing is changed by it.
 */
export function statesNamedIn(blocks: readonly Block[], codes: Iterable<string>): string[] {
  const text = ` ${folded(blocks.flatMap(textsOf).join(' '))} `;
  return [...new Set(codes)].filter((code) =>
    namesOf(code).some((name) => text.includes(` ${name} `) || text.includes(` ${ARABIC_PREFIX}${name} `)),
  );
}

const known = new Map<string, string[]>();

function namesOf(code: string): string[] {
  let names = known.get(code);
  if (!names) {
    names = [...new Set(States.names(code).map((name) => folded(name)))].filter(({ length }) => length > 2);
    known.set(code, names);
  }
  return names;
}

/** "And", which Arabic writes without a space. */
const ARABIC_PREFIX = 'و';
const folded = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
