import { usePage } from '../../../platform/web/page-context.js';
import type { Limits } from '../../templates/template.js';

interface MeterProps {
  words: number;
  characters: number;
  limits: Limits | null;
}

/** How long a text is, against its limits. A limit is no mark: it is said, not coloured. */
export function Meter({ words, characters, limits }: MeterProps) {
  const { t, language } = usePage();
  const format = new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-latn' : language);
  const number = (value: number) => format.format(value);
  const most = limits?.words;
  const { least, most: mostCharacters } = limits?.characters ?? {};
  return (
    <>
      <label>
        {t('submission.words', { count: words, words: number(words) })}{' '}
        {most && <progress max={most} value={Math.min(words, most)} />}
      </label>
      {most && (
        <div>
          <small class="quiet">{t('submission.mostWords', { count: most, words: number(most) })}</small>
        </div>
      )}
      {mostCharacters && (
        <div>
          <small class="quiet">
            {t('submission.characters', { count: characters, characters: number(characters) })}{' '}
            {least
              ? t('submission.charactersBetween', { least: number(least), most: number(mostCharacters) })
              : t('submission.mostCharacters', { most: number(mostCharacters) })}
          </small>
        </div>
      )}
    </>
  );
}
