import type { RoleGrant } from '../../../accounts/account.entity.js';
import { TroubleText, useKindName } from '../../../accounts/mails/views/trouble.js';
import type { OutgoingMessage } from '../../../platform/mail/message.entity.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { TableSection } from '../../../platform/web/table.js';
import type { Mechanism } from '../../mechanism/mechanism.entity.js';
import { crumbsOf, usePeriod } from '../../mechanism/views/parts.js';
import { InvitationText } from './person-cells.js';
import { useSeatName } from './seats.js';

interface PersonPageProps {
  mechanism: Mechanism;
  grant: RoleGrant;
  roles: RoleGrant[];
  mails: OutgoingMessage[];
}

/** Somebody of a mechanism: their roles in it, and the mails they got about them. */
export function PersonPage({ mechanism, grant, roles, mails }: PersonPageProps) {
  const { t, moment } = usePage();
  const seatName = useSeatName();
  const periodText = usePeriod();
  const kindName = useKindName();
  const people = `/mechanisms/${mechanism.id}/people`;
  return (
    <Layout
      title={grant.account.name}
      crumbs={[...crumbsOf(t, mechanism), { label: t('people.title'), href: people }]}
    >
      <p>
        <a href={`mailto:${grant.account.email}`}>{grant.account.email}</a>
      </p>
      <p>
        <InvitationText grant={grant} sent={undefined} again={`${people}/${grant.id}/invitation`} />
      </p>
      <TableSection
        caption={t('people.roles')}
        rows={roles}
        columns={[
          { label: t('people.role'), heading: true, cell: (one) => <bdi>{seatName(one)}</bdi> },
          { label: t('membership.period'), cell: (one) => periodText(one) },
          {
            label: t('list.actions'),
            cell: ({ id }) => <a href={`${people}/${id}/end`}>{t('people.end')}</a>,
          },
        ]}
      />
      <TableSection
        caption={t('people.mails')}
        rows={mails}
        empty={t('people.mails.none')}
        columns={[
          { label: t('mails.kind'), heading: true, cell: ({ kind }) => kindName(kind) },
          { label: t('people.mails.day'), cell: ({ sentAt, createdAt }) => moment(sentAt ?? createdAt) },
          {
            label: t('mails.became'),
            cell: (message) =>
              message.state === 'sent' ? (
                t('people.mails.sent')
              ) : (
                <TroubleText mail={{ message, person: null }} />
              ),
          },
        ]}
      />
    </Layout>
  );
}
