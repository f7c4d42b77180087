import type { TextKey } from '../../../platform/i18n/i18n.js';
import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { TroubledMail } from '../mails.service.js';

/** A kind of mail in words; its name in the code when nobody gave it any. */
export function useKindName(): (kind: string) => string {
  const { t } = usePage();
  return (kind) => {
    const key = `mails.kind.${kind}`;
    const name = t(key as TextKey);
    return name === key ? kind : name;
  };
}

/** What became of a mail that did not arrive. */
export function TroubleText({ mail: { message } }: { mail: TroubledMail }) {
  const { t, moment } = usePage();
  const { state, error, reason, nextAttemptAt } = message;
  const said = error && (
    <>
      {' '}
      {t('mails.said')}{' '}
      <q>
        <bdi>{error}</bdi>
      </q>
    </>
  );
  if (state === 'failed')
    return (
      <>
        {t('mails.failed')}
        {said}
      </>
    );
  if (state === 'skipped') return <>{t(`mails.dropped.${reason ?? 'subject'}`)}</>;
  return (
    <>
      {t('mails.next', { at: moment(nextAttemptAt) })}
      {said}
    </>
  );
}

/** Whom a mail is for. One to somebody without an account was given its address by the person. */
export function MailRecipient({ mail: { message, person } }: { mail: TroubledMail }) {
  const { t } = usePage();
  const email = message.address ?? person?.email;
  return (
    <>
      <bdi>{person?.name ?? t('mails.gone')}</bdi>
      {email && (
        <div class="quiet">
          <bdi>{email}</bdi>
        </div>
      )}
    </>
  );
}

/** Mails about one thing that did not arrive, with a button each. Nothing where all did. */
export function TroubledMails({
  title = 'mails.title',
  mails,
  retry,
}: {
  title?: TextKey;
  mails: TroubledMail[];
  /** Address of the button. */
  retry: (mail: TroubledMail) => string;
}) {
  const { t, moment } = usePage();
  const kindName = useKindName();
  return (
    <section>
      <h2>{t(title)}</h2>
      <Table
        caption={t(title)}
        rows={mails}
        columns={[
          { label: t('mails.recipient'), heading: true, cell: (mail) => <MailRecipient mail={mail} /> },
          { label: t('mails.kind'), cell: ({ message }) => kindName(message.kind) },
          { label: t('mails.posted'), cell: ({ message }) => moment(message.createdAt) },
          { label: t('mails.became'), cell: (mail) => <TroubleText mail={mail} /> },
          {
            label: t('list.actions'),
            cell: (mail) => <PostButton action={retry(mail)} label={t('mails.retry')} quiet />,
          },
        ]}
      />
    </section>
  );
}
