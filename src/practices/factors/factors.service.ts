import { Injectable } from '@nestjs/common';
import { demand } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import { EntryQueryService } from '../../progress/access/entry-query.service.js';
import { type ChallengeCode, challengeCodes } from '../../progress/entries/vocabulary.data.js';
import { FEWEST_REPORTERS } from '../vocabulary.js';

export interface Factor {
  code: ChallengeCode;
  /** Entries in the reader's sight that name it; null when too few reporters do, or none. */
  entries: number | null;
}

/** What holds States back, over a mechanism, and never by State. */
@Injectable()
export class FactorsService {
  constructor(private readonly entries: EntryQueryService) {}

  /** In the order of the review. Throws NotFoundError to who has no part in the mechanism. */
  async listFor(actor: Actor, mechanismId: string): Promise<Factor[]> {
    demand(actor, 'progress.read', mechanismId, 'mechanism');
    const naming = await this.entries.namingChallenges(actor, mechanismId);
    return challengeCodes.map((code) => {
      const those = naming.filter(({ content }) => content.challengeCodes.includes(code));
      const reporters = new Set(those.map(({ reporterKind, reporter }) => `${reporterKind}:${reporter}`));
      return { code, entries: reporters.size < FEWEST_REPORTERS ? null : those.length };
    });
  }
}
