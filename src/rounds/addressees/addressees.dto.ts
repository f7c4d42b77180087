import { Text } from '../../platform/http/fields.js';
import { ListOf } from '../../platform/http/list-fields.js';

/** Everybody who is to be asked: State codes, and partners by name. */
export class AddresseesInput {
  @ListOf(Text(3)) states!: string[];
  @ListOf(Text(120)) partners!: string[];
}
