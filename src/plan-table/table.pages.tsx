import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { Access } from '../platform/http/access.js';
import { Takes } from '../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { readInput } from '../platform/http/read-input.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/submit-form.js';
import { type Page, page, redirect } from '../platform/web/page.js';
import { BlockInput, ChangesInput, TableQuery } from './table.dto.js';
import type { TablePreview } from './table-view.js';
import { TableService } from './table.service.js';
import { PreviewPage } from './views/preview.js';
import { tableAddress, TablePageView } from './views/table.js';

@Controller('plans/:id/table')
@Access('plans.edit')
export class TablePages {
  constructor(
    private readonly table: TableService,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @PathId() id: string, @Query() query: TableQuery) {
    return page(await this.tablePage(actor, id, query, emptyForm()));
  }

  /** What was typed in the table, or a block with its place; nothing is changed. */
  @Post('preview')
  @Takes(ChangesInput, BlockInput)
  async preview(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const query = readInput(TableQuery, body);
    const block = (body as { block?: unknown } | null)?.block !== undefined;
    const show = (state: FormState) => this.tablePage(actor, id, query, state);
    if (!block) {
      const act = async (input: Parameters<TableService['preview']>[2]) =>
        this.previewPage(await this.table.preview(actor, id, input), query);
      return submitForm({ input: ChangesInput, body, act, show });
    }
    return submitForm({
      input: BlockInput,
      body,
      act: async ({ dayOrder, unknownOwner, ...input }) => {
        const changes = await this.table.changesOf(actor, id, input);
        return this.previewPage(
          await this.table.preview(actor, id, { changes, dayOrder, unknownOwner }),
          query,
        );
      },
      show,
    });
  }

  @Post()
  @Takes(ChangesInput)
  async apply(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const query = readInput(TableQuery, body);
    return submitForm({
      input: ChangesInput,
      body,
      act: async (input) => {
        const preview = await this.table.apply(actor, id, input);
        if (!preview.ready) return this.previewPage(preview, query);
        const address = tableAddress(id, query);
        // Tells the script that what it kept is done.
        return redirect(`${address}${address.includes('?') ? '&' : '?'}saved=on`, 'notice.tableSaved');
      },
      show: (state) => this.tablePage(actor, id, query, state),
    });
  }

  private async tablePage(actor: Actor, id: string, query: TableQuery, state: FormState) {
    const table = await this.table.page(actor, id, query);
    const mechanism = await this.mechanisms.find(table.plan.mechanismId);
    return <TablePageView {...{ table, mechanism, state, query }} />;
  }

  private async previewPage(preview: TablePreview, query: TableQuery): Promise<Page> {
    const mechanism = await this.mechanisms.find(preview.plan.mechanismId);
    const has = (outcome: string) => preview.rows.some((row) => row.outcome === outcome);
    const status = has('stale') ? 409 : has('refused') ? 422 : 200;
    return page(<PreviewPage {...{ preview, mechanism, query }} />, status);
  }
}
