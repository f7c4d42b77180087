import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { PracticesModule } from '../practices/practices.module.js';
import { SupportApi } from './support.api.js';
import { SupportOffer, SupportRequest } from './support.entity.js';
import { SupportMail } from './support.mail.js';
import { SupportPages } from './support.pages.js';
import { SupportReader } from './support-reader.js';
import { SupportRequestPages } from './support-request.pages.js';
import { SupportService } from './support.service.js';
import { SupportTrail } from './support-trail.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([SupportRequest, SupportOffer]),
    AccountsModule,
    MechanismsModule,
    PracticesModule,
  ],
  controllers: [SupportPages, SupportRequestPages, SupportApi],
  providers: [SupportReader, SupportService, SupportMail, SupportTrail],
  exports: [SupportReader, SupportService],
})
export class SupportModule {}
