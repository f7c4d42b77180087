import type { TextKey } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';
import { States } from '../../states.js';
import type { AccountSummary } from '../account-list.service.js';

/** The roles of an account, mechanism by mechanism. */
export function Roles({ account }: { account: Pick<AccountSummary, 'administrator' | 'roles'> }) {
  const { t, language } = usePage();
  const { administrator, roles } = account;
  return (
    <>
      {administrator && <div>{t('accounts.administrator')}</div>}
      {roles.map(({ role, scope, subject, mechanism }) => (
        <div key={`${scope} ${role} ${subject}`}>
          <bdi>{mechanism}</bdi>: {t(`role.${role}` as TextKey)}
          {subject && (
            <>
              {' '}
              (<bdi>{States.name(subject, language)}</bdi>)
            </>
          )}
        </div>
      ))}
    </>
  );
}
