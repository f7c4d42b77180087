import { createHmac, timingSafeEqual } from 'node:crypto';
import { NIL, parse, stringify } from 'uuid';
import type { Keys } from '../../platform/keys.js';

/** Not this time; no more about this subject; no reminders at all. */
export const WISH_KINDS = ['later', 'never', 'none'] as const;
export type WishKind = (typeof WISH_KINDS)[number];

export interface SignedWish {
  kind: WishKind;
  accountId: string;
  /** Empty for `none`. */
  subjectId: string;
}

/** One byte for the kind, two ids. Signed: 71 characters; a route's parameter may have 100. */
const BODY_BYTES = 33;
const PURPOSE = 'reminder wish';

/**
 * The address part that lets whoever got the mail say their wish without signing in. It has no end (a mail is read
 * years later, and the wish to be left alone is still valid) and opens nothing but this wish.
 */
export function signWish({ kind, accountId, subjectId }: SignedWish, keys: Keys): string {
  const body = Buffer.concat([
    Buffer.of(WISH_KINDS.indexOf(kind)),
    parse(accountId),
    parse(subjectId || NIL),
  ]);
  return keys.sign(PURPOSE, body).toString('base64url');
}

/** The wish a token stands for; null when none of the installation's keys signed it. */
export function readWish(token: string, keys: Keys): SignedWish | null {
  const bytes = Buffer.from(token, 'base64url');
  const body = firstWay(bytes, keys) ?? keys.verify(PURPOSE, bytes)?.bytes;
  if (body?.length !== BODY_BYTES) return null;
  const subjectId = stringify(body.subarray(17));
  return {
    kind: WISH_KINDS[body[0]!]!,
    accountId: stringify(body.subarray(1, 17)),
    subjectId: subjectId === NIL ? '' : subjectId,
  };
}

/** As mails of the first months were signed, without the id of the key. */
function firstWay(bytes: Buffer, keys: Keys): Buffer | undefined {
  if (bytes.length !== BODY_BYTES + FIRST_SIGNATURE_BYTES) return undefined;
  const body = bytes.subarray(0, BODY_BYTES);
  const signed = keys.all.some(({ text }) =>
    timingSafeEqual(
      bytes.subarray(BODY_BYTES),
      createHmac('sha256', text)
        .update('waymark reminder wish')
        .update(body)
        .digest()
        .subarray(0, FIRST_SIGNATURE_BYTES),
    ),
  );
  return signed ? body : undefined;
}

const FIRST_SIGNATURE_BYTES = 16;
