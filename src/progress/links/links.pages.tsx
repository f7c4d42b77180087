import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { ReadersService } from '../../mechanisms/readers/readers.service.js';
import { ForbiddenError, NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks } from '../../platform/web/presses/asks.js';
import { ChoosableItemsService } from '../../plans/choosing/choosable-items.service.js';
import { ItemsService } from '../../plans/items/items.service.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import { EntryLinkForm, LinkQuery, UnlinkInput } from './links.dto.js';
import { linkableIn } from './linkable.js';
import { LinksService } from './links.service.js';
import { OffersService } from './offers.service.js';
import { usesOf } from '../release/release-uses.js';
import type { SeenEntry } from '../access/seen-entry.js';
import { namesOf } from '../entries/labels.js';
import { LinksPage } from './views/links.js';
import { LinkFormPage } from './views/link-form.js';

/** Reporting once: where an entry is, and linking it to what other mechanisms ask. */
@Controller('progress/:id/links')
@Access('progress.write')
export class LinksPages {
  constructor(
    private readonly links: LinksService,
    private readonly entries: EntryQueryService,
    private readonly offers: OffersService,
    private readonly items: ItemsService,
    private readonly mechanisms: MechanismsService,
    private readonly readers: ReadersService,
    private readonly choosable: ChoosableItemsService,
  ) {}

  @Get()
  async list(@CurrentActor() actor: Actor, @PathId() id: string) {
    const entry = await this.own(actor, id);
    const [there, open] = await Promise.all([
      this.mechanisms.list(entry.places.map((disclosure) => disclosure.mechanismId)),
      this.mechanisms.list(linkableIn(actor, entry)),
    ]);
    return page(<LinksPage entry={entry} names={namesOf(there, actor.language)} open={open} />);
  }

  /** For an item of another mechanism, or for a mechanism whose items are still to be chosen. */
  @Get('new')
  async newForm(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() { item: itemId, mechanism, back }: LinkQuery,
  ) {
    const item = itemId ? await this.items.find(actor, itemId) : null;
    const mechanismId = item?.plan.mechanismId ?? mechanism;
    if (!mechanismId) throw new NotFoundError('mechanism');
    const entry = await this.own(actor, id);
    const there = entry.places.find((disclosure) => disclosure.mechanismId === mechanismId);
    const uses =
      there?.visibility && there.release
        ? usesOf({ visibility: there.visibility, release: there.release })
        : [];
    const chosen = [...(item ? [item.id] : []), ...(there?.items ?? []).map((one) => one.id)];
    return page(
      await this.form(actor, entry, mechanismId, emptyForm({ items: chosen, offered: chosen, uses, back })),
    );
  }

  @Post()
  @Takes(EntryLinkForm)
  save(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: Record<string, unknown>) {
    return submitForm({
      input: EntryLinkForm,
      body,
      act: async ({ mechanismId, back, ...input }) => {
        const from = await this.links.link(actor, id, mechanismId, input);
        return redirect(back ?? `/progress/${id}/links`, LINKED[from]);
      },
      show: async (state) => this.form(actor, await this.own(actor, id), String(body.mechanismId), state),
    });
  }

  @Post('removal')
  @Asks<LinksPages>('link.remove', async (pages, { actor, params: { id }, body }) => {
    const { mechanismId } = readInput(UnlinkInput, body);
    const entry = await pages.own(actor, id!);
    if (!entry.places.some((place) => place.mechanismId === mechanismId)) throw new NotFoundError('place');
    return {
      name: shortNameIn(await pages.mechanisms.find(mechanismId), actor.language),
      consequences: [{ key: 'press.unlink' }, { key: 'press.unlink.again' }],
      back: `/progress/${id}/links`,
    };
  })
  async remove(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    await this.links.unlink(actor, id, readInput(UnlinkInput, body).mechanismId);
    return redirect(`/progress/${id}/links`, 'notice.unlinked');
  }

  private async form(actor: Actor, entry: SeenEntry, mechanismId: string, state: FormState) {
    const linked = entry.places.some(
      (disclosure) => disclosure.mechanismId === mechanismId && !disclosure.home,
    );
    if (!linked && !linkableIn(actor, entry).includes(mechanismId))
      throw new ForbiddenError('error.notYoursThere');
    const [mechanism, found, plans, readers] = await Promise.all([
      this.mechanisms.find(mechanismId),
      this.offers.itemsFor(entry, mechanismId),
      this.offers.plansIn(mechanismId),
      this.readers.in(actor, mechanismId),
    ]);
    const items = await this.choosable.from(actor, plans, state.values);
    const chosen = new Set(items.top.map(({ value }) => value));
    const offered = found.filter(({ item }) => !chosen.has(item.id));
    return <LinkFormPage {...{ entry, mechanism, items, offered, readers, state }} />;
  }

  /** Where an entry is linked to is its reporter's to know. */
  private async own(actor: Actor, id: string): Promise<SeenEntry> {
    const entry = await this.entries.find(actor, id);
    if (entry.sight !== 'own') throw new ForbiddenError('error.notYours');
    return entry;
  }
}

const LINKED = { now: 'notice.linked', next: 'notice.linkedNext', waits: 'notice.inClearance' } as const;
