import { Day, Flag, OneOf, Text } from '../../platform/http/fields.js';
import { ListOf } from '../../platform/http/list-fields.js';
import { Password } from '../passwords/password-field.js';

/** A key for programs: what for, how far, until when. */
export class TokenInput {
  @Text(100) label!: string;
  @OneOf(['read', 'write'], { ifMissing: 'read' }) scope!: 'read' | 'write';
  /** The mechanisms it opens, by their ids; none are all. */
  @ListOf(Text(36)) mechanisms!: string[];
  /** For an administrator: whether it may do what only an administrator may. */
  @Flag() administrator!: boolean;
  /** Its last day, a year from now at most; left out, 90 days. */
  @Day({ optional: true }) expires!: string | null;
  /** The person's password, again. */
  @Password() current!: string;
}
