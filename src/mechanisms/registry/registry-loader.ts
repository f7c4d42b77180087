import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { v5 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Mechanism, Membership, NO_ZONE, type MembershipKind } from '../mechanism/mechanism.entity.js';
import { registry } from './registry.data.js';
import type { RegistryEntry } from './registry.js';

/** Makes ids that two processes starting at once agree on. */
const NAMESPACE = '6f1d7a52-40f5-4f0e-9d5c-5c3d3f2b8a10';

/** Brings the registry's mechanisms into the tables. */
@Injectable()
export class RegistryLoader implements OnApplicationBootstrap {
  private readonly logger = new Logger(RegistryLoader.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const count = await this.load();
    if (count > 0) this.logger.log(`${count} mechanisms loaded from the registry`);
  }

  /**
   * Inserts the mechanisms that are missing, each with its confirmed members, and answers how many. One that is
   * there already belongs to its secretariat, with all of its members: nothing of it is touched.
   */
  async load(): Promise<number> {
    return this.unitOfWork.run(async (manager) => {
      const there = await manager.find(Mechanism, { select: { id: true } });
      const known = new Set(there.map((mechanism) => mechanism.id));
      const missing = registry.filter((entry) => !known.has(entry.id));
      const createdAt = this.clock.now();
      const insert = (entity: typeof Mechanism | typeof Membership, rows: object[]) =>
        manager.createQueryBuilder().insert().into(entity).values(rows).orIgnore().execute();
      if (missing.length > 0) {
        await insert(
          Mechanism,
          missing.map((entry) => mechanismOf(entry, createdAt)),
        );
        await insert(Membership, missing.flatMap(membershipsOf));
      }
      return missing.length;
    });
  }
}

/** Names of the registry, with neutral settings until a secretariat makes them its own. */
const mechanismOf = (entry: RegistryEntry, createdAt: Date): Partial<Mechanism> => ({
  id: entry.id,
  officialName: entry.officialName,
  shortName: entry.shortName,
  abbreviation: entry.abbreviation,
  officialNames: {},
  shortNames: {},
  category: entry.category,
  zone: NO_ZONE,
  fewestReporters: 5,
  languages: [...(entry.workingLanguages ?? ['en'])],
  createdAt,
  version: 1,
});

function membershipsOf(entry: RegistryEntry): Partial<Membership>[] {
  const of = (kind: MembershipKind, doubt: string | null) => (stateCode: string) => ({
    id: uuid(`${entry.id}:${stateCode}`, NAMESPACE),
    mechanismId: entry.id,
    stateCode,
    kind,
    fromDay: null,
    untilDay: null,
    source: entry.source,
    doubt,
  });
  return [
    ...(entry.members ?? []).map(of('member', doubtOf(entry))),
    ...(entry.observers ?? []).map(of('observer', null)),
  ];
}

/** What is doubtful about each membership; that a list is incomplete is a doubt about the mechanism instead. */
function doubtOf(entry: RegistryEntry): string | null {
  if (entry.membersBasis === 'verified-as-of') {
    return `As of ${entry.membersAsOf}; later changes were not checked.`;
  }
  return entry.membersBasis === 'listed-without-formal-membership' ? entry.membersNote : null;
}
