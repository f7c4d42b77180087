import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { RoleGrant } from '../../accounts/account.entity.js';
import { can } from '../../accounts/roles.js';
import { holdersOf, holding } from '../../accounts/search-audiences.js';
import { isOver } from '../../accounts/seats/seat-period.js';
import { States } from '../../accounts/states.js';
import { Clock } from '../../platform/clock.js';
import { type Change, History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { oneLayer } from '../../platform/search/one-layer.js';
import { NOTHING, SearchIndex } from '../../platform/search/search-index.js';
import { nextIds, SearchSources } from '../../platform/search/search-sources.js';

const INSTALLATION = 'people of the installation';

/** People by the roles they hold, to be found by those who manage a mechanism's people. */
@Injectable()
export class PersonSearch implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly index: SearchIndex,
    private readonly sources: SearchSources,
  ) {}

  onModuleInit(): void {
    this.history.watch(['account'], (changes) => this.changed(changes));
    this.sources.add(80, this.people);
  }

  private readonly people = oneLayer<RoleGrant>({
    kind: 'person',
    audiences: (actor) => [
      ...holding(actor, 'people.manage'),
      ...(actor.administrator ? [INSTALLATION] : []),
    ],
    next: (after, take) => nextIds(this.unitOfWork.read, RoleGrant, after, take),
    load: async (ids) => {
      const grants = await this.unitOfWork.read.find(RoleGrant, {
        where: { id: In(ids) },
        relations: { account: true },
      });
      const now = this.clock.now();
      return grants.filter((grant) => !isOver(grant, now) && grant.account.closedAt === null);
    },
    readers: ({ mechanismId }) => [holdersOf('people.manage', mechanismId), INSTALLATION],
    fields: ({ account, role, subject }) => [
      { value: account.name, title: true, hidden: true },
      { value: account.email, title: true, hidden: true },
      ...(subject === null ? [] : role === 'focal-point' ? States.names(subject) : [subject]).map(
        (value) => ({
          value,
          hidden: true,
        }),
      ),
    ],
    seen: (actor, grants) => grants.filter(({ mechanismId }) => can(actor, 'people.manage', mechanismId)),
    found: ({ id, mechanismId, account, role, subject }) => ({
      href: `/mechanisms/${mechanismId}/people#${id}`,
      mechanismId,
      title: account.name,
      detail: (t, language) =>
        [
          t(`role.${role}`),
          subject && (role === 'focal-point' ? States.name(subject, language) : subject),
          account.email,
        ]
          .filter(Boolean)
          .join(' · '),
    }),
  });

  /** Signing in changes nothing that a person is found by. */
  private async changed(changes: readonly Change[]): Promise<void> {
    const ids = changes.filter(({ action }) => CHANGES.test(action)).map(({ subjectId }) => subjectId);
    if (ids.length === 0) return;
    const grants = await this.unitOfWork.read.find(RoleGrant, {
      where: { accountId: In([...new Set(ids)]) },
      select: { id: true },
    });
    this.index.changed(
      'person',
      grants.map(({ id }) => id),
      NOTHING,
    );
  }
}

const CHANGES = /^(role|account)\./;
