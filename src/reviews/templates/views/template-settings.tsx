import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { LANGUAGES } from '../../../platform/i18n/i18n.js';
import { languageName } from '../../../platform/i18n/language-names.js';
import { CheckBox, Choices, Hidden, Select } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { REVIEW_KINDS } from '../../cycles/review-cycles.data.js';
import type { OwnTemplate } from '../own-template.entity.js';
import { OCCASIONS } from '../template.js';
import { FieldsInLanguages, LimitFields, useTemplateCrumbs } from './fields.js';

interface TemplateSettingsPageProps {
  mechanism: Mechanism;
  own: OwnTemplate;
  state: FormState;
}

export function TemplateSettingsPage({ mechanism, own, state }: TemplateSettingsPageProps) {
  const { t, language } = usePage();
  const current = state.conflict?.current as OwnTemplate | undefined;
  const offered = [...new Set<string>([...mechanism.languages, ...LANGUAGES])];
  const here = `/document-templates/${own.id}`;
  return (
    <Layout title={t('template.settings')} crumbs={useTemplateCrumbs(mechanism, own)}>
      <Conflict state={state} />
      <Form action={here} state={state} submit={t('form.save')} cancel={here}>
        <Hidden name="version" value={current?.version ?? Number(state.values.version)} />
        <FieldsInLanguages name="name" label={t('template.name')} hint={t('template.oneLanguage')} />
        <FieldsInLanguages name="purpose" label={t('template.purpose')} />
        <Choices
          name="occasion"
          label={t('template.occasion')}
          options={OCCASIONS.map((value) => ({
            value,
            label: t(`occasion.${value}`),
            hint: t(`occasion.${value}.text`),
          }))}
          required
        />
        <Choices
          name="cycleKinds"
          label={t('template.cycleKinds')}
          hint={t('template.cycleKindsHint')}
          options={REVIEW_KINDS.map((value) => ({
            value,
            label: t(`cycleKind.${value}`),
          }))}
          many
        />
        <Choices
          name="languages"
          label={t('template.languages')}
          hint={t('template.languagesHint')}
          options={offered.map((value) => ({ value, label: languageName(value, language) }))}
          many
          columns
        />
        <CheckBox name="numbered" label={t('template.numbered')} hint={t('template.numberedHint')} />
        <CheckBox name="contents" label={t('template.contentsPage')} />
        <Select
          name="masthead"
          label={t('template.masthead')}
          options={(['united-nations', 'plain'] as const).map((value) => ({
            value,
            label: t(`masthead.${value}`),
          }))}
          required
        />
        <Select
          name="orientation"
          label={t('template.orientation')}
          options={(['portrait', 'landscape'] as const).map((value) => ({
            value,
            label: t(`orientation.${value}`),
          }))}
          required
        />
        <LimitFields />
      </Form>
    </Layout>
  );
}
