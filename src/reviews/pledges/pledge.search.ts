import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { EVERYBODY, holdersOf, holding } from '../../accounts/search-audiences.js';
import { type Change, History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { localized } from '../../platform/i18n/localized.js';
import { oneLayer } from '../../platform/search/one-layer.js';
import { SearchIndex } from '../../platform/search/search-index.js';
import { nextIds, SearchSources } from '../../platform/search/search-sources.js';
import { audiencesOf } from './pledge.access.js';
import { Pledge } from './pledge.entity.js';

/** Pledges, to be found by those to whom they are open, by what was said of them since, too. */
@Injectable()
export class PledgeSearch implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly index: SearchIndex,
    private readonly sources: SearchSources,
  ) {}

  onModuleInit(): void {
    this.history.watch(['pledge'], async (changes: Change[]) =>
      this.index.changed(
        'pledge',
        changes.map(({ subjectId }) => subjectId),
      ),
    );
    this.sources.add(68, this.pledges);
  }

  private readonly pledges = oneLayer<Pledge>({
    kind: 'pledge',
    audiences: (actor) => [...holding(actor, 'submissions.edit', 'submissions.read'), EVERYBODY],
    next: (after, take) => nextIds(this.unitOfWork.read, Pledge, after, take),
    load: (ids) =>
      this.unitOfWork.read.find(Pledge, {
        where: { id: In(ids) },
        relations: { updates: true },
        order: { updates: { asOf: 'DESC', createdAt: 'DESC', id: 'ASC' } },
      }),
    readers: ({ mechanismId, audience }) => [
      holdersOf('submissions.edit', mechanismId),
      ...(audience === 'secretariat' ? [] : [holdersOf('submissions.read', mechanismId)]),
      ...(audience === 'public' ? [EVERYBODY] : []),
    ],
    fields: ({ name, language, text, participants, matches, updates }) => {
      const words = (value: string | null) => ({ value: value === null ? null : localized(language, value) });
      return [
        { ...words(name), title: true },
        ...[text, participants, matches, ...updates.map(({ narrative }) => narrative)].map(words),
      ];
    },
    seen: (actor, pledges) =>
      pledges.filter(({ mechanismId, audience }) => audiencesOf(actor, mechanismId).includes(audience)),
    found: ({ id, mechanismId, language, name, updates }) => ({
      href: `/pledges/${id}`,
      mechanismId,
      title: localized(language, name),
      detail: (t) => (updates[0] ? t(`pledge.standing.${updates[0].standing}`) : null),
    }),
  });
}
