import { languageName } from '../../platform/i18n/language-names.js';
import { States } from '../../accounts/states.js';
import { principleName } from '../../framework/framework.js';
import { usePage } from '../../platform/web/page-context.js';
import { Facts } from '../../platform/web/table.js';
import { reporterLabel } from '../../progress/entries/labels.js';
import type { SeenPractice } from '../practice-query.service.js';
import { standingKey } from '../practice.workflow.js';
import { Objectives } from './parts.js';

export function PracticeFacts({ practice, standing }: Pick<SeenPractice, 'practice' | 'standing'>) {
  const { t, language, day, actor } = usePage();
  const { content } = practice;
  const contact = [content.contactName, content.contactEmail].filter(Boolean).join(', ');
  return (
    <Facts
      facts={[
        {
          label: t('practice.owner'),
          value: (
            <bdi>
              {reporterLabel({ reporterKind: practice.ownerKind, reporter: practice.owner }, t, language)}
            </bdi>
          ),
        },
        { label: t('practice.state'), value: t(standingKey(standing)) },
        {
          label: t('practice.objectives'),
          value: content.objectives.length > 0 && <Objectives numbers={content.objectives} />,
        },
        {
          label: t('practice.principles'),
          value: content.principles.map((number) => principleName(number, language).text).join('; '),
        },
        {
          label: t('practice.countries'),
          value: content.countries.map((code) => States.name(code, language)).join('; '),
        },
        { label: t('practice.regions'), value: content.regions && <bdi>{content.regions}</bdi> },
        {
          label: t('practice.implementers'),
          value: content.implementers && <bdi>{content.implementers}</bdi>,
        },
        { label: t('practice.contact'), value: actor.kind !== 'visitor' && contact && <bdi>{contact}</bdi> },
        { label: t('practice.periodStart'), value: content.periodStart && day(content.periodStart) },
        { label: t('practice.periodEnd'), value: content.periodEnd && day(content.periodEnd) },
        {
          label: t('practice.completion'),
          value: content.completion && t(`practice.completion.${content.completion}`),
        },
        { label: t('practice.language'), value: languageName(practice.language, language) },
      ]}
    />
  );
}
