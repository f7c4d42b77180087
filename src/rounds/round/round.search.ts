import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../accounts/roles.js';
import { holdersOf, holding, peopleOf, readersWith } from '../../accounts/search-audiences.js';
import { type Change, History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { oneLayer } from '../../platform/search/one-layer.js';
import { SearchIndex } from '../../platform/search/search-index.js';
import { nextIds, SearchSources } from '../../platform/search/search-sources.js';
import { Round } from './round.entity.js';

/** Calls for inputs, to be found by what they ask: a draft by the secretariat, an open one by the mechanism's people. */
@Injectable()
export class RoundSearch implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly index: SearchIndex,
    private readonly sources: SearchSources,
  ) {}

  onModuleInit(): void {
    this.history.watch(['round'], async (changes: Change[]) =>
      this.index.changed(
        'round',
        changes.map(({ subjectId }) => subjectId),
      ),
    );
    this.sources.add(35, this.rounds);
  }

  private readonly rounds = oneLayer<Round>({
    kind: 'round',
    audiences: (actor) => [...readersWith(actor, 'rounds.read'), ...holding(actor, 'rounds.manage')],
    next: (after, take) => nextIds(this.unitOfWork.read, Round, after, take),
    load: (ids) =>
      this.unitOfWork.read.find(Round, { where: { id: In(ids) }, relations: { questions: true } }),
    readers: ({ state, mechanismId }) => [
      state === 'draft' ? holdersOf('rounds.manage', mechanismId) : peopleOf(mechanismId),
    ],
    fields: ({ title, reason, questions }) => [
      { value: title, title: true },
      { value: reason },
      ...questions.flatMap(({ text, hint }) => [{ value: text }, { value: hint }]),
    ],
    seen: (actor, rounds) =>
      rounds.filter(({ state, mechanismId }) =>
        can(actor, state === 'draft' ? 'rounds.manage' : 'rounds.read', mechanismId),
      ),
    found: ({ id, mechanismId, title, state, dueDay }) => ({
      href: `/rounds/${id}`,
      mechanismId,
      title,
      detail: (t, language) => [t(`roundState.${state}`), formatDay(dueDay, language)].join(' · '),
    }),
  });
}
