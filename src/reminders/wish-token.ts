import { createHmac, timingSafeEqual } from 'node:crypto';

/** Not this round; no more about this item; no reminders at all. */
export const WISH_KINDS = ['later', 'never', 'none'] as const;
export type WishKind = (typeof WISH_KINDS)[number];

export interface SignedWish {
  kind: WishKind;
  accountId: string;
  /** Empty for `none`. */
  itemId: string;
}

/**
 * The address part that lets whoever got the mail say their wish without signing in. It has no end (a mail is read
 * years later, and the wish to be left alone is still valid) and opens nothing but this wish.
 */
export function signWish(wish: SignedWish, secretKey: string): string {
  const body = [wish.kind, wish.accountId, wish.itemId].join('.');
  return `${body}.${signature(body, secretKey)}`;
}

/** The wish a token stands for; null when it was not signed here. */
export function readWish(token: string, secretKey: string): SignedWish | null {
  const [kind, accountId, itemId, sent] = token.split('.');
  if (kind === undefined || accountId === undefined || itemId === undefined || sent === undefined)
    return null;
  const right = Buffer.from(signature([kind, accountId, itemId].join('.'), secretKey));
  const given = Buffer.from(sent);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const known = WISH_KINDS.find((one) => one === kind);
  return known ? { kind: known, accountId, itemId } : null;
}

/** The prefix keeps a signature made for something else with the same key from fitting here. */
const signature = (body: string, secretKey: string) =>
  createHmac('sha256', secretKey).update(`waymark reminder wish ${body}`).digest('base64url');
