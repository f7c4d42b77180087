import { Module } from '@nestjs/common';
import { SearchApi } from './search.api.js';
import { SearchFilling } from './search-filling.js';
import { SearchPages } from './search.pages.js';
import { SearchService } from './search.service.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';

@Module({
  imports: [MechanismsModule],
  controllers: [SearchPages, SearchApi],
  providers: [SearchService, SearchFilling],
  exports: [SearchService],
})
export class SearchModule {}
