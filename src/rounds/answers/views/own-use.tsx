import type { TextKey } from '../../../platform/i18n/i18n.js';
import { Select } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import { RELEASES, VISIBILITIES } from '../../../progress/entries/vocabulary.js';

/** How far one answer is seen and used, where that differs from all of them. */
export function OwnUse({ name }: { name: (field: string) => string }) {
  const { t } = usePage();
  return (
    <>
      <Select
        name={name('visibility')}
        label={t('entry.seenBy')}
        empty={t('answering.asAll')}
        options={VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}` as TextKey) }))}
      />
      <Select
        name={name('release')}
        label={t('entry.inDocuments')}
        empty={t('answering.asAll')}
        options={RELEASES.map((value) => ({ value, label: t(`release.${value}` as TextKey) }))}
      />
    </>
  );
}
