import { States } from '../../../accounts/states.js';
import { Choices, TextArea } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';

/** The members to choose from, and whoever is chosen already: a State may have left since. */
export function AddresseeFields({
  members,
  chosen = [],
}: {
  members: string[];
  chosen?: readonly (string | null)[];
}) {
  const { t, language } = usePage();
  const general = (['chair', 'secretariat', 'all-members'] as const).map((value) => ({
    value: value,
    label: t(`owner.${value}`),
  }));
  const codes = new Set([...members, ...chosen.filter((one) => one !== null && States.exists(one))]);
  const states = States.sorted(codes as Set<string>, language).map((code) => ({
    value: `state:${code}`,
    label: States.name(code, language),
  }));
  return (
    <>
      <Choices
        name="addressees"
        label={t('decision.addressees')}
        options={[...general, ...states]}
        many
        columns
      />
      <div class="pair">
        <TextArea
          name="addresseeNames.workingGroups"
          label={t('item.workingGroups')}
          hint={t('form.onePerLine')}
          rows={2}
        />
        <TextArea
          name="addresseeNames.partners"
          label={t('item.partners')}
          hint={t('form.onePerLine')}
          rows={2}
        />
        <TextArea
          name="addresseeNames.groups"
          label={t('item.groups')}
          hint={t('form.onePerLine')}
          rows={2}
        />
      </div>
    </>
  );
}
