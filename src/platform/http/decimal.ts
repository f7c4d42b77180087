import { z } from 'zod';
import { type Decimal, readDecimal } from '../i18n/decimal.js';
import { optionalText, text } from './input.js';

/** A figure as decimal text, kept digit for digit; a number would be rounded on its way here, and is refused. */
export const decimal = () =>
  text(60)
    .transform((typed, context) => {
      const read = readDecimal(typed);
      if ('value' in read) return read.value;
      context.addIssue({ code: 'custom', message: read.problem });
      return z.NEVER;
    })
    .pipe(z.string());

/** The same, or null when nothing was typed. */
export const optionalDecimal = () =>
  optionalText(60)
    .transform((typed, context): Decimal | null => {
      if (typed === null) return null;
      const read = readDecimal(typed);
      if ('value' in read) return read.value;
      context.addIssue({ code: 'custom', message: read.problem });
      return z.NEVER;
    })
    .pipe(z.string().nullable());
