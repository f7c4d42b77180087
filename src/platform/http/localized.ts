import { z } from 'zod';
import type { Localized } from '../i18n/localized.js';
import { optionalText, text } from './input.js';

const LANGUAGE = /^[a-z]{2}$/;

/** Text per language with the original marked; languages left empty are left out. The original must be given. */
export const localizedText = (max: number) =>
  z
    .object({
      original: text(2).refine((code) => LANGUAGE.test(code), { message: 'error.language' }),
      texts: textsOf(max),
    })
    .superRefine(({ original, texts }, context) => {
      if (!texts[original])
        context.addIssue({ code: 'custom', path: ['texts', original], message: 'error.required' });
    });

/** The same, but nothing at all is fine and becomes null. */
export const optionalLocalizedText = (max: number) =>
  z
    .object({ original: optionalText(2), texts: textsOf(max) })
    .nullish()
    .transform((value): Localized | null => {
      if (!value || Object.keys(value.texts).length === 0) return null;
      const original =
        value.original && value.texts[value.original] ? value.original : Object.keys(value.texts)[0]!;
      return { original, texts: value.texts };
    });

const textsOf = (max: number) =>
  z
    .record(z.string().regex(LANGUAGE), optionalText(max))
    .default({})
    .transform((texts) =>
      Object.fromEntries(
        Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== null),
      ),
    );
