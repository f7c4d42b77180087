import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { GateModule } from '../gate/gate.module.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { PracticesModule } from '../practices/practices.module.js';
import { RequestSearch } from './request.search.js';
import { SupportApi } from './support.api.js';
import { SupportOffer, SupportRequest } from './support.entity.js';
import { SupportDeeds } from './support.deeds.js';
import { SupportMail } from './support.mail.js';
import { SupportPages } from './support.pages.js';
import { SupportQueryService } from './support-query.service.js';
import { SupportRequestPages } from './support-request.pages.js';
import { SupportService } from './support.service.js';
import { SupportOffersService } from './support-offers.service.js';
import { SupportChangeRecorder } from './support-change-recorder.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([SupportRequest, SupportOffer]),
    AccountsModule,
    GateModule,
    MechanismsModule,
    PracticesModule,
  ],
  controllers: [SupportPages, SupportRequestPages, SupportApi],
  providers: [
    RequestSearch,
    SupportQueryService,
    SupportService,
    SupportOffersService,
    SupportMail,
    SupportChangeRecorder,
    SupportDeeds,
  ],
  exports: [SupportQueryService, SupportService, SupportOffersService],
})
export class SupportModule {}
