import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import type { ZodType } from 'zod';
import { parse } from './input.js';

/** Parses `@Body({ schema })` and `@Query({ schema })` of the JSON API; throws InvalidError. */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const schema = metadata.schema as ZodType | undefined;
    return schema ? parse(schema, value ?? {}) : value;
  }
}
