import {
  groupsInWords,
  MEMBERS,
  type ReaderGroup,
  seenBy,
  type WhereRead,
} from '../../mechanisms/readers/reader-words.js';
import type { PageContext } from '../../platform/web/page-context.js';
import type { Release, ReporterKind, Visibility } from '../entries/vocabulary.js';
import type { Use } from '../release/release-uses.js';

const SEES: Record<Visibility, readonly ReaderGroup[]> = {
  delegation: ['own', 'secretariat'],
  mechanism: MEMBERS,
  public: ['anybody'],
};

export interface Chooser extends WhereRead {
  reporterKind: ReporterKind;
}

/** Who will see an entry with this visibility, by name. */
export function visibilityReaders(
  page: Pick<PageContext, 't' | 'language'>,
  { reporterKind, ...where }: Chooser,
  visibility: Visibility,
): string {
  const groups = SEES[visibility].filter((group) => reporterKind !== 'secretariat' || group !== 'own');
  return seenBy(page, where, groups);
}

/** Who will read documents with it: the secretariat that makes them, its chair and delegations, and whoever gets them. */
export function releaseReaders(
  page: Pick<PageContext, 't' | 'language'>,
  { mechanism, readers }: Chooser,
  release: Release,
): string {
  if (release === 'none') return page.t('readers.noDocument');
  const list = groupsInWords(page, { mechanism, readers }, ['secretariat', 'chairs', 'delegations']);
  return page.t('readers.documents', { list });
}

/** The same for each of the four uses a reporter ticks. */
export function useReaders(page: Pick<PageContext, 't' | 'language'>, chooser: Chooser, use: Use): string {
  if (use === 'members') return visibilityReaders(page, chooser, 'mechanism');
  if (use === 'public') return visibilityReaders(page, chooser, 'public');
  return releaseReaders(page, chooser, use);
}
