import { Select, TextArea } from '../../platform/web/fields.js';
import { usePage } from '../../platform/web/page-context.js';
import { CHECK_ANSWERS, CRITERIA } from '../vocabulary.js';

export function ChecklistFields() {
  const { t } = usePage();
  const answers = CHECK_ANSWERS.map((value) => ({ value, label: t(`practice.check.${value}`) }));
  return (
    <>
      <h2>{t('practice.checklist')}</h2>
      <p class="quiet">{t('practice.checklistText')}</p>
      {CRITERIA.map((criterion) => (
        <div key={criterion}>
          <Select
            name={`content.checklist.${criterion}.answer`}
            label={t(`practice.criterion.${criterion}`)}
            options={answers}
            empty={t('practice.unsaid')}
          />
          <TextArea
            name={`content.checklist.${criterion}.words`}
            label={t('practice.wordsOn', { criterion: t(`practice.criterion.${criterion}`) })}
            rows={2}
          />
        </div>
      ))}
    </>
  );
}
