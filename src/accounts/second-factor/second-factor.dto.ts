import { Flag, Text } from '../../platform/http/fields.js';
import { Parsed } from '../../platform/http/list-fields.js';
import { PASSWORD_MAXIMUM } from '../passwords/password-field.js';
import { notThat, refused } from '../../platform/http/field.js';

const isNothing = (typed: unknown) => typed === undefined || typed === null || typed === '';

/** The password again. Not asked of who signed in a moment ago. */
export class ProofInput {
  @Parsed(
    (typed) => {
      if (isNothing(typed)) return null;
      if (typeof typed !== 'string') return notThat(typed);
      return typed.length <= PASSWORD_MAXIMUM
        ? typed
        : refused(typed, 'error.tooLong', { maximum: PASSWORD_MAXIMUM });
    },
    { type: 'string', maxLength: PASSWORD_MAXIMUM, nullable: true },
  )
  current!: string | null;
}

export class OneTimeCodeInput {
  @Text(40) code!: string;
}

export class NewPasskeyInput extends ProofInput {
  /** How the person tells it from others. */
  @Text(100) label!: string;
}

/** What the browser answers, as JSON text: its shape is the standard's, and the library reads it. */
const Response = () => Text(20_000);

export class RegisterPasskeyInput {
  @Text(100) label!: string;
  @Response() response!: string;
}

export class PasskeySignInInput {
  @Response() response!: string;
}

export class BeginPasskeyInput {
  /** For a sign-in that begins anew: with a passkey and nothing else. */
  @Flag() alone!: boolean;
  @Text(500, { optional: true }) next!: string | null;
}

export class ResetFactorsInput extends ProofInput {
  /** How it was made sure who asks. */
  @Text(500) reason!: string;
}
