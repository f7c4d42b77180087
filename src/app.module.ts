import { type DynamicModule, Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { AuditModule } from './audit/audit.module.js';
import { ClearanceModule } from './clearance/clearance.module.js';
import { ConversationsModule } from './conversations/conversations.module.js';
import { GateModule } from './gate/gate.module.js';
import { FrameworkModule } from './framework/framework.module.js';
import { HelpModule } from './help/help.module.js';
import { IndicatorsModule } from './indicators/indicators.module.js';
import { MechanismsModule } from './mechanisms/mechanisms.module.js';
import { MeetingsModule } from './meetings/meetings.module.js';
import { Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { navigation } from './navigation.js';
import { DatabaseModule } from './platform/database/database.module.js';
import type { Opening } from './platform/database/up-to-date.js';
import { MailModule } from './platform/mail/mail.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { ExchangeModule } from './exchange/exchange.module.js';
import { PlanTableModule } from './plan-table/plan-table.module.js';
import { PlansModule } from './plans/plans.module.js';
import { PracticesModule } from './practices/practices.module.js';
import { ProgressModule } from './progress/progress.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { ReviewsModule } from './reviews/reviews.module.js';
import { AnsweringModule } from './rounds/answering.module.js';
import { RoundsModule } from './rounds/rounds.module.js';
import { SearchModule } from './search/search.module.js';
import { places } from './sections.data.js';
import { TrackingModule } from './tracking/tracking.module.js';
import { SupportModule } from './support/support.module.js';
import { migrations } from '../migrations/chain.js';

/** The features in the order of dependence: each imports only from those above it. */
@Module({})
export class AppModule {
  static with(config: Config, clock: Clock = new Clock(), opening: Opening = 'migrate'): DynamicModule {
    return {
      module: AppModule,
      imports: [
        // Before the platform, so that at the end its writes are drained after the queue is closed.
        DatabaseModule.with({ url: config.databaseUrl, migrations }, opening),
        PlatformModule.with({
          config,
          clock,
          navigation,
          places,
          accounts: AccountsModule,
          named: MechanismsModule,
        }),
        MailModule,
        AccountsModule,
        AuditModule,
        FrameworkModule,
        MechanismsModule,
        PlansModule,
        ExchangeModule,
        PlanTableModule,
        IndicatorsModule,
        MeetingsModule,
        GateModule,
        ConversationsModule,
        ProgressModule,
        TrackingModule,
        PracticesModule,
        SupportModule,
        RoundsModule,
        AnsweringModule,
        RemindersModule,
        ClearanceModule,
        ReviewsModule,
        SearchModule,
        HelpModule,
      ],
    };
  }
}
