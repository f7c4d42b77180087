import { Controller, Get, Param, Query } from '@nestjs/common';
import { can } from '../../accounts/roles.js';
import { NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { page } from '../../platform/web/page.js';
import { DocumentsService } from '../document/documents.service.js';
import { pagesOf } from '../document/text-pages.js';
import { PassageSourcesService } from '../passages/passage-sources.service.js';
import { SectionTextQuery } from './submission.dto.js';
import { SubmissionQueryService } from './submission-query.service.js';
import { SectionTextPage } from './views/section-text.js';

/** The text of a document, a section on a page, or on several. */
@Controller()
@Access('submissions.read')
export class SubmissionTextPages {
  constructor(
    private readonly query: SubmissionQueryService,
    private readonly documents: DocumentsService,
    private readonly sources: PassageSourcesService,
  ) {}

  @Get('submissions/:id/text/:key')
  async show(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Query() { page: wanted, language }: SectionTextQuery,
  ) {
    const seen = await this.query.find(actor, id);
    const read = await this.documents.read(seen, {
      language: language ?? undefined,
      reading: actor.language,
    });
    const { submission } = seen;
    const editor = can(actor, 'submissions.edit', submission.mechanismId);
    const section = submission.sections?.find((one) => one.key === key);
    const chapter = read?.chapters.find((one) => one.key === key);
    if (!section && !chapter) throw new NotFoundError('section');
    const parts = read && chapter ? pagesOf(read.document, chapter) : [];
    const number = Math.min(wanted ?? 1, Math.max(1, parts.length));
    const part = parts[number - 1] ?? null;
    // Where the words of a passage come from is its secretariat's to know.
    const units = part?.blocks.flatMap((block) => ('unit' in block && block.unit) || []) ?? [];
    const sources = editor && read?.number === undefined ? await this.sources.of(id, units) : new Map();
    return page(
      <SectionTextPage
        {...{ submission, read, section, part, sources, editor }}
        sectionKey={key}
        pages={{ number, count: parts.length }}
      />,
    );
  }
}
