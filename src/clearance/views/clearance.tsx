import { States } from '../../accounts/states.js';
import { TextArea } from '../../platform/web/fields.js';
import { Conflict, Form } from '../../platform/web/form.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { Facts } from '../../platform/web/table.js';
import { Content } from '../../progress/entries/views/content.js';
import { EvidenceList } from '../../progress/evidence/views/evidence.js';
import type { SeenClearance } from '../seen-clearance.js';
import { EntryTitle } from './entry-title.js';
import { ClearanceEvents, Steps, Where } from './parts.js';

/** A text on its way: read here, passed on, or sent back with a reason. */
export function ClearancePage({ seen, state }: { seen: SeenClearance; state: FormState }) {
  const { t, language, day } = usePage();
  const { clearance, entry, mechanism, waiting, events } = seen;
  const base = `/progress/${clearance.entryId}/clearance`;
  return (
    <Layout
      title={t('clearance.title')}
      crumbs={[{ label: t('clearance.toEntry'), href: `/progress/${clearance.entryId}` }]}
    >
      <Conflict state={state} />
      <Facts
        facts={[
          { label: t('clearance.about'), value: <EntryTitle entry={entry} /> },
          {
            label: t('clearance.delegation'),
            value: (
              <>
                <bdi>{States.name(clearance.subject, language)}</bdi>
                {t('clearance.comma')}
                <bdi>{mechanism.shortName}</bdi>
              </>
            ),
          },
          {
            label: t('entry.period'),
            value: t('when.range', { from: day(entry.periodStart), until: day(entry.periodEnd) }),
          },
        ]}
      />
      <Where seen={seen} />
      <Steps steps={clearance.steps} at={waiting ? clearance.at : -1} />
      <section class="card">
        <Content entry={entry} />
        {entry.evidence.length > 0 && (
          <>
            <h2>{t('evidence.title')}</h2>
            <EvidenceList evidence={entry.evidence} />
          </>
        )}
      </section>
      {waiting?.mine && <Decide seen={seen} state={state} />}
      {waiting && (
        <div class="buttons">
          {waiting.over && <PostButton action={`${base}/moving-on`} label={t('clearance.moveOn')} quiet />}
          <PostButton action={`${base}/stop`} label={t('clearance.stop')} quiet />
        </div>
      )}
      <ClearanceEvents events={events} />
    </Layout>
  );
}

function Decide({ seen: { clearance }, state }: { seen: SeenClearance; state: FormState }) {
  const { t } = usePage();
  const base = `/progress/${clearance.entryId}/clearance`;
  const last = clearance.at === clearance.steps.length - 1;
  return (
    <>
      <section>
        <h2>{t('clearance.passTitle')}</h2>
        <p class="quiet">{t(last ? 'clearance.passLast' : 'clearance.passText')}</p>
        <PostButton
          action={`${base}/passing`}
          label={t(last ? 'clearance.submit' : 'clearance.pass')}
          fields={{ mark: clearance.mark }}
        />
      </section>
      <section>
        <h2>{t('clearance.returnTitle')}</h2>
        <Form action={`${base}/return`} state={state} submit={t('clearance.return')}>
          <TextArea
            name="reason"
            label={t('clearance.reason')}
            hint={t('clearance.reasonHint')}
            rows={4}
            required
          />
        </Form>
      </section>
    </>
  );
}
