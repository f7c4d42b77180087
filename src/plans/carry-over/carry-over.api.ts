import { Body, Controller, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { CarryOverInput } from './carry-over.dto.js';
import { CarryOverService } from './carry-over.service.js';

@ApiTags('plans')
@ApiBearerAuth()
@Controller('api/v1')
export class CarryOverApi {
  constructor(private readonly carrying: CarryOverService) {}

  /** Copies items of another plan into this one; answers the copies, each with the item it carries on. */
  @Post('plans/:id/carrying')
  @Access('plans.edit')
  async carry(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: CarryOverInput) {
    const made = await this.carrying.carry(actor, id, input);
    return {
      items: made.map(({ id: copy, parentId, position, code, carriedFromId }) => ({
        id: copy,
        parentId,
        position,
        code,
        carriedFromId,
      })),
    };
  }
}
