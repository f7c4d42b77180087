import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { rendition } from '../../platform/i18n/localized.js';
import type { Crumb } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Indicator } from '../indicator.entity.js';
import { useIndicatorName } from './labels.js';

/** The way to an indicator: mechanism, plan, item. */
export function useCrumbs(mechanism: Mechanism, { item }: Pick<Indicator, 'item'>): Crumb[] {
  const { language } = usePage();
  return [
    { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
    { label: rendition(item.plan.title, language).text, href: `/plans/${item.planId}` },
    { label: `${item.code} ${rendition(item.title, language).text}`.trim(), href: `/items/${item.id}` },
  ];
}

export function useOwnCrumb(indicator: Indicator | null): Crumb[] {
  const name = useIndicatorName();
  return indicator ? [{ label: name(indicator), href: `/indicators/${indicator.id}` }] : [];
}
