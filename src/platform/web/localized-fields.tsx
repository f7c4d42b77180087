import { LANGUAGE_NAMES } from '../i18n/i18n.js';
import { Select, TextArea, TextField } from './fields.js';
import { useField } from './form.js';
import { usePage } from './page-context.js';
import { Hidden } from './fields.js';

interface LocalizedFieldsProps {
  name: string;
  label: string;
  hint?: string;
  /** Languages offered; those the text already has are added. */
  languages: readonly string[];
  long?: boolean;
  required?: boolean;
}

/** One field per language, and which of them is the original. With one language it looks like a plain field. */
export function LocalizedFields({ name, label, hint, languages, long, required }: LocalizedFieldsProps) {
  const { t } = usePage();
  const texts = useField(`${name}.texts`).value as Record<string, string> | undefined;
  const offered = [...new Set([...(languages.length > 0 ? languages : ['en']), ...Object.keys(texts ?? {})])];
  const Control = long ? TextArea : TextField;
  const single = offered.length === 1;
  const labelOf = (language: string) =>
    single ? label : `${label}: ${LANGUAGE_NAMES[language] ?? language}`;
  return (
    <>
      {offered.map((language, index) => (
        <Control
          key={language}
          name={`${name}.texts.${language}`}
          label={labelOf(language)}
          hint={index === 0 ? hint : undefined}
          language={language}
          required={required && index === 0}
        />
      ))}
      {single ? (
        <Hidden name={`${name}.original`} value={offered[0]!} />
      ) : (
        <Select
          name={`${name}.original`}
          label={t('text.original', { label })}
          options={offered.map((value) => ({ value, label: LANGUAGE_NAMES[value] ?? value }))}
          required
        />
      )}
    </>
  );
}
