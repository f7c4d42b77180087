import { listed } from '../../platform/i18n/listed.js';
import { States } from '../../accounts/states.js';
import { jvapDomains } from '../../framework/related-frameworks.data.js';
import { formatMonth } from '../../platform/i18n/dates.js';
import type { TextKey, Translate } from '../../platform/i18n/i18n.js';
import type { ItemOwner, ItemReference, Plan } from './plan.entity.js';
import type { When } from '../items/when.js';

type OwnerLike = Pick<ItemOwner, 'kind' | 'subject'>;

/** "Kenya", "Chair", "Working group: Migration data" */
export function ownerLabel(owner: OwnerLike, t: Translate, language: string): string {
  if (owner.kind === 'state') return States.name(owner.subject!, language);
  return t(`owner.${owner.kind}` as TextKey, { subject: owner.subject ?? '' });
}

type ReferenceLike = Pick<ItemReference, 'framework' | 'code'>;

/** "SDG target 8.8", "JVAP domain 2: Legal migration and mobility", "Agenda 2063: Goal 4" */
export function referenceLabel({ framework, code }: ReferenceLike, t: Translate): string {
  const domain = framework === 'jvap' && jvapDomains.find((one) => one.code === code);
  return domain
    ? t('reference.jvapDomain', { code, title: domain.title })
    : referenceCode({ framework, code }, t);
}

/** The same without a title. */
export function referenceCode({ framework, code }: ReferenceLike, t: Translate): string {
  if (framework === 'sdg') return t('reference.sdg', { code });
  return framework === 'jvap' ? t('reference.jvap', { code }) : `${framework}: ${code}`;
}

/** All who answer for an item, in one line. */
export const ownersText = (owners: OwnerLike[], t: Translate, language: string) =>
  listed(
    owners.map((owner) => ownerLabel(owner, t, language)),
    language,
    'unit',
  );

/** When something is planned for, in words, no more precise than the plan. */
export function whenLabel(when: When, t: Translate, language: string, day: (day: string) => string): string {
  const { precision, start, end, text } = when;
  const words = text ? ` (${text})` : '';
  if (precision === 'none' || !start) {
    return text ?? (precision === 'recurring' ? t('when.recurring') : '');
  }
  const year = start.slice(0, 4);
  switch (precision) {
    case 'day':
      return day(start) + words;
    case 'month':
      return formatMonth(start, language) + words;
    case 'quarter':
      return t(`when.quarter.${Math.ceil(Number(start.slice(5, 7)) / 3)}` as TextKey, { year }) + words;
    case 'half-year':
      return t(`when.halfYear.${start.slice(5, 7) === '01' ? 1 : 2}` as TextKey, { year }) + words;
    case 'year':
      return year + words;
    case 'range':
      return t('when.range', { from: day(start), until: day(end!) }) + words;
    case 'open-ended':
      return t('when.openEnded', { from: day(start) }) + words;
    case 'recurring':
      return text ?? t('when.recurring');
  }
}

/** "1 January 2026 – 31 December 2030"; the one day that is known; '' for none. */
export function periodOf(
  plan: Pick<Plan, 'periodStart' | 'periodEnd'>,
  day: (day: string) => string,
): string {
  const { periodStart: from, periodEnd: until } = plan;
  return from && until ? `${day(from)} – ${day(until)}` : from || until ? day((from ?? until)!) : '';
}
