import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/http/actor.js';
import { translator } from '../../platform/i18n/i18n.js';
import { type Localized, rendition } from '../../platform/i18n/localized.js';
import type { LetterItem } from '../../platform/mail/letter.js';
import { type AboutItem, isItemSeen } from '../access/text-parts.js';
import { subjectLine, subjectOf } from '../words/entry-subject.js';
import { type Disclosure, type Entry, EntryItem, EntryVersion, WORKING_TEXT } from './entry.entity.js';

/** A version with those of its items that its reader may know of. */
export interface VersionLine extends Pick<EntryVersion, 'entryId' | 'objectives'> {
  items: AboutItem[];
  /** What a free answer was asked. */
  question?: Localized | null;
}

/**
 * What a mail to `reader` says of the text with this number: of what was submitted last (of the working text, to its own
 * people alone). A mail about an earlier version names the last one, too: of earlier ones not everybody may know any more.
 */
export async function versionLine(
  read: EntityManager,
  reader: Actor,
  entry: Entry,
  number = entry.submittedVersion,
): Promise<VersionLine> {
  const { id: entryId } = entry;
  const { objectives } =
    number === WORKING_TEXT ? entry : await read.findOneByOrFail(EntryVersion, { entryId, number });
  const rows = await read.find(EntryItem, {
    where: { entryId, number },
    relations: { item: { plan: true } },
  });
  const items = rows.map(({ item }) => item).filter((item) => isItemSeen(reader, entry, item));
  return { entryId, objectives, items };
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
