import { formatDecimal } from '../../../platform/i18n/decimal.js';
import type { Indicator, Reading } from '../../../indicators/indicator.entity.js';
import type { Picture, Table } from '../../../platform/documents/document.js';
import { whenLabel } from '../../../plans/plan/labels.js';
import type { CompiledPassage } from '../../passages/passage.js';
import { itemsIn } from '../placing/accepts.js';
import { type DocumentWords, SLOT } from '../words/document-words.js';
import type { CompileContent } from './content.js';

/** Readings of indicators in the period, for the mechanism as a whole: a picture where there are several, and a table. */
export const indicatorsContent: CompileContent = function* ({ at, facts, content, material }, words) {
  const within = itemsIn(content.only, facts);
  const objectives = content.only?.objectives;
  const items = new Map(facts.items.map((item, index) => [item.id, { item, index }]));
  const shown = (material.indicators ?? [])
    .filter(({ indicator, readings }) => {
      const item = items.get(indicator.itemId)?.item;
      if (!item || readings.length === 0 || (within && !within.has(item.id))) return false;
      return !objectives?.length || item.serves.some((one) => objectives.includes(one));
    })
    .sort((a, b) => items.get(a.indicator.itemId)!.index - items.get(b.indicator.itemId)!.index);
  if (shown.length === 0) return;
  yield {
    key: `${at}/indicators`,
    blocks: [words.paragraph(words.counted('say.indicators', shown.length))],
    sources: [],
  };
  for (const { indicator, readings } of shown)
    yield indicatorPassage(
      indicator,
      readings,
      at,
      words,
      material.pictures?.get(indicator.id)?.get(words.language),
    );
};

function indicatorPassage(
  indicator: Indicator,
  readings: readonly Reading[],
  at: string,
  words: DocumentWords,
  picture: Picture | undefined,
): CompiledPassage {
  const { t } = words;
  const title = words.localized(indicator.title);
  const code = indicator.code ? `${indicator.code} ` : '';
  const name = `${code}${title.text}`;
  const table: Table = {
    type: 'table',
    ...(!picture && { caption: name }),
    columns: [
      { label: t('say.indicator.period'), width: 2 },
      { label: t('say.indicator.value'), align: 'end' },
      { label: t('say.indicator.source'), width: 3 },
    ],
    rows: readings.map(({ precision, start, end, value, source }) => [
      [{ text: whenLabel({ precision, start, end, text: null }, t, words.language, words.day) }],
      [{ text: formatDecimal(value, words.language) }],
      [{ text: source ?? '' }],
    ]),
  };
  const unit = indicator.unit ? words.localized(indicator.unit) : null;
  return {
    key: `${at}/indicator/${indicator.id}`,
    blocks: [
      words.paragraph(
        ...words.filled(t('say.indicator.intro', { slot: SLOT }), [{ ...title, text: name }]),
        ...(unit?.text ? words.filled(` ${t('say.indicator.unit', { slot: SLOT })}`, [unit]) : []),
      ),
      picture ? { type: 'figure', picture, caption: name, table } : table,
    ],
    sources: [
      {
        kind: 'indicator',
        id: indicator.id,
        seal: [indicator.version, ...readings.map(({ id }) => id.slice(-6))].join(' ').slice(0, 64),
      },
    ],
  };
}
