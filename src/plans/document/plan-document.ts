import { officialNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import type { Block, Document, Fact, Picture, Table } from '../../platform/documents/document.js';
import { labelsIn } from '../../platform/documents/labels.js';
import { directionOf, type TextKey } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import type { Amendment } from '../amendments/amendment.entity.js';
import { crossCuttingBlocks, partBlocks } from './plan-document-items.js';
import type { Plan, PlanItem } from '../plan/plan.entity.js';
import { DocumentLocale } from './document-locale.js';
import { totalsOf } from '../plan/stated-totals.js';
import { periodOf } from '../plan/labels.js';

export interface PlanDocumentInput {
  plan: Plan;
  mechanism: Mechanism;
  logo?: Picture;
  /** In the order of the tree, with owners and mapping. */
  items: PlanItem[];
  /** The latest first. */
  amendments: Amendment[];
  /** Items on each level, from the top. */
  levels: number[];
  language: string;
  now: Date;
}

/** A plan as a document to print: its facts, its amendments, and a table for each of its parts. */
export function planDocument(text: PlanDocumentInput): Document {
  const { plan, mechanism, logo, language, now } = text;
  const words = new DocumentLocale(language);
  const { t } = words;
  const title = rendition(plan.title, language).text;
  return {
    logo,
    title,
    subtitle: officialNameIn(mechanism, language),
    language,
    direction: directionOf(language),
    created: now,
    facts: factsOf(text, words),
    footer: t('planDocument.footer', { mechanism: mechanism.abbreviation, plan: title }),
    labels: labelsIn(t),
    blocks: [
      ...noteOf(plan, words),
      ...totals(text, words),
      ...amendmentsOf(text.amendments, words),
      ...crossCuttingBlocks(text.items, words),
      ...partBlocks(text, words),
    ],
  };
}

function factsOf({ plan, items, now }: PlanDocumentInput, words: DocumentLocale): Fact[] {
  const { t, day } = words;
  const facts: [TextKey, string | null][] = [
    ['plan.kind', t(`planKind.${plan.kind}` as TextKey)],
    ['plan.state', t(`planState.${plan.state}` as TextKey)],
    ['plan.period', periodOf(plan, day)],
    ['plan.adoptedByField', plan.adoptedBy],
    ['planDocument.adoptedOn', plan.adoptedOn && day(plan.adoptedOn)],
    ['plan.counted', t('plan.countedItems', { count: items.length })],
    ['plan.source', plan.source && words.run(plan.source).text],
    ['planDocument.standing', day(now.toISOString().slice(0, 10))],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label: t(label), value }] : []));
}

const noteOf = ({ note }: Plan, words: DocumentLocale): Block[] =>
  note ? [{ type: 'paragraph', runs: [words.run(note)] }] : [];

function totals({ plan, levels }: PlanDocumentInput, { t }: DocumentLocale): Block[] {
  const stated = plan.statedTotals ?? [];
  if (stated.length === 0) return [];
  return [
    { type: 'heading', level: 1, text: t('totals.title') },
    {
      type: 'table',
      columns: [
        { label: t('totals.level'), width: 2 },
        { label: t('totals.counted') },
        { label: t('totals.stated'), width: 3 },
      ],
      rows: totalsOf(plan.levelNames, levels, stated).map((row) => [
        [{ text: row.name ?? t('totals.unnamed', { level: row.level }) }],
        [{ text: row.counted === null ? t('totals.noLevel') : String(row.counted) }],
        [
          {
            text: row.stated
              .map(({ count, source }) => (source ? t('totals.statedBy', { number: count, source }) : count))
              .join('\n'),
          },
        ],
      ]),
    },
  ];
}

function amendmentsOf(amendments: Amendment[], { t, day }: DocumentLocale): Block[] {
  if (amendments.length === 0) return [];
  const decision = ({ decidedBy, decidedOn }: Amendment) =>
    [decidedBy, decidedOn && day(decidedOn)].filter(Boolean).join('\n');
  const table: Table = {
    type: 'table',
    columns: [
      { label: '' },
      { label: t('amendment.reason'), width: 3 },
      { label: t('amendment.decidedBy'), width: 2 },
    ],
    rows: amendments.map((amendment) => [
      [
        {
          text: t(amendment.closedAt ? 'amendment.number' : 'amendment.underWay', {
            number: amendment.number,
          }),
        },
      ],
      [{ text: amendment.reason }],
      [{ text: decision(amendment) }],
    ]),
  };
  return [{ type: 'heading', level: 1, text: t('amendment.title') }, table];
}
