import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessPolicy } from '../platform/http/access.js';
import { ActorResolver } from '../platform/http/actor.js';
import { Recipients } from '../platform/mail/mail-kind.js';
import { RolePolicy } from './access.policy.js';
import { AccountRecipients } from './account-recipients.js';
import { AccountsApi } from './accounts.api.js';
import { AccountsPages } from './accounts.pages.js';
import { AccountActorResolver } from './actor.resolver.js';
import { AccountNoticeMail } from './passwords/account-notice.mail.js';
import { AddressChange } from './address/address-change.entity.js';
import { AddressApi } from './address/address.api.js';
import { AddressChangesService } from './address/address-changes.service.js';
import { AddressMail } from './address/address.mail.js';
import { AddressPages } from './address/address.pages.js';
import { AccountKeepingService } from './administration/account-keeping.service.js';
import { AccountListService } from './administration/account-list.service.js';
import { AdministrationApi } from './administration/administration.api.js';
import { AdministrationPages } from './administration/administration.pages.js';
import { Holdings } from './passwords/holdings.js';
import { TokensApi } from './keys/tokens.api.js';
import { TokensPages } from './keys/tokens.pages.js';
import { PasswordMail } from './passwords/password.mail.js';
import { MailsApi } from './mails/mails.api.js';
import { MailsPages } from './mails/mails.pages.js';
import { MailsService } from './mails/mails.service.js';
import { ContactNotices } from './seats/contact-notices.service.js';
import { HandOverService } from './seats/hand-over.service.js';
import { ContactNotice, Nomination } from './seats/nomination.entity.js';
import { NominationOutcomes } from './seats/nomination-outcomes.service.js';
import { NominationQuery } from './seats/nomination-query.service.js';
import { NominationsService } from './seats/nominations.service.js';
import { SeatEndings } from './seats/seat-endings.service.js';
import { SeatsService } from './seats/seats.service.js';
import { PasswordsPages } from './sign-in/passwords.pages.js';
import { PasswordsService } from './passwords.service.js';
import { PeopleService } from './people.service.js';
import { SecretKeysApi } from './secret-keys/secret-keys.api.js';
import { SecretKeysPages } from './secret-keys/secret-keys.pages.js';
import { SecretKeysService } from './secret-keys/secret-keys.service.js';
import { SignInPages } from './sign-in/sign-in.pages.js';
import { SignInService } from './sign-in.service.js';
import { TokensService } from './keys/tokens.service.js';
import { Account, RoleGrant } from './account.entity.js';
import { ApiToken, KnownDevice, OneTimeLink, Session, SignInFailures } from './credential.entity.js';
import { secondFactor } from './second-factor/second-factor.parts.js';
import { FactorsService } from './second-factor/factors.service.js';
import { ProofService } from './second-factor/proof.service.js';
import { SecondFactorRequirement } from './second-factor/requirement.service.js';

@Module({
  imports: [
    DiscoveryModule,
    TypeOrmModule.forFeature([
      Account,
      RoleGrant,
      Nomination,
      ContactNotice,
      Session,
      OneTimeLink,
      ApiToken,
      KnownDevice,
      SignInFailures,
      AddressChange,
      ...secondFactor.entities,
    ]),
  ],
  controllers: [
    ...secondFactor.controllers,
    SignInPages,
    PasswordsPages,
    AccountsPages,
    AccountsApi,
    SecretKeysPages,
    SecretKeysApi,
    TokensPages,
    TokensApi,
    AddressPages,
    AddressApi,
    AdministrationPages,
    AdministrationApi,
    MailsPages,
    MailsApi,
  ],
  providers: [
    ...secondFactor.providers,
    SignInService,
    TokensService,
    PasswordsService,
    PeopleService,
    SeatsService,
    NominationQuery,
    NominationOutcomes,
    NominationsService,
    SeatEndings,
    ContactNotices,
    HandOverService,
    SecretKeysService,
    MailsService,
    PasswordMail,
    AccountNoticeMail,
    AddressChangesService,
    AddressMail,
    AccountListService,
    AccountKeepingService,
    Holdings,
    { provide: Recipients, useClass: AccountRecipients },
    { provide: ActorResolver, useClass: AccountActorResolver },
    { provide: AccessPolicy, useClass: RolePolicy },
  ],
  exports: [
    ActorResolver,
    AccessPolicy,
    PeopleService,
    HandOverService,
    MailsService,
    NominationQuery,
    NominationsService,
    SeatEndings,
    ContactNotices,
    PasswordsService,
    TokensService,
    SignInService,
    SecondFactorRequirement,
    FactorsService,
    ProofService,
  ],
})
export class AccountsModule {}
