import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock.js';
import { NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';
import { MembersService } from '../members/members.service.js';
import { listedOn, mapVersion } from './listed-on.js';
import { membershipMap } from './membership-map.js';

/** The picture of who takes part, as a file: a browser keeps it, and the page stays light. */
@ApiExcludeController()
@Controller('mechanisms/:mechanismId/map.svg')
export class MapPages {
  constructor(
    private readonly mechanisms: MechanismsService,
    private readonly members: MembersService,
    private readonly clock: Clock,
  ) {}

  /** Its address names who is in it, so that another membership has another one. */
  @Get()
  @Access('anyone')
  async show(
    @Param('mechanismId') id: string,
    @Query('v') version: unknown,
    @Query('theme') theme: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { zone } = await this.mechanisms.find(id);
    const listed = listedOn(await this.members.listFor(id), dayIn(zone, this.clock.now()));
    const drawn = membershipMap(listed, theme === 'dark' ? 'dark' : 'light');
    if (!drawn) throw new NotFoundError('file');
    const isThis = version === mapVersion(listed);
    void reply
      .header('content-type', 'image/svg+xml')
      .header('content-security-policy', "default-src 'none'")
      .header('cache-control', isThis ? 'public, max-age=31536000, immutable' : 'no-cache');
    return drawn;
  }
}
