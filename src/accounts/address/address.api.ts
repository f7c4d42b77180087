import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access, InPerson } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { AddressChangesService } from './address-changes.service.js';
import { addressChangeResource } from './address.resource.js';
import { NewAddressInput } from './address.dto.js';

/** Another address for one's account, in a browser only. It is confirmed by the links in two mails. */
@ApiTags('account')
@ApiBearerAuth()
@Controller('api/v1/account/address-change')
@Access('signed-in')
@InPerson()
export class AddressApi {
  constructor(private readonly changes: AddressChangesService) {}

  /** What waits to be confirmed; null for nothing. */
  @Get()
  async pending(@CurrentActor() actor: Actor) {
    const change = await this.changes.pending(actor, actor.accountId!);
    return { change: change && addressChangeResource(change) };
  }

  @Post()
  @HttpCode(204)
  async request(@CurrentActor() actor: Actor, @Body() { email, current }: NewAddressInput) {
    await this.changes.request(actor, email, current);
  }

  @Delete()
  @HttpCode(204)
  async callOff(@CurrentActor() actor: Actor) {
    await this.changes.callOff(actor, actor.accountId!);
  }
}
