import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { UnitOfWork } from '../database/unit-of-work.js';
import { UnavailableError } from '../errors.js';
import { JobQueue } from '../queue/job-queue.js';
import { Access } from '../http/access.js';

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

  /**
   * For Prometheus, with the key of an administrator (`token create --administrator`): how many jobs of each queue wait, run, were
   * done and failed. It holds no text; yet how much mail goes out, and when, is nobody else's business.
   */
  @Get('api/v1/metrics')
  @Access('installation.manage')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async metrics() {
    return await this.queue.metrics().catch(() => {
      throw new UnavailableError('error.queueDown');
    });
  }
}
