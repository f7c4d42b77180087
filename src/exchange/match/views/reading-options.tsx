import { languageName } from '../../../platform/i18n/language-names.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import type { Plan } from '../../../plans/plan/plan.entity.js';
import { Select, TextField, CheckBox, Hidden } from '../../../platform/web/fields.js';
import { LANGUAGE_NAMES } from '../../../platform/i18n/i18n.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { PlanImport } from '../../plan-import.entity.js';
import type { Layout } from '../layout.js';

export interface MatchPageProps {
  row: PlanImport;
  mechanism: Mechanism;
  plan: Plan | null;
  /** As it is shown: what was chosen, or a guess. */
  layout: Layout;
  state: FormState;
  /** What was sent of the characters, and refused. */
  characters?: FormState;
}

export function More({ mechanism, layout, table }: MatchPageProps & { table: boolean }) {
  const { t, language } = usePage();
  const languages = [
    ...new Set([layout.textLanguage, ...mechanism.languages, ...Object.keys(LANGUAGE_NAMES)]),
  ];
  return (
    <>
      <Select
        name="textLanguage"
        label={t('exchange.match.textLanguage')}
        hint={t('exchange.match.textLanguageHint')}
        options={languages.map((value) => ({ value, label: languageName(value, language) }))}
        required
      />
      {table ? (
        <>
          <Select
            name="dayOrder"
            label={t('exchange.match.dayOrder')}
            hint={t('exchange.match.dayOrderHint')}
            empty={t('exchange.dayOrder.none')}
            options={(['day-first', 'month-first'] as const).map((value) => ({
              value,
              label: t(`exchange.dayOrder.${value}`),
            }))}
          />
          <Select
            name="unknownOwner"
            label={t('exchange.match.unknownOwner')}
            empty={t('exchange.unknownOwner.ask')}
            options={(['partner', 'group', 'working-group'] as const).map((value) => ({
              value,
              label: t(`exchange.unknownOwner.${value}`),
            }))}
          />
          <TextField
            name="lastRow"
            type="number"
            label={t('exchange.match.lastRow')}
            hint={t('exchange.match.lastRowHint')}
            short
          />
          <CheckBox
            name="everyRow"
            label={t('exchange.match.everyRow')}
            hint={t('exchange.match.everyRowHint')}
          />
        </>
      ) : (
        <Hidden name="hierarchy" value="flat" />
      )}
      <CheckBox
        name="skipProblems"
        label={t('exchange.match.skipProblems')}
        hint={t('exchange.match.skipProblemsHint')}
      />
    </>
  );
}
