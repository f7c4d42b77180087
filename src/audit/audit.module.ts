import { Module } from '@nestjs/common';
import { AuditApi } from './audit.api.js';
import { AuditPages } from './audit.pages.js';
import { AuditService } from './audit.service.js';

@Module({
  controllers: [AuditPages, AuditApi],
  providers: [AuditService],
  exports: [AuditService],
})
export class AuditModule {}
