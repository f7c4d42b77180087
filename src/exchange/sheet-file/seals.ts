import { createHash } from 'node:crypto';

/** Spaces and ends of lines are what programs change without anybody's will. */
export const plainly = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Of what a cell said when the file was made: by it is known whether somebody changed the cell, or the plan, since. */
export const sealOf = (key: string, text: string): string =>
  createHash('sha256')
    .update(`${key}\u0000${plainly(text)}`)
    .digest('base64url')
    .slice(0, 8);

/** The seals of a row, as its hidden cell has them. */
export const sealsText = (texts: Readonly<Record<string, string>>): string =>
  Object.entries(texts)
    .map(([key, text]) => `${key}=${sealOf(key, text)}`)
    .join(' ');

export const sealsIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split(/\s+/).flatMap((one) => {
      const [key, seal] = one.split('=');
      return key && seal ? [[key, seal] as const] : [];
    }),
  );
