import type { IndicatorInput } from './indicator.dto.js';
import type { Indicator } from './indicator.entity.js';

/** What the plan itself says of an indicator; its source and its translations may come any time. */
export const INDICATOR_TEXT = [
  'code',
  'title',
  'unit',
  'baseline',
  'targets',
] as const satisfies (keyof IndicatorInput)[];

/** An indicator as the input that would make it: for its form, for history and for conflicts. */
export function inputOf(indicator: Indicator): IndicatorInput {
  const { code, title, unit, baselineValue: value, baselineYear: year, baselineText: text } = indicator;
  const { targets, source, otherDimension } = indicator;
  return { code, title, unit, baseline: { value, year, text }, targets, source, otherDimension };
}

/** The columns an input fills. */
export function columnsOf({ baseline, ...input }: IndicatorInput) {
  const { value: baselineValue, year: baselineYear, text: baselineText } = baseline;
  return { ...input, baselineValue, baselineYear, baselineText };
}

/** The same in the short forms that a history shows: `2027: 1250.5 (in each region)`. */
export function recordOf(input: IndicatorInput) {
  const { baseline, targets, ...rest } = input;
  return {
    ...rest,
    baseline: stated(baseline),
    targets: targets.map(stated),
  };
}

function stated({ value, year, text }: IndicatorInput['baseline']): string {
  const figure = [value, text && (value ? `(${text})` : text)].filter(Boolean).join(' ');
  return [year, figure].filter(Boolean).join(': ');
}

/** What the plan says of it, in a few lines, as an amendment shows it: in the original language. */
export function indicatorText({ code, title, unit, baseline, targets }: IndicatorInput): string {
  const [name, of] = [title, unit].map((text) => text?.texts[text.original]);
  const heading = `${code} ${name}`.trim() + (of ? ` (${of})` : '');
  return [heading, stated(baseline), ...targets.map(stated)].filter(Boolean).join('\n');
}
