import { LANGUAGES } from '../../../platform/i18n/i18n.js';
import { isolated } from '../../../platform/i18n/isolated.js';
import { TextField } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Mechanism } from '../mechanism.entity.js';
import { languageOfName, nameIn } from '../mechanism-name.js';
import { languageName } from '../../../platform/i18n/language-names.js';

const KINDS = ['officialName', 'shortName'] as const;

/** A field for its full and its short name in each other language; beside it what is used while it is empty. */
export function OtherNameFields({ mechanism }: { mechanism: Mechanism }) {
  const { t, language: readers } = usePage();
  const own = languageOfName(mechanism);
  const languages = [...new Set([...LANGUAGES, ...mechanism.languages])].filter((one) => one !== own);
  const found = (kind: (typeof KINDS)[number], language: string) => {
    const name = nameIn(kind, { ...mechanism, officialNames: {}, shortNames: {} }, language);
    return name.fallback ? undefined : t('mechanisms.otherNames.found', { name: isolated(name.text) });
  };
  return (
    <details class="card">
      <summary>{t('mechanisms.otherNames')}</summary>
      <p class="quiet">{t('mechanisms.otherNames.hint')}</p>
      {languages.map((language) => (
        <div class="pair" key={language}>
          {KINDS.map((kind) => (
            <TextField
              key={kind}
              name={`${kind}s.${language}`}
              label={`${t(`mechanisms.${kind}`)}: ${languageName(language, readers)}`}
              hint={found(kind, language)}
              language={language}
            />
          ))}
        </div>
      ))}
    </details>
  );
}

/** Those there are, by language. */
export function OtherNames(mechanism: Partial<Pick<Mechanism, 'officialNames' | 'shortNames'>>) {
  const { language: readers } = usePage();
  const { officialNames = {}, shortNames = {} } = mechanism;
  const languages = [...new Set([...Object.keys(officialNames), ...Object.keys(shortNames)])].filter(
    (one) => officialNames[one] || shortNames[one],
  );
  return (
    <>
      {languages.map((one) => (
        <div key={one}>
          {languageName(one, readers)}:{' '}
          <bdi lang={one}>{[officialNames[one], shortNames[one]].filter(Boolean).join(' · ')}</bdi>
        </div>
      ))}
    </>
  );
}
