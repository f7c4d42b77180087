import type { TextKey } from '../../../platform/i18n/i18n.js';
import { Choices } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import { releaseReaders, visibilityReaders, type Chooser } from '../../../progress/words/entry-readers.js';
import {
  VISIBILITIES,
  RELEASES,
  type Release,
  type Visibility,
} from '../../../progress/entries/vocabulary.js';

/** How far all answers are seen; each may say otherwise. */
export function Audience({ chooser }: { chooser: Chooser }) {
  const page = usePage();
  const { t } = page;
  const option = (group: string, value: string, who: string) => ({
    value,
    label: t(`${group}.${value}` as TextKey),
    hint: `${t(`${group}.${value}.hint` as TextKey)} ${who}`,
  });
  const seen = (value: Visibility) => option('visibility', value, visibilityReaders(page, chooser, value));
  const used = (value: Release) => option('release', value, releaseReaders(page, chooser, value));
  return (
    <details class="card">
      <summary>{t('answering.audience')}</summary>
      <p class="quiet">{t('disclosure.text')}</p>
      <Choices name="visibility" label={t('entry.seenBy')} options={VISIBILITIES.map(seen)} />
      <Choices name="release" label={t('entry.inDocuments')} options={RELEASES.map(used)} />
    </details>
  );
}
