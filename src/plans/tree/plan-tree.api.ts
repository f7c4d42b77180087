import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { itemResource } from '../items/item.resource.js';
import { ItemsService } from '../items/items.service.js';
import { ItemsQuery } from './plan-tree.dto.js';
import { PlanTreeService } from './plan-tree.service.js';

@ApiTags('plans')
@ApiBearerAuth()
@Controller('api/v1')
export class PlanTreeApi {
  constructor(
    private readonly items: ItemsService,
    private readonly branches: PlanTreeService,
  ) {}

  /** All items in the order of the tree; with `under`, the next hundred directly below an item, or below the plan ("top"). */
  @Get('plans/:id/items')
  @Access('anyone')
  async tree(@CurrentActor() actor: Actor, @PathId() id: string, @Query() { under, from }: ItemsQuery) {
    if (under) {
      const branch = await this.branches.siblingsFrom(actor, id, under === 'top' ? null : under, from);
      const next = from + branch.nodes.length;
      return {
        items: branch.nodes.map(({ item, below }) => ({ ...itemResource(item), below })),
        total: branch.total,
        nextCursor: next < branch.total ? String(next) : null,
      };
    }
    const items = await this.items.tree(actor, id);
    return { items: items.map(itemResource), nextCursor: null };
  }
}
