import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { FrameworkApi } from './framework.api.js';
import { FrameworkPages } from './framework.pages.js';
import { Wording } from './wordings/wording.entity.js';
import { WordingsApi } from './wordings/wordings.api.js';
import { WordingsPages } from './wordings/wordings.pages.js';
import { WordingsService } from './wordings/wordings.service.js';

@Module({
  imports: [AuditModule, TypeOrmModule.forFeature([Wording])],
  controllers: [FrameworkPages, FrameworkApi, WordingsPages, WordingsApi],
  providers: [WordingsService],
})
export class FrameworkModule {}
