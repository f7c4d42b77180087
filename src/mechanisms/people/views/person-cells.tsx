import type { RoleGrant } from '../../../accounts/account.entity.js';
import type { TroubledMail } from '../../../accounts/mails/mails.service.js';
import { TroubleText } from '../../../accounts/mails/views/trouble.js';
import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { isExpected } from '../expected.js';

type Person = Pick<RoleGrant, 'account'>;

export function PersonCell({ grant: { account }, href }: { grant: Person; href?: string }) {
  return (
    <>
      {href ? (
        <a href={href}>
          <bdi>{account.name}</bdi>
        </a>
      ) : (
        <bdi>{account.name}</bdi>
      )}
      <br />
      <a href={`mailto:${account.email}`}>{account.email}</a>
    </>
  );
}

/** Whether somebody came; who did not is sent the invitation again. */
export function InvitationText({
  grant,
  sent,
  again,
}: {
  grant: Person;
  sent: Date | undefined;
  again: string;
}) {
  const { t, moment } = usePage();
  if (!isExpected(grant)) return <>{t('people.opened')}</>;
  return (
    <>
      {t('people.invited')}
      {sent && <div class="quiet">{t('people.sentOn', { at: moment(sent) })}</div>}
      <div>
        <PostButton action={again} label={t('people.again')} quiet />
      </div>
    </>
  );
}

/** That the person does not know of the role yet. */
export function RoleMailCell({ mail, retry }: { mail: TroubledMail | undefined; retry: string }) {
  const { t } = usePage();
  if (!mail) return null;
  return (
    <div class="error">
      <TroubleText mail={mail} /> <PostButton action={retry} label={t('mails.retry')} quiet />
    </div>
  );
}
