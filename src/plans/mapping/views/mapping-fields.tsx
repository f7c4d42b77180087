import { objectiveLabel, officialTitle, principleName, sdgTargets } from '../../../framework/framework.js';
import { objectives } from '../../../framework/objectives.data.js';
import { principles } from '../../../framework/principles.data.js';
import { jvapDomains, migrationTargets } from '../../../framework/related-frameworks.data.js';
import { ChooseField } from '../../../platform/web/choosing/choose-field.js';
import { CheckBox, Choices, TextArea } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import { actionsToChoose } from '../../choosing/choosable-actions.js';
import { referenceLabel } from '../../plan/labels.js';

export function MappingFields({ values }: { values: Record<string, unknown> }) {
  const { t, language } = usePage();
  const options = objectives.map(({ number }) => ({
    value: String(number),
    label: `${number} ${objectiveLabel(number, language).text}`,
    hint: officialTitle(number, language),
  }));
  const principleOptions = principles.map(({ number }) => ({
    value: String(number),
    label: `${number} ${principleName(number, language).text}`,
  }));
  return (
    <>
      <Choices
        name="objectives"
        label={t('item.objectives')}
        hint={t('item.objectivesHint')}
        options={options}
        many
        columns
      />
      <ChooseField
        name="objectives"
        id="field-actions"
        label={t('item.actions')}
        open={t('choose.actions')}
        {...actionsToChoose(values, language)}
      />
      <Choices name="principles" label={t('item.principles')} options={principleOptions} many columns />
    </>
  );
}

/** What a plan may name beside the Compact, offered as boxes; anything else is typed. */
export const OFFERED_REFERENCES = [
  ...[...new Set([...migrationTargets, ...sdgTargets])].map((code) => ({ framework: 'sdg', code })),
  ...jvapDomains.map(({ code }) => ({ framework: 'jvap', code })),
].map((reference) => ({ ...reference, value: `${reference.framework}:${reference.code}` }));

export function ReferenceFields() {
  const { t } = usePage();
  return (
    <>
      <Choices
        name="references"
        label={t('item.references')}
        hint={t('item.referencesHint')}
        options={OFFERED_REFERENCES.map((one) => ({ value: one.value, label: referenceLabel(one, t) }))}
        many
        columns
      />
      <TextArea
        name="otherReferences"
        label={t('item.otherReferences')}
        hint={t('item.otherReferencesHint')}
        rows={2}
      />
    </>
  );
}

export function InstitutionalField() {
  const { t } = usePage();
  return <CheckBox name="institutional" label={t('item.institutional')} hint={t('item.institutionalHint')} />;
}
