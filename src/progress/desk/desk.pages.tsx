import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { XLSX } from '../../platform/documents/workbook.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { attachment } from '../../platform/http/attachment.js';
import { emptyForm } from '../../platform/web/submit-form.js';
import { page } from '../../platform/web/page.js';
import { namesOf } from '../entries/labels.js';
import { deskCsv, deskWorkbook } from './desk-file.js';
import { DeskFilter } from './desk.dto.js';
import { DeskService } from './desk.service.js';
import { DeskPage } from './views/desk.js';

/** One's own texts over all mechanisms: how they stand, who wrote them, where they went. */
@Controller('progress/ours')
@Access('progress.write')
export class DeskPages {
  constructor(
    private readonly desk: DeskService,
    private readonly mechanisms: MechanismsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Query() filter: DeskFilter) {
    const { rows, all, names } = await this.load(actor, filter);
    return page(<DeskPage {...{ rows, all, names, filter }} state={emptyForm({ ...filter })} />);
  }

  /** The same list as a file: as CSV or, without a word, for Excel. */
  @Get('file')
  async file(
    @CurrentActor() actor: Actor,
    @Query() filter: DeskFilter,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { rows, names } = await this.load(actor, filter);
    const { publicUrl } = this.config;
    const file = { rows, names, language: actor.language, publicUrl };
    if (filter.format === 'csv')
      return attachment(reply, {
        name: 'texts.csv',
        mediaType: 'text/csv; charset=utf-8',
        body: deskCsv(file),
      });
    return attachment(reply, { name: 'texts.xlsx', mediaType: XLSX, body: await deskWorkbook(file) });
  }

  private async load(actor: Actor, filter: DeskFilter) {
    const { rows, all } = await this.desk.list(actor, filter);
    const ids = all.flatMap(({ entry, documents }) =>
      [...entry.places, ...documents].map(({ mechanismId }) => mechanismId),
    );
    const names = namesOf(
      ids.length > 0 ? await this.mechanisms.list([...new Set(ids)]) : [],
      actor.language,
    );
    return { rows, all, names };
  }
}
