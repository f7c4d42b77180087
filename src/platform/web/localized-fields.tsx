import { languageName } from '../i18n/language-names.js';
import type { Localized } from '../i18n/localized.js';
import { Hidden, Select, TextArea, TextField } from './fields.js';
import { useField, type FieldProps } from './field.js';
import { usePage } from './page-context.js';

interface LocalizedFieldsProps {
  name: string;
  label: string;
  hint?: string;
  /** Languages offered; those the text already has are added. */
  languages: readonly string[];
  /** Of a new text: the language it is most likely typed in, offered first and as the original. */
  startWith?: string;
  long?: boolean;
  /** Lines of a long one. */
  rows?: number;
  required?: boolean;
}

/** One field per language, and which of them is the original. With one language it looks like a plain field. */
export function LocalizedFields({
  name,
  label,
  hint,
  languages,
  startWith,
  long,
  rows,
  required,
}: LocalizedFieldsProps) {
  const { t, language: reader } = usePage();
  const texts = useField(`${name}.texts`).value as Record<string, string> | undefined;
  const own = languages.length > 0 ? languages : ['en'];
  const offered = [...new Set([...(startWith ? [startWith] : []), ...own, ...Object.keys(texts ?? {})])];
  const single = offered.length === 1;
  const labelOf = (language: string) => (single ? label : labelIn(label, language, reader));
  return (
    <>
      {offered.map((language, index) => (
        <TextIn
          key={language}
          name={`${name}.texts.${language}`}
          label={labelOf(language)}
          hint={index === 0 ? hint : undefined}
          language={language}
          required={required && index === 0}
          {...{ long, rows }}
        />
      ))}
      {single ? (
        <Hidden name={`${name}.original`} value={offered[0]!} />
      ) : (
        <Select
          name={`${name}.original`}
          label={t('text.original', { label })}
          options={offered.map((value) => ({ value, label: languageName(value, reader) }))}
          required
        />
      )}
    </>
  );
}

/** "Título (inglés)" */
const labelIn = (label: string, language: string, reader: string) =>
  `${label} (${languageName(language, reader)})`;

/** The same where the original stays as it is: fields for the other languages only. */
export function TranslationFields({ name, label, languages, long, rows }: LocalizedFieldsProps) {
  const { language: reader } = usePage();
  const value = useField(name).value as Partial<Localized> | null | undefined;
  const original = value?.original ?? languages[0] ?? 'en';
  const kept = value?.texts?.[original];
  const others = new Set([...languages, ...Object.keys(value?.texts ?? {})]);
  others.delete(original);
  return (
    <>
      <Hidden name={`${name}.original`} value={original} />
      {kept !== undefined && <Hidden name={`${name}.texts.${original}`} value={kept} />}
      {kept !== undefined &&
        [...others].map((language) => (
          <TextIn
            key={language}
            name={`${name}.texts.${language}`}
            label={labelIn(label, language, reader)}
            language={language}
            {...{ long, rows }}
          />
        ))}
    </>
  );
}

function TextIn({ long, rows, ...field }: FieldProps & { language: string; long?: boolean; rows?: number }) {
  return long ? <TextArea {...field} rows={rows} /> : <TextField {...field} />;
}
