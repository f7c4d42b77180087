import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Panels } from '../platform/web/panels.js';
import { MechanismsApi } from './mechanisms.api.js';
import { MechanismsPages } from './mechanisms.pages.js';
import { MechanismsService } from './mechanisms.service.js';
import { MembersApi } from './members.api.js';
import { MembersPages } from './members.pages.js';
import { MembersService } from './members.service.js';
import { PeopleApi } from './people.api.js';
import { PeopleInMechanism } from './people-in.service.js';
import { PeoplePages } from './people.pages.js';
import { RegistryLoader } from './registry-loader.js';
import { RoleMail } from './role-mail.js';
import { StatesPages } from './states.pages.js';
import { TasksService } from './tasks.service.js';
import { TermsPages } from './terms.pages.js';
import { TermsService } from './terms.service.js';
import { historyHeading } from './views/history-heading.js';

@Global()
@Module({
  controllers: [
    MechanismsPages,
    MembersPages,
    TermsPages,
    PeoplePages,
    StatesPages,
    MechanismsApi,
    MembersApi,
    PeopleApi,
  ],
  providers: [
    MechanismsService,
    MembersService,
    TermsService,
    PeopleInMechanism,
    RegistryLoader,
    RoleMail,
    TasksService,
  ],
  exports: [MechanismsService, MembersService, TermsService, TasksService],
})
export class MechanismsModule implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly mechanisms: MechanismsService,
  ) {}

  onModuleInit(): void {
    this.panels.add('history', 0, async (_, id) => historyHeading(await this.mechanisms.find(id)));
  }
}
