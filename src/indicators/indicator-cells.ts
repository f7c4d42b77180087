import { LANGUAGE_NAMES, type Translate } from '../platform/i18n/i18n.js';
import type { Localized } from '../platform/i18n/localized.js';
import { unflatten } from '../platform/http/unflatten.js';
import type { IndicatorInput } from './indicator.dto.js';
import type { Target } from './indicator.entity.js';

/** An indicator as texts, by the places of its fields: `title.texts.en`, `baseline.year`. `fieldsOfCells` reads it back. */
export function cellsOf({ code, baseline, targets, otherDimension, ...texts }: IndicatorInput) {
  return {
    code,
    ...textCells('title', texts.title),
    ...textCells('unit', texts.unit),
    'baseline.value': baseline.value ?? '',
    'baseline.year': baseline.year === null ? '' : String(baseline.year),
    'baseline.text': baseline.text ?? '',
    targets: targetsText(targets),
    ...textCells('source', texts.source),
    otherDimension: otherDimension ?? '',
  };
}

/** Cells as the fields of an input, unchecked. */
export function fieldsOfCells(cells: Record<string, string>): Record<string, unknown> {
  const filled = Object.entries(cells).filter(([, text]) => text !== '');
  const fields = unflatten(Object.fromEntries(filled));
  return { ...fields, targets: readTargets(cells.targets ?? '') };
}

export function headingOf(key: string, t: Translate): string {
  const [field = '', part, language = ''] = key.split('.');
  if (field === 'baseline' && part === 'year') return `${t('indicator.baseline')}: ${t('indicator.year')}`;
  if (field === 'baseline' && part === 'text') return `${t('indicator.baseline')}: ${t('indicator.inWords')}`;
  const name = t(`indicator.${field}` as 'indicator.code');
  if (part === 'texts') return `${name} (${LANGUAGE_NAMES[language] ?? language})`;
  return part === 'original' ? t('exchange.part.original', { field: name }) : name;
}

function textCells(field: 'title' | 'unit' | 'source', text: Localized | null): Record<string, string> {
  if (!text) return {};
  const { original, texts } = text;
  const languages = Object.keys(texts).sort((a, b) => Number(b === original) - Number(a === original));
  return {
    ...Object.fromEntries(languages.map((language) => [`${field}.texts.${language}`, texts[language]!])),
    [`${field}.original`]: original,
  };
}

/** A line for each: `2027: 1250.5`, `2028: in each region`, `2029: 40 | of all`; as JSON when its words would be read otherwise. */
function targetsText(targets: readonly Target[]): string {
  const text = targets
    .map(
      ({ year, value, text: words }) => `${year}: ${value ?? ''}${value && words ? ' | ' : ''}${words ?? ''}`,
    )
    .join('\n');
  const plain = targets.map(({ year, value, text: words }) => ({ year, value, text: words }));
  return JSON.stringify(readTargets(text)) === JSON.stringify(plain) ? text : JSON.stringify(plain);
}

const FIGURE = /^[-+]?[\d ,.\u00a0\u202f]*\d$/;

/** What is no target is left to the check of the fields, which names it. */
function readTargets(text: string): unknown[] {
  if (text.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(text);
      if (Array.isArray(list)) return list;
    } catch {
      // It is read as lines, then.
    }
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [, year, said = ''] = /^\s*(\d{4})\s*[:=]\s*(.*)$/.exec(line) ?? [];
    const [figure = '', ...words] = said.split(' | ');
    if (!FIGURE.test(figure)) return { year: Number(year ?? NaN), value: null, text: said || null };
    return { year: Number(year), value: figure, text: words.join(' | ') || null };
  });
}
