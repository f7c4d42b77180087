import { Injectable } from '@nestjs/common';
import type { PassageSource } from '../passages/passage.js';
import type { Submission } from '../submissions/submission.entity.js';

/** Passages that may be in no document now, by their id, each with the sources that are withdrawn. */
@Injectable()
export class MaskedPassages {
  of(_submission: Submission): Promise<ReadonlyMap<string, readonly PassageSource[]>> {
    return Promise.resolve(new Map());
  }
}
