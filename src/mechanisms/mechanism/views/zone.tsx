import { shortNameIn } from '../mechanism-name.js';
import { Hidden, Select } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { zoneName } from '../../../platform/i18n/zones.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { emptyForm, type FormState } from '../../../platform/web/submit-form.js';
import { zoneOptions } from '../../../platform/web/zone-options.js';
import type { Mechanism } from '../mechanism.entity.js';
import { crumbsOf } from './parts.js';

interface ZoneProps {
  mechanism: Mechanism;
  state: FormState;
}

/** On the home page of a secretariat: where its mechanism is at work, until somebody has said so. */
export function ZonePanel({ mechanisms }: { mechanisms: Mechanism[] }) {
  const { t, language } = usePage();
  return (
    <section>
      {mechanisms.map((mechanism) => (
        <div key={mechanism.id} class="card">
          <h2>{t('mechanisms.zone.ask', { mechanism: shortNameIn(mechanism, language) })}</h2>
          <ZoneForm mechanism={mechanism} state={emptyForm({})} />
        </div>
      ))}
    </section>
  );
}

/** The same when it was not right. */
export function ZonePage({ mechanism, state }: ZoneProps) {
  const { t, language } = usePage();
  const current = state.conflict?.current as Mechanism | undefined;
  return (
    <Layout
      title={t('mechanisms.zone.ask', { mechanism: shortNameIn(mechanism, language) })}
      crumbs={crumbsOf(t, mechanism)}
    >
      <Conflict state={state}>{current && <p>{zoneName(current.zone, language)}</p>}</Conflict>
      <ZoneForm mechanism={current ?? mechanism} state={state} />
    </Layout>
  );
}

function ZoneForm({ mechanism, state }: ZoneProps) {
  const { t, language } = usePage();
  return (
    <Form action={`/mechanisms/${mechanism.id}/zone`} state={state} submit={t('form.save')}>
      <Hidden name="version" value={mechanism.version} />
      <Select
        name="zone"
        label={t('account.zone')}
        hint={t('mechanisms.zone.askHint')}
        options={zoneOptions(language).filter(({ value }) => value !== 'UTC')}
        empty={t('mechanisms.zone.choose')}
        required
      />
    </Form>
  );
}
