import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ReadersService } from '../../mechanisms/readers/readers.service.js';
import { PeopleService } from '../../accounts/people.service.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { PathId } from '../../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { outcome, page, redirect } from '../../platform/web/page.js';
import { Asks, FINAL } from '../../platform/web/presses/asks.js';
import { AnswerLinkManagementService } from './answer-link-management.service.js';
import { AnswerLinksInput } from './answer-links.dto.js';
import { CopiedLinkPage } from './views/copied-link.js';
import { AnswerLinksPage } from './views/answer-links.js';

const DEFAULT_DAYS = 14;

/** The links that open a delegation's questions, for itself and for the secretariat. */
@ApiExcludeController()
@Controller()
@Access('progress.write')
export class AnswerLinksPages {
  constructor(
    private readonly management: AnswerLinkManagementService,
    private readonly people: PeopleService,
    private readonly readers: ReadersService,
  ) {}

  @Get('rounds/:id/addressees/:addresseeId/links')
  async show(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('addresseeId') addresseeId: string) {
    const first = emptyForm({ language: actor.language, days: DEFAULT_DAYS });
    return page(await this.list(actor, id, addresseeId, first));
  }

  @Post('rounds/:id/addressees/:addresseeId/links')
  @Takes(AnswerLinksInput)
  give(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() body: unknown,
  ) {
    return submitForm({
      input: AnswerLinksInput,
      body,
      act: async (input) => {
        const links = await this.management.giveAll(actor, id, addresseeId, input);
        const notice = links.length > 1 ? 'notice.linksGiven' : 'notice.linkGiven';
        return redirect(`/rounds/${id}/addressees/${addresseeId}/links`, notice);
      },
      show: (state) => this.list(actor, id, addresseeId, state),
    });
  }

  @Post('answer-links/:id/address')
  async copy(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { link, url } = await this.management.copy(actor, id);
    return outcome(<CopiedLinkPage link={link} url={url} />);
  }

  @Post('answer-links/:id/revocation')
  @Asks<AnswerLinksPages>('answering.revoke', async (pages, { actor, params: { id } }) => {
    const { roundId, addresseeId, name, email } = await pages.management.find(actor, id!);
    return {
      name: [name, email].filter(Boolean).join(', ') || undefined,
      consequences: [{ key: 'press.stops' }, { key: 'press.another' }, FINAL],
      back: `/rounds/${roundId}/addressees/${addresseeId}/links`,
    };
  })
  async revoke(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { roundId, addresseeId } = await this.management.revoke(actor, id);
    return redirect(`/rounds/${roundId}/addressees/${addresseeId}/links`, 'notice.linkRevoked');
  }

  private async list(actor: Actor, roundId: string, addresseeId: string, state: FormState) {
    const { addressee, links, own } = await this.management.list(actor, roundId, addresseeId);
    const ids = links.flatMap(({ accountId }) => accountId ?? []);
    const accounts = await Promise.all(ids.map((id) => this.people.find({ id })));
    const names = new Map(accounts.flatMap((one) => (one ? [[one.id, one.name] as const] : [])));
    const base = `/rounds/${roundId}/addressees/${addresseeId}/links`;
    const readers = own ? await this.readers.in(actor, addressee.round.mechanismId) : null;
    return <AnswerLinksPage {...{ addressee, links, names, base, readers }} state={own ? state : null} />;
  }
}
