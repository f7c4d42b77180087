import { notThat, refused } from '../../platform/http/field.js';
import { Parsed } from '../../platform/http/list-fields.js';

/** Longer ones are refused: hashing them would cost whoever sends many little, and us much. */
export const PASSWORD_MAXIMUM = 256;

/** Taken as it is typed: blanks count. */
export function Password() {
  return Parsed(
    (typed) => {
      if (typeof typed !== 'string') return notThat(typed);
      return typed.length <= PASSWORD_MAXIMUM
        ? typed
        : refused(typed, 'error.tooLong', { maximum: PASSWORD_MAXIMUM });
    },
    { type: 'string', maxLength: PASSWORD_MAXIMUM },
  );
}
