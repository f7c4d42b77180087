import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { DeliveryQuery } from './deliveries.dto.js';
import { DeliveriesService } from './deliveries.service.js';
import { deliveryResource } from './delivery.resource.js';

@ApiTags('reminders')
@ApiBearerAuth()
@Controller('api/v1/deliveries')
@Access('reminders.manage')
export class DeliveriesApi {
  constructor(private readonly deliveries: DeliveriesService) {}

  /** What was sent in a mechanism, to whom, and what was not, and why; newest first. */
  @Get()
  async log(@CurrentActor() actor: Actor, @Query() query: DeliveryQuery) {
    const { items, nextCursor } = await this.deliveries.list(actor, query.mechanism, query.cursor);
    return { items: items.map(deliveryResource), nextCursor };
  }

  /** Sends again the mail of a delivery that has failed. */
  @Post(':id/retry')
  @HttpCode(204)
  async retry(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.deliveries.retry(actor, id);
  }
}
