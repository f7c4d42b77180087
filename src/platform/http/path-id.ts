import { Param, ParseUUIDPipe } from '@nestjs/common';

/** An id in the address. What is none is answered as bad input, before anything is looked up. */
export const PathId = (name = 'id') => Param(name, ParseUUIDPipe);

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
/** Of what stands in a form, which may be anything. */
export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
