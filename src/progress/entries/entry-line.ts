import type { EntityManager } from 'typeorm';
import { objectiveTitle } from '../../framework/framework.js';
import { translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import type { LetterItem } from '../../platform/mail/letter.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import { type Disclosure, type Entry, EntryItem, EntryVersion } from './entry.entity.js';

/** A version with its items and their plans. */
export interface VersionLine extends Pick<EntryVersion, 'entryId' | 'objectives'> {
  items: PlanItem[];
}

/** What a mail about a version says of it. */
export async function versionLine(
  read: EntityManager,
  { id: entryId }: Pick<Entry, 'id'>,
  number: number,
): Promise<VersionLine> {
  const { objectives } = await read.findOneByOrFail(EntryVersion, { entryId, number });
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
  { entryId, items, objectives }: VersionLine,
  { mechanismId }: Pick<Disclosure, 'mechanismId'>,
  path = '',
): LetterItem {
  const t = translator(language);
  const here = items.filter((item) => item.plan.mechanismId === mechanismId);
  const [first, ...others] = here.sort(byCode);
  const title = first && rendition(first.title, language);
  return {
    title:
      first && title ? [first.code, title.text].filter(Boolean).join(' ') : withoutItem(objectives, language),
    language: title?.fallback ? title.language : undefined,
    detail: others.length > 0 ? t('entry.andMore', { count: others.length }) : undefined,
    href: `/progress/${entryId}${path}`,
    action: t('entry.mail.open'),
  };
}

/** What an entry is about that is about no item. */
function withoutItem(objectives: number[] | null, language: string): string {
  const t = translator(language);
  const [number] = objectives ?? [];
  if (number === undefined) return t(objectives ? 'entry.freeAnswer' : 'entry.noItem');
  return `${t('entry.objective', { number })}: ${objectiveTitle(number, language).text}`;
}

const byCode = (a: PlanItem, b: PlanItem) => a.code.localeCompare(b.code, 'en', { numeric: true });
