import { States } from '../../accounts/states.js';
import type { CellLanguage } from '../cell-language.js';
import { fold } from '../../platform/i18n/fold.js';
import { ORGANIZATIONS } from '../../accounts/states/state-names.data.js';
import type { Question } from './corrections.js';
import { formatOwners, type OwnerRef, UNKNOWN_OWNERS, wordsOf } from './owner-text.js';

/** Names that are shorter are too like each other. */
const ENOUGH = 5;

/** What a name that nobody knows may be: a State that it is like, a partner, a group, a working group, or everybody. */
export function ownerQuestion(name: string, language: CellLanguage): Question {
  const states = statesLike(name).map((subject): OwnerRef => ({ kind: 'state', subject }));
  const named = UNKNOWN_OWNERS.map((kind): OwnerRef => ({ kind, subject: name }));
  const everybody: OwnerRef = { kind: 'all-members', subject: null };
  const offers = [...states, ...rolesIn(name), ...named, everybody].map((owner) =>
    formatOwners([owner], language),
  );
  const partner = formatOwners([named[0]!], language);
  return {
    key: name,
    text: name,
    offers: [...new Set(offers)],
    likely: ORGANIZATIONS.test(fold(name)) ? partner : null,
    asItIs: false,
  };
}

/** "SADC Secretariat" may be the mechanism's own, which is for people to say. */
function rolesIn(name: string): OwnerRef[] {
  const words = ` ${fold(name).replace(/[^\p{L}]+/gu, ' ')} `;
  return (['secretariat', 'chair'] as const)
    .filter((kind) => wordsOf(kind).some((word) => words.includes(` ${fold(word)} `)))
    .map((kind) => ({ kind, subject: null }));
}

/** States whose name the text holds as whole words, or is a slip or two away from. */
function statesLike(name: string): string[] {
  const folded = fold(name);
  const words = ` ${folded.replace(/[^\p{L}]+/gu, ' ')} `;
  const found = States.all().filter((code) =>
    States.names(code).some((one) => {
      const known = fold(one);
      if (known.length < ENOUGH - 1) return false;
      return words.includes(` ${known} `) || (folded.length >= ENOUGH && isSlip(folded, known));
    }),
  );
  return found.slice(0, 3);
}

/** One letter more, less, other or changed with its neighbour. */
function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [one, other] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (
    Math.max(one.length, other.length) <= 1 || (one.length === 2 && one === [...other].reverse().join(''))
  );
}
