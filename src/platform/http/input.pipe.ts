import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { isRecord } from './field.js';
import { readInput } from './read-input.js';

/**
 * Reads `@Body() input: PlanInput` and `@Query() query: TreeQuery` by their class; throws InvalidError. A form's body is
 * `unknown` and left to its page, which may count on an object with fields: nothing at all, or JSON that is none, is a
 * form with nothing in it.
 */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    // With `data` it is one value, `@Query('next') next: string`.
    if ((type === 'body' || type === 'query') && !data && metatype && !PLAIN.has(metatype))
      return readInput(metatype, value ?? {});
    // One value that was sent twice is a list.
    if (type === 'query' && data && metatype === String && typeof value !== 'string') return undefined;
    return type === 'body' && !isRecord(value) ? {} : value;
  }
}

/** What a type leaves behind that is no class of its own. */
const PLAIN = new Set<unknown>([Object, Array, String, Number, Boolean]);
