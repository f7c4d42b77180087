import { Choices, Hidden } from '../../platform/web/fields.js';
import { usePage } from '../../platform/web/page-context.js';
import { HOLDING_KINDS, type HoldingKind } from '../passwords/holding-kinds.js';

/** What shall end with the old password. The empty value says that the boxes were there, and none of them ticked. */
export function EndsField({ kinds = HOLDING_KINDS }: { kinds?: readonly HoldingKind[] }) {
  const { t } = usePage();
  return (
    <>
      <Hidden name="ends" value="" />
      <Choices
        name="ends"
        label={t('ends.label')}
        options={kinds.map((value) => ({ value, label: t(`ends.${value}`) }))}
        many
      />
    </>
  );
}
