import type { RoleGrant } from '../../../accounts/account.entity.js';
import type { TroubledMail } from '../../../accounts/mails/mails.service.js';
import { TroubleText } from '../../../accounts/mails/views/trouble.js';
import type { Nomination } from '../../../accounts/seats/nomination.entity.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { HANDED_OVER } from '../../../accounts/roles.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { Mechanism } from '../../mechanism/mechanism.entity.js';
import { subjectName } from '../../mechanism/mechanism.view.js';
import { useRoleName } from './delegation.js';
import { crumbsOf, usePeriod } from '../../mechanism/views/parts.js';
import { InviteForm } from './invite.js';
import { useSeatName, useWaitsFor } from './seats.js';

interface PeoplePageProps {
  mechanism: Mechanism;
  grants: RoleGrant[];
  /** The mails about their roles that did not arrive, by the role's id. */
  mails: ReadonlyMap<string, TroubledMail>;
  waiting: Nomination[];
  needsContact: boolean;
  /** Codes of who takes part in the mechanism. */
  participants: string[];
  state: FormState;
  /** Whether a second factor is required of a role here. */
  secondFactor: (grant: RoleGrant) => boolean;
}

export function PeoplePage({
  mechanism,
  grants,
  waiting,
  needsContact,
  participants,
  mails,
  state,
  secondFactor,
}: PeoplePageProps) {
  const { t, language } = usePage();
  const periodText = usePeriod();
  const roleName = useRoleName();
  const action = `/mechanisms/${mechanism.id}/people`;
  return (
    <Layout title={t('people.title')} crumbs={crumbsOf(t, mechanism)}>
      <p class="quiet">{t('people.intro')}</p>
      <Table
        caption={t('people.title')}
        rows={grants}
        empty={t('people.empty')}
        columns={[
          {
            label: t('people.person'),
            heading: true,
            cell: (grant) => (
              <>
                <PersonCell grant={grant} />
                <RoleMailCell mail={mails.get(grant.id)} retry={`${action}/${grant.id}/mail/retry`} />
              </>
            ),
          },
          { label: t('people.role'), cell: (grant) => roleName(grant) },
          { label: t('people.for'), cell: (grant) => <bdi>{subjectName(grant, language)}</bdi> },
          { label: t('membership.period'), cell: (grant) => periodText(grant) },
          ...(grants.some(secondFactor)
            ? [
                {
                  label: t('people.secondFactor'),
                  cell: (grant: RoleGrant) =>
                    secondFactor(grant) &&
                    t(grant.account.secondFactorSince ? 'people.secondFactor.yes' : 'people.secondFactor.no'),
                },
              ]
            : []),
          {
            label: t('list.actions'),
            cell: (grant) => (
              <>
                <a href={`${action}/${grant.id}/end`}>{t('people.end')}</a>
                {HANDED_OVER.includes(grant.role) && (
                  <>
                    {' '}
                    <a href={`/mechanisms/${mechanism.id}/delegation/${grant.id}`}>{t('handOver.link')}</a>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
      <WaitingSeats mechanism={mechanism} waiting={waiting} />
      <h2>{t('people.invite')}</h2>
      <p class="quiet">{t('people.invite.text')}</p>
      <p class="quiet">{t('people.invite.waits')}</p>
      <InviteForm {...{ action, state, needsContact, participants }} />
    </Layout>
  );
}

/** Who is to get a role once others agree. */
function WaitingSeats({ mechanism, waiting }: Pick<PeoplePageProps, 'mechanism' | 'waiting'>) {
  const { t } = usePage();
  const seatName = useSeatName();
  const waitsFor = useWaitsFor();
  if (waiting.length === 0) return null;
  return (
    <>
      <h2>{t('seat.list')}</h2>
      <Table
        caption={t('seat.list')}
        rows={waiting}
        columns={[
          { label: t('people.person'), heading: true, cell: (one) => <PersonCell grant={one} /> },
          { label: t('people.role'), cell: (one) => <bdi>{seatName(one)}</bdi> },
          { label: t('seat.waitsFor'), cell: (one) => waitsFor(one, mechanism.zone) },
          {
            label: t('list.actions'),
            cell: ({ id }) => (
              <PostButton
                action={`/mechanisms/${mechanism.id}/people/${id}/withdrawal`}
                label={t('seat.withdraw')}
                quiet
              />
            ),
          },
        ]}
      />
    </>
  );
}

function PersonCell({ grant: { account } }: { grant: Pick<RoleGrant, 'account'> }) {
  const { t } = usePage();
  return (
    <>
      <bdi>{account.name}</bdi>
      <br />
      <a href={`mailto:${account.email}`}>{account.email}</a>
      {account.passwordHash === null && (
        <>
          <br />
          <small class="quiet">{t('people.invited')}</small>
        </>
      )}
    </>
  );
}

/** That the person does not know of the role yet. */
function RoleMailCell({ mail, retry }: { mail: TroubledMail | undefined; retry: string }) {
  const { t } = usePage();
  if (!mail) return null;
  return (
    <div class="error">
      <TroubleText mail={mail} /> <PostButton action={retry} label={t('mails.retry')} quiet />
    </div>
  );
}
