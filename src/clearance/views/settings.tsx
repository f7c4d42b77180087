import { actorNameOf } from '../../audit/actor-name.js';
import { States } from '../../accounts/states.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { crumbsOf } from '../../mechanisms/mechanism/views/parts.js';
import type { AuditEvent } from '../../platform/database/history.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { Hidden, Select, TextField } from '../../platform/web/fields.js';
import { Conflict, Form } from '../../platform/web/form.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { Timeline } from '../../platform/web/timeline.js';
import { MOST_STEPS } from '../clearance.dto.js';
import type { Step } from '../clearance.entity.js';
import type { Settled } from '../clearance-settings.service.js';
import { Steps } from './parts.js';
import { Proposal } from './proposal.js';
import { wayOf } from './way-of.js';

const FEWEST_ROWS = 3;

/** The steps a text passes within its delegation, settled by its own people. */
export function ClearanceSettingsPage({
  mechanism,
  settled,
  state,
}: {
  mechanism: Mechanism;
  settled: Settled;
  state: FormState;
}) {
  const { t, language } = usePage();
  const { setting, changes } = settled;
  const typed = Object.keys(state.values.steps ?? {}).length;
  const rows = Math.min(MOST_STEPS, Math.max(FEWEST_ROWS, setting.steps.length + 1, typed));
  return (
    <Layout
      title={t('clearance.settingsTitle', { state: States.name(setting.state, language) })}
      crumbs={[
        ...crumbsOf(t, mechanism),
        { label: t('delegation.title'), href: `/mechanisms/${mechanism.id}/delegation` },
      ]}
      help="clearance"
    >
      <p>{t('clearance.intro')}</p>
      <ul>
        <li>{t('clearance.rule.owners')}</li>
        <li>{t('clearance.rule.terms')}</li>
        <li>{t('clearance.rule.secret')}</li>
        <li>{t('clearance.rule.onTheWay')}</li>
        <li>{t('clearance.rule.all')}</li>
        <li>{t('clearance.rule.narrower')}</li>
        <li>{t('clearance.rule.letters')}</li>
        <li>{t('clearance.rule.consent')}</li>
      </ul>
      {settled.proposal && (
        <section>
          <h2>{t('clearance.present')}</h2>
          <Steps steps={wayOf(settled, setting.steps)} at={-1} />
        </section>
      )}
      <Proposal settled={settled} />
      <Conflict state={state} />
      {!settled.proposal && (
        <Form
          action={`/mechanisms/${mechanism.id}/delegations/${setting.state}/clearance`}
          state={state}
          submit={t('clearance.save')}
          cancel={`/mechanisms/${mechanism.id}/delegation`}
        >
          <Hidden name="version" value={setting.version} />
          {Array.from({ length: rows }, (_, index) => (
            <StepFields key={index} index={index} settled={settled} />
          ))}
        </Form>
      )}
      {changes.length > 0 && <Changes changes={changes} />}
    </Layout>
  );
}

function StepFields({ index, settled: { setting, people } }: { index: number; settled: Settled }) {
  const { t } = usePage();
  const owner = setting.steps[index]?.accountId;
  const gone = owner !== undefined && people.every(({ id }) => id !== owner);
  return (
    <fieldset class="field group">
      <legend>{t('clearance.stepNumber', { number: index + 1 })}</legend>
      {gone && <p class="notice">{t('clearance.ownerGone')}</p>}
      <TextField
        name={`steps.${index}.name`}
        label={t('clearance.name')}
        hint={index === 0 ? t('clearance.nameHint') : undefined}
      />
      <div class="pair">
        <Select
          name={`steps.${index}.accountId`}
          label={t('clearance.owner')}
          empty={t('clearance.chooseOwner')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          name={`steps.${index}.days`}
          type="number"
          label={t('clearance.termDays')}
          hint={t('clearance.termHint')}
          short
        />
      </div>
    </fieldset>
  );
}

function Changes({ changes }: { changes: AuditEvent[] }) {
  const { t, moment } = usePage();
  return (
    <section>
      <h2>{t('clearance.changes')}</h2>
      <Timeline
        empty=""
        entries={changes.map((event) => {
          const { id, at, action, after } = event;
          const names = ((after?.steps ?? []) as Step[]).map(({ name }) => name);
          return {
            key: id,
            when: moment(at),
            what: (
              <>
                <bdi>{actorNameOf(event, t)}</bdi>:{' '}
                {SETTLED[action]
                  ? t(SETTLED[action], {
                      steps: names.join(t('clearance.comma')) || t('clearance.noneShort'),
                    })
                  : names.length > 0
                    ? t('clearance.settled', { steps: names.join(t('clearance.comma')) })
                    : t('clearance.settledNone')}
              </>
            ),
          };
        })}
      />
    </section>
  );
}

/** What was done with a proposal, by the action in the history. */
const SETTLED: Record<string, TextKey | undefined> = {
  'clearance.propose': 'clearance.didPropose',
  'clearance.consent': 'clearance.didConsent',
  'clearance.object': 'clearance.didObject',
  'clearance.take-back': 'clearance.didTakeBack',
};
