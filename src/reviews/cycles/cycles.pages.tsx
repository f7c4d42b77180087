import { Controller, Get, Param } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { page } from '../../platform/web/page.js';
import { reviewCycles } from './review-cycles.data.js';
import { reviewCycle, upcomingCycles } from './review-cycles.js';
import { CyclesPage } from './views/cycles.js';
import { CyclePage } from './views/cycle.js';

@Controller('review-cycles')
@Access('anyone')
export class CyclesPages {
  constructor(private readonly clock: Clock) {}

  @Get()
  list() {
    const coming = upcomingCycles(this.clock.now());
    const past = reviewCycles.filter((cycle) => !coming.includes(cycle)).reverse();
    return page(<CyclesPage coming={coming} past={past} />);
  }

  @Get(':id')
  show(@Param('id') id: string) {
    const cycle = reviewCycle(id);
    if (!cycle) throw new NotFoundError('review cycle');
    return page(<CyclePage cycle={cycle} feeds={cycle.feeds ? reviewCycle(cycle.feeds) : undefined} />);
  }
}
