import { typedList } from '../../platform/i18n/typed-list.js';
import { InvalidError } from '../../platform/errors.js';

/** The items of the codes given, in the plan's order; without codes, all that have nothing below them. */
export function chosenItems<T extends { id: string; code: string; parentId: string | null }>(
  tree: readonly T[],
  codes: string | null,
): T[] {
  const wanted = typedList(codes);
  if (wanted.length === 0) {
    const parents = new Set(tree.map(({ parentId }) => parentId));
    return tree.filter(({ id }) => !parents.has(id));
  }
  const known = new Set(tree.map(({ code }) => code));
  const unknown = wanted.find((code) => !known.has(code));
  if (unknown) throw InvalidError.field('codes', 'error.itemCode', { code: unknown });
  return tree.filter(({ code }) => wanted.includes(code));
}
