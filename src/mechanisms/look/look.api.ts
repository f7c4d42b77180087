import { Body, Controller, Delete, Param, Patch, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { asResource } from '../../platform/http/conflict.js';
import { UploadLimit } from '../../platform/http/requests/body-limit.js';
import { readUpload } from '../../platform/http/upload.js';
import { settingsResource } from '../mechanism/mechanism.resource.js';
import { MAX_LOGO_BYTES } from './logo-picture.js';
import { LookChange } from './look.dto.js';
import { LookService } from './look.service.js';

/** A mechanism's own logo and colour. */
@ApiTags('mechanisms')
@ApiBearerAuth()
@Controller('api/v1/mechanisms/:mechanismId')
@Access('mechanism.edit')
export class LookApi {
  constructor(private readonly looks: LookService) {}

  /** Changes the colour and what the logo says; what is left out stays. 409 with `current` when it was changed meanwhile. */
  @Patch('look')
  change(@CurrentActor() actor: Actor, @Param('mechanismId') id: string, @Body() change: LookChange) {
    return asResource(this.looks.change(actor, id, change), settingsResource);
  }

  /** Puts a logo in place of the former one, as the field `file` of a multipart form: PNG, JPEG, WebP or SVG, at most 2 MB. */
  @Post('logo')
  @UploadLimit(MAX_LOGO_BYTES)
  async put(@CurrentActor() actor: Actor, @Param('mechanismId') id: string, @Req() request: FastifyRequest) {
    return settingsResource(
      await this.looks.putLogo(actor, id, await readUpload(request, 'file', MAX_LOGO_BYTES)),
    );
  }

  @Delete('logo')
  async remove(@CurrentActor() actor: Actor, @Param('mechanismId') id: string) {
    return settingsResource(await this.looks.removeLogo(actor, id));
  }
}
