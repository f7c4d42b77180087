import { createHash } from 'node:crypto';

/** By its code; in titles; or elsewhere, and in titles only together with it. What is found in one way is not in another. */
export const WHERES = ['code', 'title', 'text'] as const;
export type Where = (typeof WHERES)[number];

/** So many characters a term begins with. */
export const SPACE = 12;
export const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const spaces = new Map<string, string>();

/** What the terms of an audience begin with: always as long, so that no word can be taken for another's. */
export function spaceOf(kind: string, audience: string, where: Where): string {
  const key = [kind, audience, where].join('\n');
  let space = spaces.get(key);
  if (!space) {
    space = BigInt(`0x${hash(key).slice(0, 15)}`)
      .toString(36)
      .padStart(SPACE, '0');
    // Audiences are as many as roles, States and partners; whatever is asked for cannot add to them.
    spaces.set(key, space);
  }
  return space;
}
