import { createHmac, timingSafeEqual } from 'node:crypto';
import { NIL, parse, stringify } from 'uuid';

/** Not this time; no more about this subject; no reminders at all. */
export const WISH_KINDS = ['later', 'never', 'none'] as const;
export type WishKind = (typeof WISH_KINDS)[number];

export interface SignedWish {
  kind: WishKind;
  accountId: string;
  /** Empty for `none`. */
  subjectId: string;
}

/** One byte for the kind, two ids, half of a SHA-256: 66 characters; a route's parameter may have 100. */
const BODY_BYTES = 33;
const SIGNATURE_BYTES = 16;

/**
 * The address part that lets whoever got the mail say their wish without signing in. It has no end (a mail is read
 * years later, and the wish to be left alone is still valid) and opens nothing but this wish.
 */
export function signWish({ kind, accountId, subjectId }: SignedWish, secretKey: string): string {
  const body = Buffer.concat([
    Buffer.of(WISH_KINDS.indexOf(kind)),
    parse(accountId),
    parse(subjectId || NIL),
  ]);
  return Buffer.concat([body, signature(body, secretKey)]).toString('base64url');
}

/** The wish a token stands for; null when it was not signed here. */
export function readWish(token: string, secretKey: string): SignedWish | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== BODY_BYTES + SIGNATURE_BYTES) return null;
  const body = bytes.subarray(0, BODY_BYTES);
  if (!timingSafeEqual(bytes.subarray(BODY_BYTES), signature(body, secretKey))) return null;
  const subjectId = stringify(body.subarray(17));
  return {
    kind: WISH_KINDS[body[0]!]!,
    accountId: stringify(body.subarray(1, 17)),
    subjectId: subjectId === NIL ? '' : subjectId,
  };
}

/** The prefix keeps a signature made for something else with the same key from fitting here. */
const signature = (body: Buffer, secretKey: string) =>
  createHmac('sha256', secretKey)
    .update('waymark reminder wish')
    .update(body)
    .digest()
    .subarray(0, SIGNATURE_BYTES);
