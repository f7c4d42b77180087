import { Module, type OnModuleInit } from '@nestjs/common';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { defineSweep } from '../platform/queue/sweep.js';
import { SearchIndex } from '../platform/search/search-index.js';
import { SearchApi } from './search.api.js';
import { SearchIndexer } from './search-indexer.js';
import { SearchPages } from './search.pages.js';
import { SearchService } from './search.service.js';

const MINUTE_MS = 60_000;
const searchSweep = defineSweep('search.sweep', MINUTE_MS);

@Module({
  imports: [MechanismsModule],
  controllers: [SearchPages, SearchApi],
  providers: [SearchService, SearchIndexer],
  exports: [SearchService],
})
export class SearchModule implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly index: SearchIndex,
  ) {}

  async onModuleInit(): Promise<void> {
    await searchSweep.start(this.queue, () => this.index.catchUp(MINUTE_MS));
  }
}
