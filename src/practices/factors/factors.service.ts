import { Injectable } from '@nestjs/common';
import { demand } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import { EntriesReader } from '../../progress/access/entries-reader.js';
import { type ChallengeCode, challengeCodes } from '../../progress/entries/vocabulary.data.js';

/**
 * A factor is counted only when so many different reporters name it. With fewer, somebody who knows the mechanism could
 * tell from the number who they are; five is the usual least size of a group in published statistics.
 */
export const FEWEST_REPORTERS = 5;

export interface Factor {
  code: ChallengeCode;
  /** Entries in the reader's sight that name it; null when too few reporters do, or none. */
  entries: number | null;
}

/** What holds States back, over a mechanism, and never by State. */
@Injectable()
export class FactorsService {
  constructor(private readonly entries: EntriesReader) {}

  /** In the order of the review. Throws NotFoundError to who has no part in the mechanism. */
  async of(actor: Actor, mechanismId: string): Promise<Factor[]> {
    demand(actor, 'progress.read', mechanismId, 'mechanism');
    const naming = await this.entries.namingChallenges(actor, mechanismId);
    return challengeCodes.map((code) => {
      const those = naming.filter(({ content }) => content.challengeCodes.includes(code));
      const reporters = new Set(those.map(({ reporterKind, reporter }) => `${reporterKind}:${reporter}`));
      return { code, entries: reporters.size < FEWEST_REPORTERS ? null : those.length };
    });
  }
}
