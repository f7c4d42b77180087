import type { Actor } from '../../platform/http/actor.js';

/** Who had a hand in a text, and by which way. For the reporter's own people, and what a secretariat did itself. */
export interface Writer {
  /** `behalf`: of the secretariat, from what the reporter sent in another way. */
  way: 'account' | 'link' | 'behalf';
  accountId: string | null;
  /** Empty for whoever holds an address that was copied: nobody knows. */
  name: string;
  /** Of a `link`: which, and the name of the person it is from. */
  link?: { id: string; of: string };
}

/** More than write one text; it keeps a link that is passed from hand to hand from growing it without end. */
const MOST = 30;

export function writerOf({ kind, accountId, name, link }: Actor): Writer {
  if (kind !== 'link' || !link) return { way: 'account', accountId, name };
  return { way: 'link', accountId, name, link: { id: link.id, of: link.of } };
}

/** Each once, in the order they came. */
export function withWriters(there: readonly Writer[] | null, more: readonly Writer[]): Writer[] {
  const all = [...(there ?? [])];
  for (const one of more) if (!all.some((known) => isSame(known, one))) all.push(one);
  return all.slice(-MOST);
}

/** Whether a text came through one link and from nobody else. */
export const isOnlyBy = (writers: readonly Writer[], linkId: string): boolean =>
  writers.length > 0 && writers.every(({ link }) => link?.id === linkId);

const isSame = (one: Writer, other: Writer) =>
  one.way === other.way &&
  one.accountId === other.accountId &&
  one.name === other.name &&
  one.link?.id === other.link?.id;
