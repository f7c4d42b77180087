import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { reviewCycles } from './review-cycles.data.js';
import { reviewCycle } from './review-cycles.js';

/** Review cycles as fixed data, with sources and doubts. */
@ApiTags('review-cycles')
@Controller('api/v1/review-cycles')
@Access('anyone')
export class CyclesApi {
  @Get()
  list() {
    return { items: reviewCycles, nextCursor: null };
  }

  @Get(':id')
  show(@Param('id') id: string) {
    const cycle = reviewCycle(id);
    if (!cycle) throw new NotFoundError('review cycle');
    return cycle;
  }
}
