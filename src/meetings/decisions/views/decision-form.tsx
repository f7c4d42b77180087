import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { crumbsOf } from '../../../mechanisms/mechanism/views/parts.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Hidden, Select, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { type FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { LocalizedFields } from '../../../platform/web/localized-fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { ItemsToChoose } from '../../../plans/choosing/items-to-choose.js';
import { ChooseItems } from '../../../plans/choosing/choose-items.js';
import { addresseeValues, ownerShort } from '../addressees.js';
import type { Decision } from '../decision.entity.js';
import type { Meeting } from '../../meeting/meeting.entity.js';
import { DECISION_VERBS, type DecisionVerb } from '../../meeting/vocabulary.js';
import { Versions } from '../../meeting/views/versions.js';
import { AddresseeFields } from './addressee-fields.js';

interface DecisionPageProps {
  meeting: Meeting;
  mechanism: Mechanism;
  /** Null for a new one. */
  decision: Decision | null;
  /** Codes of the member States, to address. */
  members: string[];
  items: ItemsToChoose;
  state: FormState;
}

export function DecisionPage({ meeting, mechanism, decision, members, items, state }: DecisionPageProps) {
  const { t, language } = usePage();
  const href = `/meetings/${meeting.id}`;
  const current = state.conflict?.current as Decision | undefined;
  const chosen = decision?.addressees.map(({ subject }) => subject);
  return (
    <Layout
      title={t(decision ? 'decision.editTitle' : 'decision.new')}
      crumbs={[...crumbsOf(t, mechanism), { label: rendition(meeting.title, language).text, href }]}
    >
      <Conflict state={state}>{current && <BothVersions current={current} typed={state.values} />}</Conflict>
      <Form
        action={decision ? `/decisions/${decision.id}` : `${href}/decisions`}
        state={state}
        submit={t(decision ? 'form.save' : 'decision.create')}
        cancel={decision ? `${href}#decision-${decision.id}` : `${href}#decisions`}
      >
        {decision && <Hidden name="version" value={current?.version ?? Number(state.values.version)} />}
        <div class="pair">
          <TextField name="number" label={t('decision.number')} hint={t('decision.numberHint')} />
          <Select
            name="verb"
            label={t('decision.verb')}
            empty={t('decision.chooseVerb')}
            options={DECISION_VERBS.map((value) => ({ value, label: t(`decisionVerb.${value}`) }))}
            required
          />
          <TextField name="ownVerb" label={t('decision.ownVerb')} hint={t('decision.ownVerbHint')} />
        </div>
        <LocalizedFields
          name="text"
          label={t('decision.text')}
          hint={t('decision.textHint')}
          languages={mechanism.languages}
          startWith={decision ? undefined : language}
          long
          required
        />
        <AddresseeFields members={members} chosen={chosen} />
        <TextField name="dueDay" type="date" label={t('decision.dueDay')} hint={t('decision.dueDayHint')} />
        <ChooseItems label={t('decision.items')} items={items} />
      </Form>
    </Layout>
  );
}

function BothVersions({ current, typed }: { current: Decision; typed: Record<string, unknown> }) {
  const { t } = usePage();
  const fields = {
    number: t('decision.number'),
    verb: t('decision.verb'),
    ownVerb: t('decision.ownVerb'),
    text: t('decision.text'),
    addressees: t('decision.addressees'),
    addresseeNames: t('decision.addresseeNames'),
    dueDay: t('decision.dueDay'),
  };
  const words = (field: string, value: string) =>
    field === 'verb' ? t(`decisionVerb.${value as DecisionVerb}`) : value;
  const now = { ...current, ...addresseeValues(current.addressees.map(ownerShort)) };
  return <Versions fields={fields} current={now} typed={typed} words={words} />;
}
