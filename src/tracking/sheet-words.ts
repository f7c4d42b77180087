import { States } from '../accounts/states.js';
import { formatDay, localeOf } from '../platform/i18n/dates.js';
import type { Translate } from '../platform/i18n/i18n.js';
import { ownerLabel } from '../plans/plan/labels.js';
import type { OwnerKind } from '../plans/plan/vocabulary.js';
import { NONE, type SheetColumn, type SheetQuery } from './sheet.dto.js';

/** The names of the columns. */
export const COLUMN_KEYS = {
  status: 'item.status',
  owners: 'sheet.owner',
  when: 'sheet.date',
  objectives: 'sheet.objectives',
  reported: 'sheet.lastReported',
  byReports: 'sheet.byReports',
  waiting: 'sheet.waiting',
} as const satisfies Record<SheetColumn, string>;

export const SORT_KEYS = {
  code: 'item.code',
  title: 'item.title',
  owners: 'sheet.owner',
  when: 'sheet.date',
  reported: 'sheet.lastReported',
  waiting: 'sheet.waiting',
} as const;

/** What a filter says, as its form calls it: "Status: Planned, Ongoing". Empty for the whole plan in its order. */
export function filterWords(query: SheetQuery, t: Translate, language: string): string[] {
  const day = (value: string) => formatDay(value, language);
  const said = (label: string, value: string | null) =>
    value === null ? [] : [t('sheet.filterSays', { label, value })];
  const { q, status, owner, dueFrom, dueUntil, objective, reported, reportedDay, sort } = query;
  const statuses = status.map((one) => (one === NONE ? t('item.noStatus') : t(`itemStatus.${one}`)));
  return [
    ...said(t('sheet.words'), q),
    ...said(t('item.status'), statuses.length > 0 ? anyOf(statuses, language) : null),
    ...said(t('sheet.owner'), owner && ownerWords(owner, t, language)),
    ...said(t('sheet.dueFrom'), dueFrom && day(dueFrom)),
    ...said(t('sheet.dueUntil'), dueUntil && day(dueUntil)),
    ...said(
      t('sheet.objective'),
      objective === null ? null : objective === 0 ? t('sheet.noObjective') : `${objective}`,
    ),
    ...(reported === 'before' ? said(t('sheet.reportedDay'), reportedDay && day(reportedDay)) : []),
    ...(reported && reported !== 'before'
      ? said(t('sheet.lastReported'), t(`sheet.reported.${reported}`))
      : []),
    ...(['undated', 'onlyWaiting', 'differs'] as const).flatMap((flag) =>
      query[flag === 'onlyWaiting' ? 'waiting' : flag] ? [t(`sheet.${flag}`)] : [],
    ),
    ...said(t('sheet.sort'), sort && t(SORT_KEYS[sort])),
    ...(sort && query.desc ? [t('sheet.desc')] : []),
  ];
}

const anyOf = (words: readonly string[], language: string) =>
  new Intl.ListFormat(localeOf(language), { type: 'disjunction' }).format(words);

/** By the key that stands in the address: `state:KEN`, `chair`, `none`. */
function ownerWords(key: string, t: Translate, language: string): string {
  if (key === NONE) return t('sheet.noOwner');
  const [, kind = '', subject = null] = /^([^:]*)(?::(.*))?$/s.exec(key) ?? [];
  if (kind === 'state' && !States.exists(subject ?? '')) return key;
  return ownerLabel({ kind: kind as OwnerKind, subject }, t, language);
}
