import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AddressChangesService } from '../address/address-changes.service.js';
import { addressChangeResource } from '../address/address.resource.js';
import { Access, InPerson } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { AccountKeepingService } from './account-keeping.service.js';
import { AccountListService } from './account-list.service.js';
import { AccountAddressInput, AccountQuery } from './administration.dto.js';

/** The accounts of the installation, for its administrators, in a browser only. */
@ApiTags('installation')
@ApiBearerAuth()
@Controller('api/v1/accounts')
@Access('installation.manage')
@InPerson()
export class AdministrationApi {
  constructor(
    private readonly accounts: AccountListService,
    private readonly keeping: AccountKeepingService,
    private readonly addresses: AddressChangesService,
  ) {}

  /** Who has an account, with roles and state and without anything of what they did; by address. */
  @Get()
  list(@CurrentActor() actor: Actor, @Query() query: AccountQuery) {
    return this.accounts.list(actor, query);
  }

  @Get(':id')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    const account = await this.accounts.find(actor, id);
    const change = await this.addresses.pending(actor, id);
    return { ...account, addressChange: change && addressChangeResource(change) };
  }

  /** Closes it, with all that its person holds and all its roles. */
  @Post(':id/close')
  @HttpCode(200)
  async close(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.keeping.close(actor, id);
    return this.accounts.find(actor, id);
  }

  /** Opens it again, without roles; its person is sent a link to set a password. */
  @Post(':id/reopen')
  @HttpCode(200)
  async reopen(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.keeping.reopen(actor, id);
    return this.accounts.find(actor, id);
  }

  /** Sends its person a link to set a password. It is shown to nobody else. */
  @Post(':id/password-link')
  @HttpCode(204)
  async sendPasswordLink(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.keeping.sendPasswordLink(actor, id);
  }

  /** Asks both addresses to confirm that it shall have the new one. */
  @Post(':id/address-change')
  @HttpCode(204)
  async changeAddress(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { email }: AccountAddressInput,
  ) {
    await this.addresses.requestFor(actor, id, email);
  }

  @Delete(':id/address-change')
  @HttpCode(204)
  async callOff(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.addresses.callOff(actor, id);
  }
}
