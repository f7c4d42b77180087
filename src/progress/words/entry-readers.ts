import { groupsInWords, MEMBERS, type WhereRead } from '../../mechanisms/readers/reader-words.js';
import type { PageContext } from '../../platform/web/page-context.js';
import type { ReporterKind } from '../entries/vocabulary.js';

export interface Chooser extends WhereRead {
  reporterKind: ReporterKind;
}

/**
 * Who the people are that the choices speak of, by name, said once for all of them: the reporter's own, and those of the
 * mechanism.
 */
export function readersByName(
  page: Pick<PageContext, 't' | 'language'>,
  { reporterKind, ...where }: Chooser,
): string {
  const groups = reporterKind === 'secretariat' ? MEMBERS : (['own', ...MEMBERS] as const);
  return page.t('readers.byName', { list: groupsInWords(page, where, groups) });
}
