import { Email } from '../../platform/http/address-fields.js';
import { Password } from '../passwords/password-field.js';

/** The address an account shall have. */
export class NewAddressInput {
  @Email() email!: string;
  /** The person's password, again. */
  @Password() current!: string;
}
