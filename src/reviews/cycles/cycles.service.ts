import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { KeptCycle } from './kept-cycle.entity.js';
import { mergeCycles } from './merge-cycles.js';
import { type ReviewCycle, useCycles } from './review-cycles.js';

/** Another process may have changed a name: so long this one may still say the former. Days are read anew. */
const KEPT_MS = 10_000;

/** The review cycles as administrators keep them. They are public. */
@Injectable()
export class CyclesService implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private readAt = 0;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.all();
    this.timer = setInterval(() => void this.refreshIfOld(), KEPT_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    // They were read from a database that is closed now.
    useCycles(mergeCycles([]));
  }

  /** All, in order of time; read once for a request. */
  all(): Promise<readonly ReviewCycle[]> {
    return this.unitOfWork.remember('review-cycles', async () => {
      this.readAt = this.clock.now().getTime();
      const cycles = mergeCycles(await this.unitOfWork.read.find(KeptCycle));
      useCycles(cycles);
      return cycles;
    });
  }

  /** Throws NotFoundError when there is none. */
  async find(id: string): Promise<ReviewCycle> {
    const cycle = (await this.all()).find((one) => one.id === id);
    if (!cycle) throw new NotFoundError('review cycle');
    return cycle;
  }

  private async refreshIfOld(): Promise<void> {
    if (this.clock.now().getTime() - this.readAt < KEPT_MS) return;
    // What failed is asked again the next time.
    await this.all().catch(() => undefined);
  }
}
