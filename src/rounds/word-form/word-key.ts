import { createHash } from 'node:crypto';

/** Marks a question's table. Derived from the answer's id, so that a file of another round or delegation fits nowhere. */
export const wordKey = (answerId: string): string =>
  `#${createHash('sha256').update(`waymark word form ${answerId}`).digest('hex').slice(0, 12)}`;

export const WORD_KEY = /#[0-9a-f]{12}/g;
