import { States } from '../../../accounts/states.js';
import type { Choosable } from '../../../platform/web/choosing/choosable.js';
import { ChooseField } from '../../../platform/web/choosing/choose-field.js';
import { useField } from '../../../platform/web/field.js';
import { TextArea } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';

const GENERAL = ['chair', 'secretariat', 'all-members'] as const;

interface AddresseeFieldsProps {
  /** Codes of the member States. */
  members: readonly string[];
  /** Whom the decision speaks to so far: a State may have left since. */
  chosen?: readonly (string | null)[];
}

/** Those that most decisions speak to and the States that are chosen, in sight; the other States folded below. */
export function AddresseeFields({ members, chosen = [] }: AddresseeFieldsProps) {
  const { t, language } = usePage();
  const ticked = [useField('addressees').value].flat().map(String);
  const choosable = (value: string, title: string): Choosable => ({
    value,
    code: '',
    title: { original: language, texts: { [language]: title } },
    depth: 0,
  });
  const former = chosen.filter((one): one is string => one !== null && States.exists(one));
  const states = States.sorted(new Set([...members, ...former]), language).map((code) =>
    choosable(`state:${code}`, States.name(code, language)),
  );
  const general = GENERAL.map((value) => choosable(value, t(`owner.${value}`)));
  return (
    <>
      <ChooseField
        name="addressees"
        label={t('decision.addressees')}
        top={[...general, ...states.filter(({ value }) => ticked.includes(value))]}
        lists={[{ key: 'states', href: '', rows: states, folded: true }]}
        open={t('states.title')}
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
