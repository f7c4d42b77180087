import type { Localized } from '../i18n/localized.js';
import {
  field,
  type Field,
  type FieldOptions,
  gather,
  type Held,
  isNone,
  isRecord,
  notThat,
  Problem,
} from './field.js';
import { LongText, Text } from './fields.js';
import { RecordOf } from './list-fields.js';

const LANGUAGE = /^[a-z]{2}$/;
const isLanguage = (code: string) => LANGUAGE.test(code);
const originalText = Text(2, { check: [isLanguage, 'error.language'] }).reader;
const originalIfAny = Text(2, { optional: true }).reader;

/**
 * Text on one line per language with the original marked; languages left empty are left out. The original must be given. Optional:
 * no text at all becomes null, and the original is the first text when it was not marked.
 */
export const LocalizedText = <const O extends FieldOptions<Localized>>(max: number, options?: O) =>
  localizedField(max, options, Text(max, { optional: true }));

/** The same, of one or more lines. */
export const LongLocalizedText = <const O extends FieldOptions<Localized>>(max: number, options?: O) =>
  localizedField(max, options, LongText(max, { optional: true }));

function localizedField<const O extends FieldOptions<Localized>>(
  max: number,
  options: O | undefined,
  text: Field<string | null>,
): Field<Held<Localized, O>> {
  const textsOf = RecordOf(text, isLanguage, { default: {} }).reader;
  const read = (raw: unknown): Localized | Problem => {
    if (!isRecord(raw)) return notThat(raw);
    const original = (options?.optional ? originalIfAny : originalText).read(raw.original);
    const given = textsOf.read(raw.texts);
    const problem = gather({ original, texts: given });
    if (problem && problem.value === undefined) return problem;
    const texts = written(given instanceof Problem ? given.value : given);
    const code = original instanceof Problem ? (original.value as string) : original;
    if (options?.optional) {
      if (problem) return problem;
      const [first] = Object.keys(texts);
      if (first === undefined) return null as never;
      return { original: code !== null && texts[code] ? code : first, texts };
    }
    if (texts[code!]) return problem ?? { original: code!, texts };
    return new Problem(
      {
        ...problem?.errors,
        ...(!problem?.errors[`texts.${code}`] && { [`texts.${code}`]: { key: 'error.required' } }),
      },
      { original: code, texts },
    );
  };
  const describe = {
    type: 'object',
    properties: {
      original: { type: 'string', maxLength: 2 },
      texts: { type: 'object', additionalProperties: { type: 'string', nullable: true, maxLength: max } },
    },
    ...(!options?.optional && { required: ['original'] }),
  } as never;
  return field<Localized, O>({ read, isMissing: isNone, describe }, options);
}

const written = (texts: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts as Record<string, string | null>).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    ),
  );
