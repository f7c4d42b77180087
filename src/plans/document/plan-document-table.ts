import { ownersText, referenceCode, whenLabel } from '../plan/labels.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import type { Localized } from '../../platform/i18n/localized.js';
import type { Run, Table } from '../../platform/documents/document.js';
import type { PlanItem } from '../plan/plan.entity.js';
import { DocumentLocale } from './document-locale.js';
import { fundingText } from '../plan/money.js';

export interface Look {
  /** How far below the top of the table an item stands. */
  depthOf: (item: PlanItem) => number;
  isBold: (item: PlanItem) => boolean;
}

export function tableOf(items: PlanItem[], words: DocumentLocale, { depthOf, isBold }: Look): Table {
  const { t, language } = words;
  return {
    type: 'table',
    columns: [
      { label: t('item.code'), width: 2 },
      { label: t('planDocument.text'), width: 6 },
      { label: t('item.owners'), width: 4 },
      { label: t('item.when'), width: 3 },
      { label: t('planDocument.mapping'), width: 4 },
    ],
    rows: items.map((item) => [
      [{ text: item.code }],
      textOf(item, { depth: depthOf(item), bold: isBold(item) }, words),
      [{ text: ownersText(item.owners, t, language) }],
      [
        {
          text: [whenOf(item, words), item.status && t(`itemStatus.${item.status}` as TextKey)]
            .filter(Boolean)
            .join('\n'),
        },
      ],
      [{ text: mappingOf(item, words) }],
    ]),
  };
}

/** Title, description and money; how deep it stands is seen from the dashes before it. */
export function textOf(
  item: PlanItem,
  { depth, bold }: { depth: number; bold: boolean },
  words: DocumentLocale,
): Run[] {
  const { t, language } = words;
  const money = item.funding && fundingText(item.funding, t, language);
  const rest = [item.kind, money].filter(Boolean).join('\n');
  return [
    ...(depth > 0 ? [{ text: `${'–'.repeat(depth)} ` }] : []),
    words.run(item.title, { bold }),
    ...(item.description ? [{ text: '\n' }, words.run(item.description)] : []),
    ...(item.deliverables ? [{ text: '\n' }, ...deliverablesOf(item.deliverables, words)] : []),
    ...(rest ? [{ text: `\n${rest}` }] : []),
  ];
}

/** What is to be produced, by its name: it stands below the description. */
export const deliverablesOf = (text: Localized, words: DocumentLocale): Run[] => [
  { text: `${words.t('planDocument.deliverables')} ` },
  words.run(text),
];

export const whenOf = (
  { whenPrecision, whenStart, whenEnd, whenText }: PlanItem,
  { t, language, day }: DocumentLocale,
) =>
  whenLabel({ precision: whenPrecision, start: whenStart, end: whenEnd, text: whenText }, t, language, day);
export const objectivesOf = ({ objectives }: PlanItem) =>
  [...objectives]
    .sort((a, b) => a.objective - b.objective || a.letter.localeCompare(b.letter))
    .map(({ objective, letter }) => (letter ? `${objective}(${letter})` : String(objective)))
    .join(', ');
export const othersOf = (item: PlanItem, { t }: DocumentLocale) => [
  ...item.references.map((reference) => referenceCode(reference, t)),
  ...(item.institutional ? [t('item.institutional')] : []),
];

/** "9(a), 10", then references to other frameworks, by their codes. */
const mappingOf = (item: PlanItem, words: DocumentLocale): string =>
  [objectivesOf(item), ...othersOf(item, words)].filter(Boolean).join('\n');
