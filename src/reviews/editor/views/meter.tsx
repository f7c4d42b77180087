import { localeOf } from '../../../platform/i18n/dates.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Limits } from '../../templates/template.js';
import type { Measured } from '../passage.view.js';

interface MeterProps {
  label: string;
  measure: Measured;
  limits: Limits | null;
}

/** How long a text is, against its limit if it has one. A limit is no mark: it is said, not coloured. */
export function Meter({ label, measure, limits }: MeterProps) {
  const { t, language } = usePage();
  const format = new Intl.NumberFormat(localeOf(language));
  const { words, characters } = measure;
  const most = limits?.characters?.most ?? limits?.words;
  const count = limits?.characters ? characters : words;
  const values = { count, number: format.format(count), most: most && format.format(most) };
  const said = limits?.characters
    ? t('editor.characters', values)
    : t(most ? 'editor.wordsOf' : 'editor.words', values);
  return (
    <p>
      <label>
        {label}: {said} {most && <progress max={most} value={Math.min(count, most)} />}
      </label>
      {limits?.characters?.least && characters < limits.characters.least && (
        <small class="quiet">
          {' '}
          {t('editor.atLeast', { number: format.format(limits.characters.least) })}
        </small>
      )}
    </p>
  );
}
