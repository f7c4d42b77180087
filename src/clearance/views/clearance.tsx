import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { placeCrumb } from '../../mechanisms/mechanism/views/parts.js';
import { States } from '../../accounts/states.js';
import { rendition } from '../../platform/i18n/localized.js';
import { TextArea } from '../../platform/web/fields.js';
import { Conflict, Form } from '../../platform/web/form.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { Facts } from '../../platform/web/table.js';
import { pathOf } from '../deed-of.js';
import type { SeenClearance } from '../seen-clearance.js';
import { DeedTitle } from './deed-title.js';
import { ClearanceEvents, Steps, Where } from './parts.js';

/** What is on its way: read here, passed on, or sent back with a reason. */
export function ClearancePage({ seen, state }: { seen: SeenClearance; state: FormState }) {
  const { t, language } = usePage();
  const { clearance, shown, mechanism, waiting } = seen;
  const base = pathOf(clearance);
  return (
    <Layout
      title={t('clearance.title')}
      crumbs={[
        placeCrumb(mechanism.id),
        {
          label:
            shown.titleMayBeMailed || !shown.title
              ? t('clearance.toEntry')
              : rendition(shown.title, language).text,
          href: shown.href,
        },
      ]}
    >
      <Conflict state={state} />
      <Facts
        facts={[
          { label: t('clearance.what'), value: t(`clearance.kind.${clearance.kind}`) },
          { label: t('clearance.about'), value: <DeedTitle shown={shown} /> },
          {
            label: t('clearance.delegation'),
            value: (
              <>
                <bdi>{States.name(clearance.subject, language)}</bdi>
                {t('clearance.comma')}
                <bdi>{shortNameIn(mechanism, language)}</bdi>
              </>
            ),
          },
        ]}
      />
      <Where seen={seen} />
      <Steps steps={clearance.steps} at={waiting ? clearance.at : -1} />
      <section class="card">{shown.body}</section>
      {waiting?.mine && <Decide seen={seen} state={state} />}
      {waiting && (
        <div class="buttons">
          {waiting.over && <PostButton action={`${base}/moving-on`} label={t('clearance.moveOn')} quiet />}
          <PostButton action={`${base}/stop`} label={t('clearance.stop')} quiet />
        </div>
      )}
      <ClearanceEvents seen={seen} />
    </Layout>
  );
}

function Decide({ seen: { clearance }, state }: { seen: SeenClearance; state: FormState }) {
  const { t } = usePage();
  const base = pathOf(clearance);
  const submits = clearance.kind === 'entry';
  const last = clearance.at === clearance.steps.length - 1;
  return (
    <>
      <section>
        <h2>{t('clearance.passTitle')}</h2>
        <p class="quiet">
          {t(last ? (submits ? 'clearance.passLast' : 'clearance.passLastDeed') : 'clearance.passText')}
        </p>
        <PostButton
          action={`${base}/passing`}
          label={t(last ? (submits ? 'clearance.submit' : 'clearance.let') : 'clearance.pass')}
          fields={{ mark: clearance.mark }}
        />
      </section>
      <section>
        <h2>{t('clearance.returnTitle')}</h2>
        <Form action={`${base}/return`} state={state} submit={t('clearance.return')} second>
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
