import { headed } from '../../platform/i18n/isolated.js';
import { formatDecimal } from '../../platform/i18n/decimal.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { usePage } from '../../platform/web/page-context.js';
import { whenLabel } from '../../plans/plan/labels.js';
import type { Indicator, Target } from '../indicator.entity.js';
import type { Period } from '../period.js';
import type { Dimension, Sex } from '../vocabulary.js';

/** A figure: always from left to right, whatever the text around it does. */
export function Figure({ value }: { value: string }) {
  const { language } = usePage();
  return <bdi dir="ltr">{formatDecimal(value, language)}</bdi>;
}

/** A baseline or target: its figure, the plan's words, or both. */
export function Stated({ value, text }: Pick<Target, 'value' | 'text'>) {
  if (value === null) return text === null ? null : <bdi>{text}</bdi>;
  return (
    <>
      <Figure value={value} />
      {text !== null && (
        <>
          {' '}
          (<bdi>{text}</bdi>)
        </>
      )}
    </>
  );
}

/** "quarter 2 of 2025", "2023–2027" */
export function usePeriodLabel(): (period: Period) => string {
  const { t, language, day } = usePage();
  return ({ precision, start, end }) => {
    const years = precision === 'range' && start.endsWith('-01-01') && end.endsWith('-12-31');
    if (years) return `${start.slice(0, 4)}–${end.slice(0, 4)}`;
    return whenLabel({ precision, start, end, text: null }, t, language, day);
  };
}

/** "F.1 Officials trained" in the reader's language. */
export function useIndicatorName(): (indicator: Pick<Indicator, 'code' | 'title'>) => string {
  const { language } = usePage();
  return ({ code, title }) => headed(code, rendition(title, language).text);
}

/** The name of a dimension; the free one has the name the indicator gives it. */
export function useDimensionLabel(indicator: Pick<Indicator, 'otherDimension'>): (one: Dimension) => string {
  const { t } = usePage();
  return (dimension) =>
    dimension === 'other' && indicator.otherDimension
      ? indicator.otherDimension
      : t(`reading.${dimension}` as TextKey);
}

/** The part a figure is about: a code has a name, the rest is in the source's words. */
export function usePartLabel(): (dimension: Dimension, part: string) => string {
  const { t } = usePage();
  return (dimension, part) => (dimension === 'sex' ? t(`sex.${part as Sex}`) : part);
}
