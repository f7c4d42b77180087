import { ConflictError, InvalidError } from '../platform/errors.js';
import { messageText, type TextKey, translator } from '../platform/i18n/i18n.js';

/**
 * An input that was refused, as an error a person at the command line can read; any other as it is. `nameOf` says what
 * a field is called there, when it has another name.
 */
export function inWords(
  error: unknown,
  nameOf: (field: string) => string | undefined = () => undefined,
): unknown {
  const t = translator('en');
  if (error instanceof ConflictError) return new Error(t(error.reason as TextKey));
  if (!(error instanceof InvalidError)) return error;
  return new Error(
    Object.entries(error.fields)
      .map(([field, message]) => `${nameOf(field) ?? field}: ${messageText(t, message)}`)
      .join('\n'),
  );
}
