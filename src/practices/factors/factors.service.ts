import { Injectable } from '@nestjs/common';
import { demand } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import { EntryQueryService } from '../../progress/access/entry-query.service.js';
import {
  type ChallengeCode,
  challengeCodes,
  mechanismChallenges,
  stateChallenges,
} from '../../progress/entries/vocabulary.data.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { countsOf } from '../../progress/access/few-reporters.js';

export interface Factor {
  code: ChallengeCode;
  /** Whom it holds back: mechanisms, by the review, or States. */
  of: 'mechanism' | 'state';
  /** Entries in the reader's sight that name it; null when too few reporters do, or none. */
  entries: number | null;
}

/** What holds mechanisms and States back, over a mechanism, and never by State. */
@Injectable()
export class FactorsService {
  constructor(
    private readonly entries: EntryQueryService,
    private readonly mechanisms: MechanismsService,
  ) {}

  /** Those of mechanisms in the order of the review, then those of States. Throws NotFoundError to who has no part in the mechanism. */
  async listFor(actor: Actor, mechanismId: string): Promise<Factor[]> {
    demand(actor, 'progress.read', mechanismId, 'mechanism');
    const naming = await this.entries.namingChallenges(actor, mechanismId);
    const { fewestReporters } = await this.mechanisms.find(mechanismId);
    const named = naming.map(({ reporterKind, reporter, content }) => ({
      voice: `${reporterKind}:${reporter}`,
      codes: content.challengeCodes,
    }));
    const counts = countsOf(challengeCodes, named, fewestReporters);
    const factors = (of: Factor['of'], codes: readonly ChallengeCode[]) =>
      codes.map((code): Factor => ({ code, of, entries: counts.get(code) ?? null }));
    return [...factors('mechanism', mechanismChallenges), ...factors('state', stateChallenges)];
  }
}
