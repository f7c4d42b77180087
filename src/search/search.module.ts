import { Module } from '@nestjs/common';
import { SearchApi } from './search.api.js';
import { SearchIndexer } from './search-indexer.js';
import { SearchPages } from './search.pages.js';
import { SearchService } from './search.service.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';

@Module({
  imports: [MechanismsModule],
  controllers: [SearchPages, SearchApi],
  providers: [SearchService, SearchIndexer],
  exports: [SearchService],
})
export class SearchModule {}
