import { wordCount } from '../../../platform/documents/word-count.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { SubmissionText } from '../../compilation/compiled.js';
import { toDocument } from '../../document/to-document.js';
import { wordLimits } from '../../document/word-limits.js';

/** The words of the document, against the limits of the United Nations. A limit is no mark: it is said, not coloured. */
export function WordMeter({ text }: { text: SubmissionText }) {
  const { t, language } = usePage();
  const count = wordCount(toDocument(text));
  const format = new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-latn' : language);
  const number = (value: number) => format.format(value);
  const { secretariat, other } = wordLimits;
  return (
    <p>
      <label>
        {t('submission.words', { count, words: number(count) })}{' '}
        <progress max={other} value={Math.min(count, other)} />
      </label>
      <br />
      <small class="quiet">
        {t('submission.wordLimits', { secretariat: number(secretariat), other: number(other) })}
      </small>
    </p>
  );
}
