import { type TroubleFilter, TROUBLES } from '../../../platform/mail/troubles.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { NextPage, Table } from '../../../platform/web/table.js';
import type { TroubledMail } from '../mails.service.js';
import { MailRecipient, TroubleText, useKindName } from './trouble.js';

export const addressOf = ({ state, kind }: TroubleFilter) =>
  `/mails?state=${state}${kind === null ? '' : `&kind=${encodeURIComponent(kind)}`}`;

interface MailsPageProps {
  filter: TroubleFilter;
  items: TroubledMail[];
  nextCursor: string | null;
  /** The kinds there are in this state, with how many of each. */
  kinds: { kind: string; count: number }[];
}

/** For who runs the installation: what was to be sent and did not arrive. */
export function MailsPage({ filter, items, nextCursor, kinds }: MailsPageProps) {
  const { t, moment } = usePage();
  const kindName = useKindName();
  const { state, kind } = filter;
  const fields = { state, ...(kind !== null && { kind }) };
  const total = kinds.reduce((sum, one) => sum + one.count, 0);
  return (
    <Layout title={t('mails.title')}>
      <p class="quiet">{t('mails.text')}</p>
      <nav aria-label={t('mails.states')}>
        <p>
          {TROUBLES.map((one, index) => (
            <span key={one}>
              {index > 0 && ' · '}
              <Choice
                filter={{ state: one, kind: null }}
                here={one === state}
                label={t(`mails.state.${one}`)}
              />
            </span>
          ))}
        </p>
      </nav>
      {kinds.length > 0 && (
        <nav aria-label={t('mails.kinds')}>
          <ul>
            <li>
              <Choice
                filter={{ state, kind: null }}
                here={kind === null}
                label={t('mails.all', { number: total })}
              />
            </li>
            {kinds.map((one) => (
              <li key={one.kind}>
                <Choice
                  filter={{ state, kind: one.kind }}
                  here={kind === one.kind}
                  label={t('mails.ofKind', { kind: kindName(one.kind), number: one.count })}
                />
              </li>
            ))}
          </ul>
        </nav>
      )}
      {state !== 'dropped' && items.length > 0 && (
        <p>
          <PostButton
            action="/mails/retry"
            label={kind === null ? t('mails.retryAll') : t('mails.retryKind', { kind: kindName(kind) })}
            fields={fields}
          />
        </p>
      )}
      <Table
        caption={t('mails.title')}
        rows={items}
        empty={t(`mails.none.${state}`)}
        columns={[
          { label: t('mails.recipient'), heading: true, cell: (mail) => <MailRecipient mail={mail} /> },
          { label: t('mails.kind'), cell: ({ message }) => kindName(message.kind) },
          { label: t('mails.posted'), cell: ({ message }) => moment(message.createdAt) },
          { label: t('mails.became'), cell: (mail) => <TroubleText mail={mail} /> },
          {
            label: t('list.actions'),
            cell: ({ message }) =>
              state !== 'dropped' && (
                <PostButton
                  action={`/mails/${message.id}/retry`}
                  label={t('mails.retry')}
                  fields={fields}
                  quiet
                />
              ),
          },
        ]}
      />
      <NextPage
        cursor={nextCursor}
        href={(cursor) => `${addressOf(filter)}&cursor=${encodeURIComponent(cursor)}`}
      />
    </Layout>
  );
}

/** A link to a part of the list; that part itself where the reader is. */
function Choice({ filter, here, label }: { filter: TroubleFilter; here: boolean; label: string }) {
  return here ? <strong>{label}</strong> : <a href={addressOf(filter)}>{label}</a>;
}
