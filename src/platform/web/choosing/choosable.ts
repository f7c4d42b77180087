import type { Localized } from '../../i18n/localized.js';

/** A press that shows one more list of a form, by its key, and saves nothing: what was typed stays as it is. */
export const SHOW_LIST = '_list';

/** One line of what can be chosen. */
export interface Choosable {
  value: string;
  /** Empty when it has none. */
  code: string;
  title: Localized;
  /** From 0; those of 0 head a group. */
  depth: number;
  /** It only heads those below it. */
  heading?: true;
}

/** A list to choose from, in the order of its tree. */
export interface ChoosableList {
  key: string;
  /** Of which list one chooses, where there are several. */
  name?: Localized;
  /** Where a script finds its lines. */
  href: string;
  /** Null: they are not on the page until somebody opens it. */
  rows: readonly Choosable[] | null;
  /** They are on the page, and stay folded until somebody opens it. */
  folded?: true;
}

/** Whether somebody without a script asked for this list. */
export const asksFor = (values: Record<string, unknown>, key: string): boolean => values[SHOW_LIST] === key;
