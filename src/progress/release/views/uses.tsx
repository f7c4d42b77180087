import type { TextKey } from '../../../platform/i18n/i18n.js';
import { Choices } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import { USES } from '../release-uses.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import { reporterLabel } from '../../entries/views/labels.js';

/** The four uses, each with what it means. None is ticked to begin with. */
export function UseChoices({ entry }: { entry: Pick<SeenEntry, 'reporterKind' | 'reporter'> }) {
  const { t, language } = usePage();
  const reporter = reporterLabel(entry, t, language);
  return (
    <Choices
      name="uses"
      label={t('use.title')}
      hint={t('use.hint')}
      options={USES.map((value) => ({
        value,
        label: t(`use.${value}` as TextKey),
        hint: t(`use.${value}.hint` as TextKey, { reporter }),
      }))}
      many
      required
    />
  );
}
