import { Body, Controller, Get, Header, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { demand } from '../../accounts/roles.js';
import { InvalidError, NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { Takes, UploadLimit } from '../../platform/http/requests/body-limit.js';
import { readUpload } from '../../platform/http/upload.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks, FINAL, OffersUndo } from '../../platform/web/presses/asks.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';
import { styleOf } from './colours.js';
import { MAX_LOGO_BYTES } from './logo-picture.js';
import { versionOf } from './look.js';
import { LookChange } from './look.dto.js';
import { LookService } from './look.service.js';
import { LookPage } from './views/look.js';

/** Its address names what it is, and another picture has another one. */
const FOR_A_YEAR = 'public, max-age=31536000, immutable';

/** A mechanism's own logo and colour: the page to choose them on, and what pages fetch of them. */
@ApiExcludeController()
@Controller('mechanisms/:mechanismId')
export class LookPages {
  constructor(
    private readonly looks: LookService,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get('look')
  @Access('mechanism.edit')
  async show(@CurrentActor() actor: Actor, @Param('mechanismId') id: string) {
    return page(await this.draw(actor, id, {}));
  }

  @Post('look')
  @Access('mechanism.edit')
  @Takes(LookChange)
  @OffersUndo()
  async change(@CurrentActor() actor: Actor, @Param('mechanismId') id: string, @Body() body: unknown) {
    return submitForm({
      input: LookChange,
      body,
      act: async (input) => {
        const { colour } = await this.mechanisms.find(id);
        const { version } = await this.looks.change(actor, id, input);
        const undo =
          input.colour === undefined
            ? undefined
            : { action: `/mechanisms/${id}/look`, fields: { colour: colour ?? '', version } };
        return redirect(`/mechanisms/${id}/look`, 'notice.saved', undo);
      },
      show: (state) => this.draw(actor, id, { state }),
    });
  }

  @Post('logo')
  @Access('mechanism.edit')
  @UploadLimit(MAX_LOGO_BYTES)
  async put(@CurrentActor() actor: Actor, @Param('mechanismId') id: string, @Req() request: FastifyRequest) {
    try {
      await this.looks.putLogo(actor, id, await readUpload(request, 'file', MAX_LOGO_BYTES));
    } catch (error) {
      if (!(error instanceof InvalidError)) throw error;
      const file = { values: {}, errors: error.fields };
      return page(await this.draw(actor, id, { file }), error.status);
    }
    return redirect(`/mechanisms/${id}/look`, 'notice.saved');
  }

  @Post('logo/removal')
  @Access('mechanism.edit')
  @Asks<LookPages>('look.logo.remove', async (pages, { actor, params: { mechanismId: id } }) => {
    demand(actor, 'mechanism.edit', id!, 'mechanism');
    const { logo } = await pages.mechanisms.find(id!);
    if (!logo) throw new NotFoundError('file');
    return { name: logo.name, consequences: [FINAL], back: `/mechanisms/${id}/look` };
  })
  async remove(@CurrentActor() actor: Actor, @Param('mechanismId') id: string) {
    await this.looks.removeLogo(actor, id);
    return redirect(`/mechanisms/${id}/look`, 'notice.saved');
  }

  /** Public, as the name is: it stands on pages that open without signing in. */
  @Get('logo')
  @Access('anyone')
  async logo(
    @Param('mechanismId') id: string,
    @Query('v') version: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { key, stream } = await this.looks.openLogo(id);
    void reply
      .header('content-security-policy', "default-src 'none'")
      .header('cache-control', version === key ? FOR_A_YEAR : 'no-cache');
    return new StreamableFile(stream, { type: 'image/png' });
  }

  @Get('colours.css')
  @Access('anyone')
  @Header('content-type', 'text/css; charset=utf-8')
  async style(
    @Param('mechanismId') id: string,
    @Query('v') version: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { colour } = await this.mechanisms.find(id);
    // Another process may still name the former colour, or not know of the new one yet.
    const isThis = colour !== null && version === versionOf(colour);
    void reply.header('cache-control', isThis ? FOR_A_YEAR : 'no-cache');
    return colour ? styleOf(colour) : '';
  }

  private async draw(actor: Actor, id: string, { state, file }: { state?: FormState; file?: FormState }) {
    demand(actor, 'mechanism.edit', id, 'mechanism');
    const mechanism = await this.mechanisms.find(id);
    const { colour, logoText, version } = mechanism;
    return (
      <LookPage
        mechanism={mechanism}
        state={state ?? emptyForm({ colour, logoText, version })}
        file={file ?? emptyForm()}
      />
    );
  }
}
