import { Global, Module } from '@nestjs/common';
import { AccessPolicy } from '../platform/http/access.js';
import { ActorResolver } from '../platform/http/actor.js';
import { RolePolicy } from './access.policy.js';
import { AccountMail } from './account.mail.js';
import { AccountsApi } from './accounts.api.js';
import { AccountsPages } from './accounts.pages.js';
import { AccountActorResolver } from './actor.resolver.js';
import { HandOverService } from './hand-over.service.js';
import { PasswordsService } from './passwords.service.js';
import { PeopleService } from './people.service.js';
import { SignInPages } from './sign-in.pages.js';
import { SignInService } from './sign-in.service.js';
import { TokensService } from './tokens.service.js';

@Global()
@Module({
  controllers: [SignInPages, AccountsPages, AccountsApi],
  providers: [
    SignInService,
    TokensService,
    PasswordsService,
    PeopleService,
    HandOverService,
    AccountMail,
    { provide: ActorResolver, useClass: AccountActorResolver },
    { provide: AccessPolicy, useClass: RolePolicy },
  ],
  exports: [
    ActorResolver,
    AccessPolicy,
    PeopleService,
    HandOverService,
    PasswordsService,
    TokensService,
    AccountMail,
    SignInService,
  ],
})
export class AccountsModule {}
