import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import type { ZodType } from 'zod';
import { parse } from './input.js';

/**
 * Parses `@Body({ schema })` and `@Query({ schema })` of the JSON API; throws InvalidError. A form's body is left to its
 * page, which may count on an object with fields: nothing at all, or JSON that is none, is a form with nothing in it.
 */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const schema = metadata.schema as ZodType | undefined;
    if (schema) return parse(schema, value ?? {});
    return metadata.type === 'body' && !isRecord(value) ? {} : value;
  }
}

const isRecord = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
