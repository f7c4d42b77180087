import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../../platform/errors.js';
import type { Actor } from '../../../platform/http/actor.js';
import type { Passage } from '../../passages/passage.entity.js';
import type { FigureInput } from '../passage.dto.js';
import { PassageQueryService } from '../passage-query.service.js';
import { PassagesService } from '../passages.service.js';
import { figurePicture } from './figure-picture.js';

/** Figures of the secretariat's own: a passage that holds a picture, with what it is called and what it shows. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly query: PassageQueryService,
    private readonly passages: PassagesService,
  ) {}

  /**
   * First in its section, as words that are added. Throws InvalidError on `file`; ConflictError for a document that is no
   * draft.
   */
  async add(actor: Actor, id: string, section: string, bytes: Buffer, input: FigureInput): Promise<Passage> {
    const { state } = await this.query.document(actor, id);
    if (state !== 'drafting') throw new ConflictError('error.submissionNotDrafting');
    const picture = await figurePicture(bytes, (input.text ?? '').replace(/\s+/g, ' '));
    const figure = { type: 'figure' as const, picture, ...(input.caption && { caption: input.caption }) };
    return this.passages.add(actor, id, { section, after: null }, [figure]);
  }
}
