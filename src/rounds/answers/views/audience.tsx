import type { TextKey } from '../../../platform/i18n/i18n.js';
import { Choices } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import { WhoReads } from '../../../progress/release/views/who-reads.js';
import type { Chooser } from '../../../progress/words/entry-readers.js';
import { RELEASES, VISIBILITIES } from '../../../progress/entries/vocabulary.js';

/** How far all answers are seen, open to sight above the button that submits them; each answer may say otherwise. */
export function Audience({ chooser }: { chooser: Chooser }) {
  const { t } = usePage();
  const option = (group: string) => (value: string) => ({
    value,
    label: t(`${group}.${value}` as TextKey),
    hint: t(`${group}.${value}.hint` as TextKey),
  });
  return (
    <section class="card">
      <h2>{t('answering.audience')}</h2>
      <p class="quiet">{t('disclosure.text')}</p>
      <div class="pair top">
        <Choices
          name="visibility"
          label={t('entry.seenBy')}
          options={VISIBILITIES.map(option('visibility'))}
          required
        />
        <Choices
          name="release"
          label={t('entry.inDocuments')}
          options={RELEASES.map(option('release'))}
          required
        />
      </div>
      <WhoReads chooser={chooser} />
    </section>
  );
}
