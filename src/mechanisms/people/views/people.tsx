import type { RoleGrant } from '../../../accounts/account.entity.js';
import type { TroubledMail } from '../../../accounts/mails/mails.service.js';
import { HANDED_OVER } from '../../../accounts/roles.js';
import type { Nomination } from '../../../accounts/seats/nomination.entity.js';
import { States } from '../../../accounts/states.js';
import { Fold, Shortened } from '../../../platform/web/design/fold.js';
import { TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { emptyForm } from '../../../platform/web/submit-form.js';
import { type Column, Table, TableSection } from '../../../platform/web/table.js';
import type { Mechanism } from '../../mechanism/mechanism.entity.js';
import { subjectName } from '../../mechanism/mechanism.view.js';
import { crumbsOf, usePeriod } from '../../mechanism/views/parts.js';
import { peopleGroups } from '../people-groups.js';
import { NameSecretariatPanel } from './contact.js';
import { useRoleName } from './delegation.js';
import { InvitationText, PersonCell, RoleMailCell } from './person-cells.js';
import { useSeatName, useWaitsFor } from './seats.js';

interface PeoplePageProps {
  mechanism: Mechanism;
  grants: RoleGrant[];
  /** The mails about their roles that did not arrive, by the role's id. */
  mails: ReadonlyMap<string, TroubledMail>;
  /** When each was last told of their role. */
  sent: ReadonlyMap<string, Date>;
  waiting: Nomination[];
  /** Codes of who takes part in the mechanism. */
  participants: string[];
  /** How many people have not opened their account. */
  expected: number;
  /** Part of a name to find somebody by. */
  wanted: string;
  /** Whether nobody is its secretariat yet. */
  unserved: boolean;
  /** Whether a second factor is required of a role here. */
  secondFactor: (grant: RoleGrant) => boolean;
}

/** The people of a mechanism by delegation and role, with what each was sent; delegations without anybody among them. */
export function PeoplePage(props: PeoplePageProps) {
  const { mechanism, grants, waiting, participants, expected, wanted } = props;
  const { t, language } = usePage();
  const action = `/mechanisms/${mechanism.id}/people`;
  const columns = usePersonColumns(props, action);
  const { delegations, gaps, others } = peopleGroups(grants, waiting, participants, { language, wanted });
  return (
    <Layout
      title={t('people.title')}
      crumbs={crumbsOf(t, mechanism)}
      actions={
        <a class="button" href={`${action}/invite`}>
          {t('invite.title')}
        </a>
      }
    >
      {props.unserved && <NameSecretariatPanel mechanismId={mechanism.id} />}
      <p class="quiet">
        {t('people.intro')} <a href={`/mechanisms/${mechanism.id}/members`}>{t('mechanisms.members.edit')}</a>
      </p>
      <Form
        action={action}
        method="get"
        filters
        submit={t('people.find.submit')}
        state={emptyForm({ q: wanted })}
      >
        <TextField name="q" type="search" label={t('people.find')} />
      </Form>
      {expected > 0 && (
        <div class="buttons">
          <PostButton
            action={`${action}/invitations`}
            label={t('people.againAll', { count: expected })}
            fields={{}}
            quiet
          />
        </div>
      )}
      <WaitingSeats mechanism={mechanism} waiting={waiting} />
      <Shortened count={delegations.length}>
        <TableSection
          caption={t('people.delegations')}
          rows={delegations}
          empty={t(wanted ? 'people.noneFound' : 'people.empty')}
          columns={[
            {
              label: t('membership.state'),
              heading: true,
              cell: (grant) => <bdi>{subjectName(grant, language)}</bdi>,
            },
            ...columns.map((column) => ({ ...column, heading: false })),
          ]}
        />
      </Shortened>
      {gaps.length > 0 && <Gaps action={action} gaps={gaps} />}
      {others.map(({ role, grants: held }) =>
        held.length === 0 ? null : (
          <Fold key={role} heading open={wanted !== ''} label={t(`people.group.${role}`)}>
            <Table
              caption={t(`people.group.${role}`)}
              rows={held}
              columns={
                role === 'partner'
                  ? [
                      ...columns.slice(0, 1),
                      { label: t('people.for'), cell: (grant) => <bdi>{subjectName(grant, language)}</bdi> },
                      ...columns.slice(1),
                    ]
                  : columns
              }
            />
          </Fold>
        ),
      )}
    </Layout>
  );
}

/** Delegations without anybody, each with the way to invite somebody. */
function Gaps({ action, gaps }: { action: string; gaps: string[] }) {
  const { t, language } = usePage();
  return (
    <section>
      <h3>{t('people.nobody', { count: gaps.length })}</h3>
      <Shortened count={gaps.length}>
        <ul class="tags">
          {gaps.map((state) => {
            const name = States.name(state, language);
            return (
              <li key={state} class="tag">
                <a href={`${action}/invite?of=${state}`} aria-label={t('people.invite.for', { name })}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            );
          })}
        </ul>
      </Shortened>
    </section>
  );
}

function usePersonColumns(
  { mails, sent, secondFactor, grants, mechanism }: PeoplePageProps,
  action: string,
): Column<RoleGrant>[] {
  const { t } = usePage();
  const periodText = usePeriod();
  const roleName = useRoleName();
  return [
    {
      label: t('people.person'),
      heading: true,
      cell: (grant) => (
        <>
          <PersonCell grant={grant} href={`${action}/${grant.id}`} />
          <RoleMailCell mail={mails.get(grant.id)} retry={`${action}/${grant.id}/mail/retry`} />
        </>
      ),
    },
    {
      label: t('people.role'),
      cell: (grant) => (
        <>
          {roleName(grant)} <small class="quiet">{periodText(grant)}</small>
        </>
      ),
    },
    {
      label: t('people.account'),
      cell: (grant) => (
        <InvitationText grant={grant} sent={sent.get(grant.id)} again={`${action}/${grant.id}/invitation`} />
      ),
    },
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
  ];
}

/** Who is to get a role once others agree. */
function WaitingSeats({ mechanism, waiting }: Pick<PeoplePageProps, 'mechanism' | 'waiting'>) {
  const { t } = usePage();
  const seatName = useSeatName();
  const waitsFor = useWaitsFor();
  if (waiting.length === 0) return null;
  return (
    <section>
      <h2>{t('seat.list')}</h2>
      <Shortened count={waiting.length}>
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
      </Shortened>
    </section>
  );
}
