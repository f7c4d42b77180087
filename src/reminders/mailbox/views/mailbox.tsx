import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { NextPage, Table } from '../../../platform/web/table.js';
import type { MailboxMail } from '../../../platform/mail/message.entity.js';

type Head = Pick<MailboxMail, 'id' | 'recipient' | 'subject' | 'at'>;

export function MailboxPage({
  items,
  nextCursor,
  kept,
}: {
  items: Head[];
  nextCursor: string | null;
  kept: boolean;
}) {
  const { t, moment } = usePage();
  return (
    <Layout title={t('mailbox.title')}>
      <p class="quiet">{t(kept ? 'mailbox.kept' : 'mailbox.sentByServer')}</p>
      <Table
        caption={t('mailbox.title')}
        rows={items}
        empty={t('mailbox.empty')}
        columns={[
          {
            label: t('mailbox.subject'),
            heading: true,
            cell: (mail) => <a href={`/mailbox/${mail.id}`}>{mail.subject}</a>,
          },
          { label: t('mailbox.to'), cell: (mail) => mail.recipient },
          { label: t('mailbox.at'), cell: (mail) => moment(mail.at) },
        ]}
      />
      <NextPage cursor={nextCursor} href={(cursor) => `/mailbox?cursor=${cursor}`} />
    </Layout>
  );
}
