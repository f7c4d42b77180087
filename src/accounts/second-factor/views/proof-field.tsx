import { usePage } from '../../../platform/web/page-context.js';
import { CurrentPassword } from '../../views/current-password.js';

/** The password again, of who did not sign in just now. */
export function ProofField({ fresh }: { fresh: boolean }) {
  const { t } = usePage();
  if (fresh) return null;
  return <CurrentPassword hint={t('secondFactor.proof')} />;
}
