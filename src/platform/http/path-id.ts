import { Param, ParseUUIDPipe } from '@nestjs/common';

/** An id in the address. What is none is answered as bad input, before anything is looked up. */
export const PathId = (name = 'id') => Param(name, ParseUUIDPipe);
