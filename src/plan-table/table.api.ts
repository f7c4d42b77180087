import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { ChangesInput, DryRunQuery, TableQuery } from './table.dto.js';
import { previewResource, tableResource } from './table.resource.js';
import { TableService } from './table.service.js';

@ApiTags('plans')
@ApiBearerAuth()
@Controller('api/v1/plans/:id/table')
@Access('plans.edit')
export class TableApi {
  constructor(private readonly table: TableService) {}

  /** Rows of a plan in its order, or of the branch `under` an item, each cell as the text that the table takes. */
  @Get()
  async list(@CurrentActor() actor: Actor, @PathId() id: string, @Query() query: TableQuery) {
    return tableResource(await this.table.page(actor, id, query));
  }

  /**
   * Changes cells, all or none. `dryRun` only says what would change. Where something cannot be done nothing is: 422
   * with the problem at its cell, 409 with what stands now where an item changed meanwhile.
   */
  @Post()
  @HttpCode(200)
  async change(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() { dryRun }: DryRunQuery,
    @Body() input: ChangesInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const preview = await this.table[dryRun ? 'preview' : 'apply'](actor, id, input);
    if (preview.rows.some(({ outcome }) => outcome === 'stale')) void reply.status(409);
    else if (preview.rows.some(({ outcome }) => outcome === 'refused')) void reply.status(422);
    return { ...previewResource(preview, actor.language), applied: preview.ready && !dryRun };
  }
}
