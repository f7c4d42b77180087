import type { TextKey } from '../../../platform/i18n/i18n.js';
import type { Option } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import { INVITED_ROLES } from '../list-words.data.js';

export function useRoleOptions(): Option[] {
  const { t } = usePage();
  return INVITED_ROLES.map((value) => ({
    value,
    label: value === 'deputy' ? t('delegation.deputy') : t(`role.${value}` as TextKey),
  }));
}
