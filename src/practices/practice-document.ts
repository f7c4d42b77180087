import { objectiveInDocument, principleName } from '../framework/framework.js';
import { States } from '../accounts/states.js';
import { contentBlocks } from '../platform/documents/markup/content-blocks.js';
import type { Block, Document } from '../platform/documents/document.js';
import { labelsIn } from '../platform/documents/labels.js';
import { formatDay } from '../platform/i18n/dates.js';
import {
  directionOf,
  LANGUAGE_NAMES,
  type TextKey,
  type Translate,
  translator,
} from '../platform/i18n/i18n.js';
import type { Practice } from './practice.entity.js';
import { CRITERIA } from './vocabulary.js';

/** Parts of free text, in the order of the form. */
export const PARTS = ['summary', 'description', 'innovation', 'results', 'lessons'] as const;

export interface PracticeText {
  practice: Practice;
  /** Whether the contact person is in it. */
  contact: boolean;
}

/**
 * A practice as the repository asks for it: its facts, its text, the checklist with the owner's answers. Headings are in
 * the practice's own language where the interface has it, so that the document is of one piece. That these fields are the
 * template's is not confirmed by a stored document, and the document says so.
 */
export function practiceDocument({ practice, contact }: PracticeText): Document {
  const { language, title, content } = practice;
  const t = translator(language);
  return {
    title,
    subtitle: t('practice.document.subtitle'),
    language,
    direction: directionOf(language),
    created: practice.changedAt,
    facts: factsOf(practice, contact, t),
    labels: labelsIn(t),
    blocks: [
      ...PARTS.flatMap((part) => textBlocks(t(`practice.${part}`), content[part])),
      ...linkBlocks(t('practice.links'), content.links),
      { type: 'heading', level: 1, text: t('practice.checklist') },
      {
        type: 'table',
        columns: [
          { label: t('practice.criterion'), width: 3 },
          { label: t('practice.answer') },
          { label: t('practice.words'), width: 3 },
        ],
        rows: CRITERIA.map((criterion) => {
          const { answer, words } = content.checklist[criterion];
          return [
            [{ text: t(`practice.criterion.${criterion}`) }],
            [{ text: answer ? t(`practice.check.${answer}`) : '' }],
            [{ text: words ?? '' }],
          ];
        }),
      },
      { type: 'paragraph', style: 'note', runs: [{ text: t('practice.document.unverified') }] },
    ],
  };
}

function factsOf({ content, language }: Practice, contact: boolean, t: Translate) {
  const person = [content.contactName, content.contactEmail].filter(Boolean).join(', ');
  const day = (value: string | null) => value && formatDay(value, language);
  const facts: [TextKey, string | null | false][] = [
    [
      'practice.objectives',
      content.objectives.map((one) => `${one}. ${objectiveInDocument(one, language)}`).join('\n'),
    ],
    ['practice.principles', content.principles.map((one) => principleName(one, language).text).join('\n')],
    ['practice.countries', content.countries.map((code) => States.name(code, language)).join('; ')],
    ['practice.regions', content.regions],
    ['practice.implementers', content.implementers],
    ['practice.contact', contact && person],
    ['practice.periodStart', day(content.periodStart)],
    ['practice.periodEnd', day(content.periodEnd)],
    ['practice.completion', content.completion && t(`practice.completion.${content.completion}`)],
    ['practice.language', LANGUAGE_NAMES[language] ?? language],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label: t(label), value }] : []));
}

function textBlocks(heading: string, text: string | null): Block[] {
  if (!text) return [];
  return [{ type: 'heading', level: 1, text: heading }, ...contentBlocks(text)];
}

const linkBlocks = (heading: string, links: readonly string[]): Block[] =>
  links.length === 0
    ? []
    : [
        { type: 'heading', level: 1, text: heading },
        { type: 'list', kind: 'letters', items: links.map((link) => ({ runs: [{ text: link, link }] })) },
      ];

/** The same as data, in the order of the form. */
export function practiceRecord({ practice, contact }: PracticeText) {
  const { title, language, content } = practice;
  const { contactName, contactEmail, checklist, ...fields } = content;
  return {
    title,
    language,
    ...fields,
    ...(contact && { contact: { name: contactName, email: contactEmail } }),
    checklist: CRITERIA.map((criterion) => ({ criterion, ...checklist[criterion] })),
    fieldsVerified: false,
  };
}
