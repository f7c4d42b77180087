import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Access, orSignIn } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks, FINAL, mails, OffersUndo } from '../../platform/web/presses/asks.js';
import { Panels } from '../../platform/web/panels.js';
import { ForbiddenError } from '../../platform/errors.js';
import { subjectOf } from '../words/entry-subject.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import { AcceptInput, AnswerInput, EntryFilter, EntryReturnInput, SectionFilter } from './entry.dto.js';
import { ItemStatusService } from '../acceptance/item-status.service.js';
import { ProgressSectionRenderer } from '../desk/progress-section-renderer.js';
import { ProgressService } from './progress.service.js';
import { EntriesPage } from './views/entries.js';
import { EntryPage } from './views/entry.js';
import { namesOf, submittedNotice } from './labels.js';

const TAKEN_BACK = {
  all: 'notice.acceptanceTakenBack',
  gone: 'notice.takenBackItemGone',
  changed: 'notice.takenBackItemChanged',
} as const;

@Controller()
export class ProgressPages {
  constructor(
    private readonly progress: ProgressService,
    private readonly itemStatus: ItemStatusService,
    private readonly entries: EntryQueryService,
    private readonly panels: Panels,
    private readonly mechanisms: MechanismsService,
    private readonly section: ProgressSectionRenderer,
  ) {}

  @Get('progress')
  @Access('progress.read')
  async list(@CurrentActor() actor: Actor, @Query() filter: EntryFilter) {
    return page(<EntriesPage filter={filter} {...await this.entries.listed(actor, filter)} />);
  }

  /** The same of one mechanism: a section of it. */
  @Get('mechanisms/:mechanismId/progress')
  @Access('progress.read')
  async inMechanism(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanism: string,
    @Query() query: SectionFilter,
  ) {
    return page(await this.section.draw(actor, mechanism, query, { tickAll: query.tick === 'all' }));
  }

  @Get('progress/:id')
  @Access('anyone')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await orSignIn(actor, this.entry(actor, id, {})));
  }

  @Post('progress/:id/submission')
  @Access('progress.write')
  async submit(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { state } = await this.progress.submit(actor, id);
    return redirect(`/progress/${id}`, submittedNotice(state));
  }

  @Post('progress/:id/withdrawal')
  @Access('progress.write')
  @Asks<ProgressPages>('entry.withdraw', async (pages, { actor, params: { id } }) => ({
    ...(await pages.asked(actor, id!)),
    consequences: [
      { key: 'press.entry.withdraw' },
      { key: 'press.entry.closed' },
      { key: 'press.entry.again' },
    ],
  }))
  async withdraw(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.progress.withdraw(actor, id);
    return redirect(`/progress/${id}`, 'notice.entryWithdrawn');
  }

  @Post('progress/:id/revision')
  @Access('progress.write')
  async revise(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.progress.revise(actor, id);
    return redirect(`/progress/${id}/edit`);
  }

  @Post('progress/:id/acceptance')
  @Access('progress.accept')
  @Asks<ProgressPages>('entry.accept', async (pages, { actor, params: { id }, body }) => {
    const { setStatus, ...answer } = readInput(AcceptInput, body);
    const { opens, told } = await pages.progress.accepting(actor, id!, answer);
    // What nobody else sees by it is taken back with one press after.
    if (!opens) return null;
    const status = setStatus ? [{ key: 'press.setsStatus' as const }] : [];
    const consequences = [{ key: `press.accept.${opens}` as const }, ...status, ...mails(told), FINAL];
    return { ...(await pages.asked(actor, id!)), consequences };
  })
  @OffersUndo()
  async accept(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const answer = readInput(AcceptInput, body);
    const { opens, first } = await this.progress.accepting(actor, id, answer);
    await this.itemStatus.accept(actor, id, answer);
    const { mechanismId } = answer;
    const fields: Record<string, string> = { ...(mechanismId && { mechanismId }) };
    const undo = { action: `/progress/${id}/acceptance/removal`, fields };
    return redirect(`/progress/${id}`, 'notice.entryAccepted', !opens && first ? undo : undefined);
  }

  /** Takes an acceptance back that nobody has seen but the reporter, with what it changed of items. */
  @Post('progress/:id/acceptance/removal')
  @Access('progress.accept')
  @Takes(AnswerInput)
  async takeBack(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const done = await this.itemStatus.takeBack(actor, id, readInput(AnswerInput, body));
    return redirect(`/progress/${id}`, TAKEN_BACK[done]);
  }

  @Post('progress/:id/return')
  @Access('progress.accept')
  sendBack(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: EntryReturnInput,
      body,
      act: async ({ comment, ...answer }) => {
        await this.progress.sendBack(actor, id, comment, answer);
        return redirect(`/progress/${id}`, 'notice.entryReturned');
      },
      show: (sendBack) => this.entry(actor, id, { sendBack }),
    });
  }

  /** The entry by its name, for its reporter and the secretariat alone. */
  private async asked(actor: Actor, id: string) {
    const entry = await this.entries.find(actor, id);
    if (entry.sight === 'accepted') throw new ForbiddenError();
    return { name: subjectOf(entry).title, back: `/progress/${id}` };
  }

  private async entry(actor: Actor, id: string, forms: { sendBack?: FormState }) {
    const entry = await this.entries.find(actor, id);
    const [mechanisms, panels] = await Promise.all([
      this.mechanisms.list(entry.places.map((disclosure) => disclosure.mechanismId)),
      this.panels.render('entry', actor, id),
    ]);
    return <EntryPage entry={entry} names={namesOf(mechanisms, actor.language)} panels={panels} {...forms} />;
  }
}
