import { listed } from '../../platform/i18n/listed.js';
import { States } from '../../accounts/states.js';
import { isolated } from '../../platform/i18n/isolated.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import type { Readers } from './readers.js';

/** Groups of people something may be opened to. `own`: those who speak for the same State or partner. */
export type ReaderGroup =
  'own' | 'secretariat' | 'delegations' | 'chairs' | 'partners' | 'readers' | 'anybody';

/** Everybody with a role in the mechanism. */
export const MEMBERS: readonly ReaderGroup[] = [
  'secretariat',
  'chairs',
  'delegations',
  'partners',
  'readers',
];

interface Page {
  t: Translate;
  language: string;
}

export interface WhereRead {
  /** Short name of the mechanism. */
  mechanism: string;
  /** Null for a mechanism whose people are not the reader's to know. */
  readers: Readers | null;
}

/** More names than these are not read in a sentence. */
const NAMED = 8;

/**
 * Who would see something, by name, as a sentence beside a choice: "Seen by the secretariat of X (names) and the 38
 * delegations of X (...)." A group without anybody is left out, but for the secretariat, which is said to have nobody yet.
 */
export const seenBy = (page: Page, where: WhereRead, groups: readonly ReaderGroup[]): string =>
  page.t('readers.seenBy', { list: groupsInWords(page, where, groups) });

/** The groups alone, to stand in another sentence. */
export function groupsInWords(page: Page, where: WhereRead, groups: readonly ReaderGroup[]): string {
  const words = groups.flatMap((group) => groupWords(page, where, group) ?? []);
  return listed(words, page.language);
}

/** One group in words; null where nobody is in it. */
export function groupWords(
  { t, language }: Page,
  { mechanism, readers }: WhereRead,
  group: ReaderGroup,
): string | null {
  const where = { mechanism: isolated(mechanism) };
  if (group === 'anybody') return t('readers.anybody');
  if (!readers) return t(`readers.${group}.unnamed`, where);
  const named = (names: readonly string[]) => namesIn(names, { t, language });
  const states = () => States.sorted(readers.states, language).map((code) => States.name(code, language));
  switch (group) {
    case 'own':
      return readers.own.length > 0 ? t('readers.own', { ...where, names: named(readers.own) }) : null;
    case 'secretariat':
      return readers.secretariat.length > 0
        ? t('readers.secretariat', { ...where, names: named(readers.secretariat) })
        : t('readers.secretariat.nobody', where);
    case 'delegations':
      return readers.states.length > 0
        ? t('readers.delegations', { ...where, count: readers.states.length, names: named(states()) })
        : null;
    case 'chairs':
      return readers.chairs.length > 0
        ? t('readers.chairs', { ...where, names: named(readers.chairs) })
        : null;
    case 'partners':
      return readers.partners.length > 0
        ? t('readers.partners', { ...where, names: named(readers.partners) })
        : null;
    case 'readers':
      return readers.others > 0 ? t('readers.readers', { ...where, count: readers.others }) : null;
  }
}

function namesIn(names: readonly string[], { t, language }: Page): string {
  const shown = names.length > NAMED + 1 ? names.slice(0, NAMED) : names;
  const more = names.length - shown.length;
  const list = [...shown.map(isolated), ...(more > 0 ? [t('readers.more', { number: more })] : [])];
  return listed(list, language);
}
