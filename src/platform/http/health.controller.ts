import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { UnitOfWork } from '../database/unit-of-work.js';
import { UnavailableError } from '../errors.js';
import { JobQueue } from '../queue/job-queue.js';
import { Access } from './access.js';

@ApiExcludeController()
@Controller()
@Access('anyone')
export class HealthController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queue: JobQueue,
  ) {}

  /** The process answers. */
  @Get('health')
  health() {
    return { status: 'ok' };
  }

  /** The process can do its work: the database answers and the queue is connected. */
  @Get('ready')
  async ready() {
    await this.unitOfWork.read.query('SELECT 1').catch(() => {
      throw new UnavailableError('error.databaseDown');
    });
    if (!this.queue.isReady()) throw new UnavailableError('error.queueDown');
    return { status: 'ready' };
  }
}
