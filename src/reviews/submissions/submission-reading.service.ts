import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/http/actor.js';
import { FileRows } from '../files/file-rows.service.js';
import { SubmissionQueryService } from './submission-query.service.js';
import { readingResource } from './submission.resource.js';
import { SubmissionSectionsService } from './submission-sections.service.js';

/** A document as the API answers it. */
@Injectable()
export class SubmissionReadingService {
  constructor(
    private readonly query: SubmissionQueryService,
    private readonly sections: SubmissionSectionsService,
    private readonly files: FileRows,
  ) {}

  /** Throws NotFoundError when there is none, or it is not the actor's to read. */
  async show(actor: Actor, id: string) {
    const seen = await this.query.find(actor, id);
    const files = seen.freezes.length > 0 ? await this.files.made(id) : [];
    if (seen.sight === 'frozen') return readingResource(actor, seen, files, null, new Map());
    const [overview, texts] = await Promise.all([this.query.overview(seen), this.sections.texts(id)]);
    return readingResource(actor, seen, files, overview, texts);
  }
}
