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

/** A wish as its link says it. */
export interface ReadWish {
  wish: SignedWish;
  /** By which key, and when; null for a link of the first months, which says neither. */
  signed: { keyId: string; at: Date } | null;
}

/** One byte for the kind, two ids. With four for the second, and signed: 76 characters; a route's parameter may have 100. */
const BODY_BYTES = 33;
const PURPOSE = 'reminder wish';

/**
 * The address part that lets whoever got the mail say their wish without signing in. It has no end (a mail is read
 * years later, and the wish to be left alone is still valid) and opens nothing but this wish.
 */
export function signWish({ kind, accountId, subjectId }: SignedWish, keys: Keys, now: Date): string {
  const second = Buffer.alloc(4);
  second.writeUInt32BE(Math.floor(now.getTime() / 1000));
  const body = Buffer.concat([
    Buffer.of(WISH_KINDS.indexOf(kind)),
    parse(accountId),
    parse(subjectId || NIL),
    second,
  ]);
  return keys.sign(PURPOSE, body).toString('base64url');
}

/** The wish a token stands for; null when none of the installation's keys signed it. */
export function readWish(token: string, keys: Keys): ReadWish | null {
  const bytes = Buffer.from(token, 'base64url');
  const first = firstWay(bytes, keys);
  if (first) return { wish: wishIn(first), signed: null };
  const opened = keys.verify(PURPOSE, bytes);
  if (opened?.bytes.length !== BODY_BYTES + 4) return null;
  const at = new Date(opened.bytes.readUInt32BE(BODY_BYTES) * 1000);
  return { wish: wishIn(opened.bytes), signed: { keyId: opened.keyId, at } };
}

function wishIn(body: Buffer): SignedWish {
  const subjectId = stringify(body.subarray(17, BODY_BYTES));
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
