import { InvalidError } from '../platform/errors.js';

/** Where a page of a list ordered by moment ended. */
export interface Cursor {
  at: Date;
  id: string;
}

export const encodeCursor = ({ at, id }: Cursor): string =>
  Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');

/** Reads a cursor back; null for none. Throws InvalidError for one that was not made here. */
export function decodeCursor(cursor: string | null): Cursor | null {
  if (cursor === null) return null;
  const [moment = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const at = new Date(moment);
  if (Number.isNaN(at.getTime()) || id === '') throw InvalidError.field('cursor', 'error.format');
  return { at, id };
}
