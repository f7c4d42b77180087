import type { EntityManager } from 'typeorm';
import { translator } from '../../platform/i18n/i18n.js';
import { type Localized, rendition } from '../../platform/i18n/localized.js';
import type { LetterItem } from '../../platform/mail/letter.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import { subjectLine, subjectOf } from '../words/entry-subject.js';
import { type Disclosure, type Entry, EntryItem, EntryVersion, WORKING_TEXT } from './entry.entity.js';

/** A version with its items and their plans. */
export interface VersionLine extends Pick<EntryVersion, 'entryId' | 'objectives'> {
  items: PlanItem[];
  /** What a free answer was asked. */
  question?: Localized | null;
}

/** What a mail about a version, or the working text, says of it. */
export async function versionLine(
  read: EntityManager,
  entry: Pick<Entry, 'id' | 'objectives'>,
  number: number,
): Promise<VersionLine> {
  const { id: entryId } = entry;
  const { objectives } =
    number === WORKING_TEXT ? entry : await read.findOneByOrFail(EntryVersion, { entryId, number });
  const rows = await read.find(EntryItem, {
    where: { entryId, number },
    relations: { item: { plan: true } },
  });
  return { entryId, objectives, items: rows.map(({ item }) => item) };
}

/**
 * A version as a line of a mail: by the items in the plans of the mechanism the mail is about. Another's are not named, and
 * nothing of what the version says is.
 */
export function entryLine(
  language: string,
  { entryId, items, objectives, question }: VersionLine,
  { mechanismId }: Pick<Disclosure, 'mechanismId'>,
  path = '',
): LetterItem {
  const t = translator(language);
  const here = items.filter((item) => item.plan.mechanismId === mechanismId);
  const subject = subjectOf({ items: here, objectives, question });
  const title = rendition(subject.title, language);
  return {
    title: subjectLine(subject, title.text),
    language: title.fallback ? title.language : undefined,
    detail: subject.more > 0 ? t('entry.andMore', { count: subject.more }) : undefined,
    href: `/progress/${entryId}${path}`,
    action: t('entry.mail.open'),
  };
}
