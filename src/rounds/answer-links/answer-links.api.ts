import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access, InPerson } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import type { AnswerLink } from './answer-link.entity.js';
import { AnswerLinkManagementService } from './answer-link-management.service.js';
import { AnswerLinkInput, AnswerLinksInput } from './answer-links.dto.js';

/** The links that let a colleague answer for a delegation. */
@ApiTags('rounds')
@ApiBearerAuth()
@Controller('api/v1')
@Access('progress.write')
export class AnswerLinksApi {
  constructor(private readonly links: AnswerLinkManagementService) {}

  /** The links that open the delegation's questions. Their secrets are in the mails alone. */
  @Get('rounds/:id/addressees/:addresseeId/links')
  async list(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('addresseeId') addresseeId: string) {
    const { links } = await this.links.list(actor, id, addresseeId);
    return { items: links.map(linkResource), nextCursor: null };
  }

  /** In a browser only: a link outlives the key that gave it. */
  @Post('rounds/:id/addressees/:addresseeId/links')
  @InPerson()
  async give(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() input: AnswerLinkInput,
  ) {
    return linkResource(await this.links.give(actor, id, addresseeId, input));
  }

  /**
   * The same for several colleagues: `email` is a text with their names and addresses, as mail programs and
   * spreadsheets give it.
   */
  @Post('rounds/:id/addressees/:addresseeId/links/several')
  @InPerson()
  async giveAll(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() input: AnswerLinksInput,
  ) {
    return { items: (await this.links.giveAll(actor, id, addresseeId, input)).map(linkResource) };
  }

  /** An address to give away, in a browser: it writes, and decides nothing. This is the only time it can be read. */
  @Post('answer-links/:id/address')
  @InPerson()
  async copy(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { link, url } = await this.links.copy(actor, id);
    return { url, expiresAt: link.expiresAt };
  }

  @Delete('answer-links/:id')
  @HttpCode(204)
  async revoke(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.links.revoke(actor, id);
  }
}

const linkResource = ({
  id,
  accountId,
  name,
  email,
  createdAt,
  expiresAt,
  revokedAt,
  showsHistory,
}: AnswerLink) => ({
  id,
  accountId,
  name,
  email,
  showsHistory,
  createdAt,
  expiresAt,
  revokedAt,
});
