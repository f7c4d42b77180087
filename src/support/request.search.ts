import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { holdersOf, holding, speakingWith, voiceOf } from '../accounts/search-audiences.js';
import { States } from '../accounts/states.js';
import { type Change, History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { localized } from '../platform/i18n/localized.js';
import { oneLayer } from '../platform/search/one-layer.js';
import { SearchIndex } from '../platform/search/search-index.js';
import { nextIds, SearchSources } from '../platform/search/search-sources.js';
import { supportSights } from './support.access.js';
import { SupportRequest } from './support.entity.js';

/** Requests for support, to be found by those whose State asks, and those it let see them. Offers are not looked for. */
@Injectable()
export class RequestSearch implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly index: SearchIndex,
    private readonly sources: SearchSources,
  ) {}

  onModuleInit(): void {
    this.history.watch(['support'], async (changes: Change[]) =>
      this.index.changed(
        'support',
        changes.map(({ subjectId }) => subjectId),
      ),
    );
    this.sources.add(65, this.requests);
  }

  private readonly requests = oneLayer<SupportRequest>({
    kind: 'support',
    audiences: (actor) => [
      ...speakingWith(actor, 'support.read'),
      ...holding(actor, 'support.readAsMember', 'support.offer'),
    ],
    next: (after, take) => nextIds(this.unitOfWork.read, SupportRequest, after, take),
    load: (ids) => this.unitOfWork.read.findBy(SupportRequest, { id: In(ids) }),
    readers: ({ mechanismId, requester, toSecretariat, toPartners, toMembers }) => [
      voiceOf(mechanismId, 'state', requester),
      ...(toSecretariat ? [voiceOf(mechanismId, 'secretariat', '')] : []),
      ...(toPartners ? [holdersOf('support.offer', mechanismId)] : []),
      ...(toMembers ? [holdersOf('support.readAsMember', mechanismId)] : []),
    ],
    fields: ({ title, language, text, requester }) => [
      { value: localized(language, title), title: true },
      { value: text ? localized(language, text) : null },
      ...States.names(requester).map((value) => ({ value, hidden: true })),
    ],
    seen: (actor, requests) => requests.filter((request) => supportSights(actor, request).length > 0),
    found: ({ id, mechanismId, language, title, requester, state }) => ({
      href: `/support/${id}`,
      mechanismId,
      title: localized(language, title),
      detail: (t, reading) => [States.name(requester, reading), t(`supportState.${state}`)].join(' · '),
    }),
  });
}
