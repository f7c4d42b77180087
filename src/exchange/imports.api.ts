import { Body, Controller, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access } from '../platform/http/access.js';
import { BodyLimit, UploadLimit } from '../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { readUpload } from '../platform/http/upload.js';
import { LIMITS } from '../platform/spreadsheets/spreadsheet.js';
import { planResource } from '../plans/plan/plan.resource.js';
import { ImportQuery } from './import.dto.js';
import { dryRunResource } from './import.resource.js';
import { QuickImportService } from './quick-import.service.js';
import type { PlanFile } from './read/read-plan-file.js';

/** A plan as JSON in the body; larger ones are sent as a file. */
const PLAN_JSON_BYTES = 2_000_000;
const FILE = { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } };

/**
 * Imports in one call: a file in a multipart form, or the JSON form of a plan as the body. `dryRun=true` answers what
 * would happen, row by row, and changes nothing.
 */
@ApiTags('plans')
@ApiBearerAuth()
@Controller('api/v1')
export class ImportsApi {
  constructor(private readonly imports: QuickImportService) {}

  @Post('mechanisms/:mechanismId/plans/import')
  @Access('plans.edit')
  @HttpCode(200)
  @Header('cache-control', 'private, no-store')
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody(FILE)
  @UploadLimit(LIMITS.bytes)
  @BodyLimit(PLAN_JSON_BYTES)
  asNew(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() query: ImportQuery,
    @Req() request: FastifyRequest,
    @Body() body: unknown,
  ) {
    return this.take(actor, request, body, { ...query, mechanismId });
  }

  @Post('plans/import')
  @Access('plans.edit')
  @HttpCode(200)
  @Header('cache-control', 'private, no-store')
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody(FILE)
  @UploadLimit(LIMITS.bytes)
  @BodyLimit(PLAN_JSON_BYTES)
  anywhere(
    @CurrentActor() actor: Actor,
    @Query() query: ImportQuery,
    @Req() request: FastifyRequest,
    @Body() body: unknown,
  ) {
    return this.take(actor, request, body, query);
  }

  @Post('plans/:id/import')
  @Access('plans.edit')
  @HttpCode(200)
  @Header('cache-control', 'private, no-store')
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody(FILE)
  @UploadLimit(LIMITS.bytes)
  @BodyLimit(PLAN_JSON_BYTES)
  asUpdate(
    @CurrentActor() actor: Actor,
    @PathId() planId: string,
    @Query() query: ImportQuery,
    @Req() request: FastifyRequest,
    @Body() body: unknown,
  ) {
    return this.take(actor, request, body, { ...query, planId });
  }

  private async take(actor: Actor, request: FastifyRequest, body: unknown, query: ImportQuery) {
    const file = await fileOf(request, body, query);
    if (query.dryRun) return dryRunResource(await this.imports.dryRun(actor, file, query), actor.language);
    const { plan, counts } = await this.imports.carryOut(actor, file, query);
    return { dryRun: false, plan: planResource(plan), counts };
  }
}

async function fileOf(request: FastifyRequest, body: unknown, { encoding }: ImportQuery): Promise<PlanFile> {
  if (!request.isMultipart() && typeof body === 'object' && body !== null)
    return { name: 'plan.json', bytes: Buffer.from(JSON.stringify(body)) };
  return { ...(await readUpload(request, 'file', LIMITS.bytes)), encoding };
}
