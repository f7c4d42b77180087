import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Facts } from '../../../platform/web/table.js';
import type { MailboxMail } from '../../../platform/mail/message.entity.js';

export function MailPage({ mail }: { mail: MailboxMail }) {
  const { t, moment } = usePage();
  return (
    <Layout title={mail.subject} crumbs={[{ label: t('mailbox.title'), href: '/mailbox' }]}>
      <Facts
        facts={[
          { label: t('mailbox.to'), value: mail.recipient },
          { label: t('mailbox.replyTo'), value: mail.replyTo ?? t('mailbox.replyTo.nobody') },
          { label: t('mailbox.at'), value: moment(mail.at) },
        ]}
      />
      <h2>{t('mailbox.text')}</h2>
      <pre class="card" dir="auto">
        <Linked text={mail.text} />
      </pre>
      <h2>{t('mailbox.html')}</h2>
      {/* Links open in a page of their own; nothing else of the mail may leave its frame, or run. */}
      <iframe
        class="card"
        src={`/mailbox/${mail.id}/html`}
        title={t('mailbox.html')}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        width="100%"
        height="700"
      />
    </Layout>
  );
}

/** The text with its addresses as links, as a mail program shows it. */
function Linked({ text }: { text: string }) {
  // The full stop of a sentence that ends with an address is not part of it.
  const parts = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/);
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={part} rel="noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
