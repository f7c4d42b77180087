import { field, type FieldOptions, notThat, refused } from './field.js';

/** Text exactly as it was sent: blanks and line breaks count, and nothing typed is a text too. */
export function RawText<const O extends FieldOptions<string>>(max?: number, options?: O) {
  const read = (raw: unknown) => {
    if (typeof raw !== 'string') return notThat(raw);
    return max !== undefined && raw.length > max ? refused(raw, 'error.tooLong', { maximum: max }) : raw;
  };
  const describe = { type: 'string', ...(max !== undefined && { maxLength: max }) } as const;
  return field<string, O>({ read, isMissing: () => false, describe }, options);
}
