import { TextField } from '../../platform/web/fields.js';
import { usePage } from '../../platform/web/page-context.js';

/** The password of who is signed in, asked for again. */
export function CurrentPassword({ hint }: { hint?: string }) {
  const { t } = usePage();
  return (
    <TextField
      name="current"
      type="password"
      label={t('account.currentPassword')}
      hint={hint}
      autocomplete="current-password"
      required
    />
  );
}
