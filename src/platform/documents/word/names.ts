/*
 * What bookmarks of our files are called. Word allows letters, figures and `_`, and no more than 40 characters; a
 * bookmark outlives typing, saving and other programs, where block content controls do not: LibreOffice drops those.
 */

const UNIT = 'wm_';
const KEY = 'wk_';
const ID = /^[A-Za-z0-9-]{1,36}$/;

/** Around the blocks of a unit; nothing for one that no bookmark can be called after. */
export const unitBookmark = (unit: string) => named(UNIT, unit);
/** Around a paragraph that others refer to. */
export const keyBookmark = (key: string) => named(KEY, key);
/** Around all that stands before the text: masthead, title, facts, contents. */
export const FRONT = 'waymark_front';

export const unitOfBookmark = (name: string) => idOf(UNIT, name);
export const keyOfBookmark = (name: string) => idOf(KEY, name);

const named = (prefix: string, id: string) => (ID.test(id) ? prefix + id.replaceAll('-', '_') : undefined);

function idOf(prefix: string, name: string): string | undefined {
  const id = name.startsWith(prefix) ? name.slice(prefix.length).replaceAll('_', '-') : '';
  return ID.test(id) ? id : undefined;
}
