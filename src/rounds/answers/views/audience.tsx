import type { TextKey } from '../../../platform/i18n/i18n.js';
import { Choices } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import { VISIBILITIES, RELEASES } from '../../../progress/entries/vocabulary.js';

/** How far all answers are seen; each may say otherwise. */
export function Audience() {
  const { t } = usePage();
  const options = (values: readonly string[], group: string) =>
    values.map((value) => ({
      value,
      label: t(`${group}.${value}` as TextKey),
      hint: t(`${group}.${value}.hint` as TextKey),
    }));
  return (
    <details class="card">
      <summary>{t('answering.audience')}</summary>
      <p class="quiet">{t('disclosure.text')}</p>
      <Choices name="visibility" label={t('entry.seenBy')} options={options(VISIBILITIES, 'visibility')} />
      <Choices name="release" label={t('entry.inDocuments')} options={options(RELEASES, 'release')} />
    </details>
  );
}
