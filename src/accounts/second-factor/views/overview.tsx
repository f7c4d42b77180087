import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { Factors } from '../factors.service.js';
import type { Passkey } from '../second-factor.entity.js';
import { HOME } from './parts.js';

interface OverviewProps {
  factors: Factors;
  /** Whether browsers allow passkeys at this address. */
  passkeysPossible: boolean;
}

/** How somebody signs in besides the password, and where it is set up. */
export function SecondFactorPage({ factors, passkeysPossible }: OverviewProps) {
  const { t, actor } = usePage();
  const crumbs = actor.lacksSecondFactor ? [] : [{ label: t('account.title'), href: '/account' }];
  return (
    <Layout title={t('secondFactor.title')} crumbs={crumbs}>
      {actor.lacksSecondFactor && <p class="doubt">{t('secondFactor.required')}</p>}
      <p>{t('secondFactor.text')}</p>
      <App factors={factors} />
      {passkeysPossible && <Passkeys passkeys={factors.passkeys} />}
      {factors.since && <RecoveryCodes left={factors.codesLeft} />}
      {actor.lacksSecondFactor && <PostButton action="/sign-out" label={t('layout.signOut')} quiet />}
    </Layout>
  );
}

function App({ factors: { appSince } }: { factors: Factors }) {
  const { t, moment } = usePage();
  return (
    <section>
      <h2>{t('app.title')}</h2>
      <p>{appSince ? t('app.since', { when: moment(appSince) }) : t('app.none')}</p>
      <p class="actions">
        <a href={`${HOME}/app`}>{t(appSince ? 'app.replace' : 'app.setUp')}</a>{' '}
        {appSince && <a href={`${HOME}/app/remove`}>{t('app.remove')}</a>}
      </p>
    </section>
  );
}

function Passkeys({ passkeys }: { passkeys: Passkey[] }) {
  const { t, moment } = usePage();
  return (
    <section>
      <h2>{t('passkey.title')}</h2>
      <p>{t('passkey.text')}</p>
      {passkeys.length > 0 && (
        <Table
          caption={t('passkey.title')}
          rows={passkeys}
          columns={[
            { label: t('passkey.label'), heading: true, cell: ({ label }) => <bdi>{label}</bdi> },
            { label: t('passkey.added'), cell: ({ createdAt }) => moment(createdAt) },
            {
              label: t('passkey.used'),
              cell: ({ lastUsedAt }) => (lastUsedAt ? moment(lastUsedAt) : t('passkey.notUsed')),
            },
            {
              label: t('list.actions'),
              cell: ({ id }) => <a href={`${HOME}/passkeys/${id}/remove`}>{t('passkey.remove')}</a>,
            },
          ]}
        />
      )}
      <p>
        <a href={`${HOME}/passkeys/new`}>{t('passkey.add')}</a>
      </p>
    </section>
  );
}

function RecoveryCodes({ left }: { left: number }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('recovery.title')}</h2>
      <p class={left < 3 ? 'doubt' : undefined}>{t('recovery.left', { count: left })}</p>
      <p>
        <a href={`${HOME}/recovery-codes`}>{t('recovery.renew')}</a>
      </p>
    </section>
  );
}
