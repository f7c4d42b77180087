import { States } from '../../../accounts/states.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Choices } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Round, RoundAddressee } from '../../round/round.entity.js';
import { regionName } from '../../../accounts/states/un-regions.js';
import type { Group } from '../groups.js';
import type { EligibleAddressees } from '../eligible-addressees.service.js';
import { useCrumbs } from '../../round/views/parts.js';

interface AddresseesPageProps {
  mechanism: Mechanism;
  round: Round;
  choosable: EligibleAddressees;
  /** Those asked already, when the round is open: they are not chosen from any more. */
  asked: RoundAddressee[];
  groups: readonly Group[];
  state: FormState;
}

/** Whom a round asks. */
export function AddresseesPage({ mechanism, round, choosable, asked, groups, state }: AddresseesPageProps) {
  const { t, language } = usePage();
  const there = new Set(round.state === 'draft' ? [] : asked.map(({ subject }) => subject));
  const free = (subjects: string[]) => subjects.filter((subject) => !there.has(subject));
  const states = (codes: string[]) =>
    free(codes).map((value) => ({ value, label: States.name(value, language) }));
  const partners = free(choosable.partners).map((value) => ({ value, label: value }));
  const members = states(choosable.states);
  const observers = states(choosable.observers);
  const nobody = members.length + observers.length + partners.length === 0;
  return (
    <Layout title={t('round.addressees')} crumbs={useCrumbs(mechanism, round)}>
      <p class="quiet">{t(round.state === 'draft' ? 'round.chooseText' : 'round.addText')}</p>
      {nobody && <p>{t('round.nobodyToChoose')}</p>}
      <Form
        action={`/rounds/${round.id}/addressees`}
        state={state}
        submit={t(round.state === 'draft' ? 'form.save' : 'round.addAddressees')}
        cancel={`/rounds/${round.id}`}
      >
        {/* What Enter presses; without it that would be the first group. */}
        <button type="submit" hidden />
        <Groups groups={groups} />
        {members.length > 0 && (
          <Choices name="states" label={t('round.members')} options={members} many columns />
        )}
        {observers.length > 0 && (
          <Choices name="states" label={t('round.observers')} options={observers} many columns />
        )}
        {partners.length > 0 && (
          <Choices name="partners" label={t('round.partners')} options={partners} many columns />
        )}
      </Form>
    </Layout>
  );
}

const NAMES = {
  members: 'collect.group.members',
  observers: 'collect.group.observers',
  last: 'collect.group.last',
  spoken: 'collect.group.spoken',
} as const;

/** Buttons that tick a whole group, each with how many States it has; the rest of the form stays as it is. */
function Groups({ groups }: { groups: readonly Group[] }) {
  const { t, language } = usePage();
  const name = (key: string) =>
    key in NAMES ? t(NAMES[key as keyof typeof NAMES]) : regionName(key, language);
  if (groups.length === 0) return null;
  return (
    <fieldset class="field groups">
      <legend>{t('collect.groups')}</legend>
      <div class="buttons">
        {groups.map(({ key, states, partners }) => (
          <button key={key} type="submit" name="group" value={key} class="second">
            <bdi>{name(key)}</bdi> <span class="quiet">{states.length + partners.length}</span>
          </button>
        ))}
        <button type="submit" name="group" value="none" class="quiet-button">
          {t('collect.group.none')}
        </button>
      </div>
    </fieldset>
  );
}
