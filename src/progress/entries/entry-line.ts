import { objectiveTitle } from '../../framework/framework.js';
import { translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import type { LetterItem } from '../../platform/mail/letter.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import type { Disclosure, Entry } from './entry.entity.js';

/**
 * An entry, with its items and their plans, as a line of a mail: by the items in the plans of the mechanism the mail is
 * about. Another's are not named, and nothing of what the entry says is.
 */
export function entryLine(
  language: string,
  { id, items, objectives }: Pick<Entry, 'id' | 'items' | 'objectives'>,
  { mechanismId }: Pick<Disclosure, 'mechanismId'>,
  path = '',
): LetterItem {
  const t = translator(language);
  const here = items.map(({ item }) => item).filter((item) => item.plan.mechanismId === mechanismId);
  const [first, ...others] = here.sort(byCode);
  const title = first && rendition(first.title, language);
  return {
    title:
      first && title ? [first.code, title.text].filter(Boolean).join(' ') : withoutItem(objectives, language),
    language: title?.fallback ? title.language : undefined,
    detail: others.length > 0 ? t('entry.andMore', { count: others.length }) : undefined,
    href: `/progress/${id}${path}`,
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
