import { TextField } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';

/** The password again, of who did not sign in just now. */
export function ProofField({ fresh }: { fresh: boolean }) {
  const { t } = usePage();
  if (fresh) return null;
  return (
    <TextField
      name="current"
      type="password"
      label={t('account.currentPassword')}
      hint={t('secondFactor.proof')}
      autocomplete="current-password"
      required
    />
  );
}
