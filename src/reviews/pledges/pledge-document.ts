import { objectiveInDocument } from '../../framework/framework.js';
import type { Block, Document } from '../../platform/documents/document.js';
import { labelsIn } from '../../platform/documents/labels.js';
import { contentBlocks } from '../../platform/documents/markup/content-blocks.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { directionOf, translator } from '../../platform/i18n/i18n.js';
import type { Pledge } from './pledge.entity.js';

/** A pledge in the order of the submission form, in its own language, with how it stands. */
export function pledgeDocument(pledge: Pledge, mechanism: string): Document {
  const { language, name, kind, matches, nature, objectives, participants, text, updates } = pledge;
  const t = translator(language);
  const facts = [
    { label: t('pledge.entity'), value: mechanism },
    { label: t('pledge.kind'), value: t(`pledge.kind.${kind}`) },
    { label: t('pledge.matches'), value: matches ?? '' },
    { label: t('pledge.participants'), value: participants ?? '' },
    { label: t('pledge.nature'), value: t(`pledge.nature.${nature}`) },
    {
      label: t('pledge.objectives'),
      value: objectives.map((one) => `${one}. ${objectiveInDocument(one, language)}`).join('\n'),
    },
  ];
  return {
    title: name,
    subtitle: t('pledge.pledge'),
    language,
    direction: directionOf(language),
    created: pledge.changedAt,
    facts: facts.filter(({ value }) => value !== ''),
    labels: labelsIn(t),
    blocks: [
      { type: 'heading', level: 1, text: t('pledge.text') },
      ...contentBlocks(text),
      ...(updates.length > 0
        ? [{ type: 'heading' as const, level: 1 as const, text: t('pledge.updates') }]
        : []),
      ...updates.flatMap(({ standing, asOf, narrative }): Block[] => [
        {
          type: 'paragraph',
          runs: [{ text: `${formatDay(asOf, language)}: ${t(`pledge.standing.${standing}`)}`, bold: true }],
        },
        ...(narrative ? contentBlocks(narrative) : []),
      ]),
    ],
  };
}
