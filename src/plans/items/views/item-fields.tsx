import { States } from '../../../accounts/states.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { Choices, Select, TextArea, TextField } from '../../../platform/web/fields.js';
import { useField } from '../../../platform/web/field.js';
import { usePage } from '../../../platform/web/page-context.js';
import { PRECISIONS } from '../when.js';

export function WhenFields() {
  const { t } = usePage();
  return (
    <fieldset class="field group">
      <legend>{t('item.when')}</legend>
      <p class="hint">{t('item.whenHint')}</p>
      <div class="pair">
        <Select
          name="when.precision"
          label={t('item.precision')}
          options={PRECISIONS.map((value) => ({ value, label: t(`precision.${value}` as TextKey) }))}
          required
        />
        <TextField name="when.start" type="date" label={t('item.whenStart')} />
        <TextField name="when.end" type="date" label={t('item.whenEnd')} />
        <TextField name="when.text" label={t('item.whenText')} />
      </div>
    </fieldset>
  );
}

export function OwnerFields({ members }: { members: string[] }) {
  const { t, language } = usePage();
  const general = ['chair', 'secretariat', 'all-members'].map((value) => ({
    value,
    label: t(`owner.${value}` as TextKey),
  }));
  // Also a State that is no member today: the plan names it all the same.
  const named = [useField('owners').value]
    .flat()
    .flatMap((owner) => /^state:(.+)/.exec(String(owner))?.[1] ?? []);
  const states = States.sorted(new Set([...members, ...named.filter(States.exists)]), language).map(
    (code) => ({
      value: `state:${code}`,
      label: States.name(code, language),
    }),
  );
  return (
    <>
      <Choices name="owners" label={t('item.owners')} options={[...general, ...states]} many columns />
      <div class="pair">
        <TextArea
          name="ownerNames.workingGroups"
          label={t('item.workingGroups')}
          hint={t('form.onePerLine')}
          rows={2}
        />
        <TextArea
          name="ownerNames.partners"
          label={t('item.partners')}
          hint={t('form.onePerLine')}
          rows={2}
        />
        <TextArea name="ownerNames.groups" label={t('item.groups')} hint={t('form.onePerLine')} rows={2} />
      </div>
    </>
  );
}

export function FundingFields() {
  const { t } = usePage();
  return (
    <fieldset class="field group">
      <legend>{t('funding.title')}</legend>
      <p class="hint">{t('funding.hint')}</p>
      <div class="pair">
        <TextField name="funding.currency" label={t('funding.currency')} hint={t('funding.currencyHint')} />
        <TextField name="funding.needed" label={t('funding.needed')} />
        <TextField name="funding.pledged" label={t('funding.pledged')} />
        <TextField name="funding.gap" label={t('funding.gap')} />
      </div>
    </fieldset>
  );
}
