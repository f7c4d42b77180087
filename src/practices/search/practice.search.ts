import { plainWords } from '../../platform/documents/markup/plain-words.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { mechanismsWhere } from '../../accounts/roles.js';
import {
  EVERYBODY,
  holdersOf,
  holding,
  peopleOf,
  readersWith,
  speakingWith,
  voiceOf,
} from '../../accounts/search-audiences.js';
import { States } from '../../accounts/states.js';
import { type Change, History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { localized } from '../../platform/i18n/localized.js';
import { oneLayer } from '../../platform/search/one-layer.js';
import { SearchIndex } from '../../platform/search/search-index.js';
import { nextIds, SearchSources } from '../../platform/search/search-sources.js';
import type { SearchedField } from '../../platform/search/searched-fields.js';
import { reporterLabel } from '../../progress/entries/labels.js';
import { practiceSight } from '../practice.access.js';
import { Practice } from '../practice.entity.js';
import { PracticeVolunteer } from '../review/review.entity.js';

/** Those ready to advise there. */
const advisers = (mechanismId: string) => `advisers:${mechanismId}`;
const asked = (mechanismId: string, accountId: string) => `asked:${mechanismId}:${accountId}`;

/** Practices, to be found by their words by those who read them; whom to contact is not looked for. */
@Injectable()
export class PracticeSearch implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly index: SearchIndex,
    private readonly sources: SearchSources,
  ) {}

  onModuleInit(): void {
    this.history.watch(['practice'], async (changes: Change[]) =>
      this.index.changed(
        'practice',
        changes.map(({ subjectId }) => subjectId),
      ),
    );
    this.sources.add(60, this.practices);
  }

  private readonly practices = oneLayer<Practice>({
    kind: 'practice',
    audiences: (actor) => this.audiences(actor),
    next: (after, take) => nextIds(this.unitOfWork.read, Practice, after, take),
    load: (ids) =>
      this.unitOfWork.read.find(Practice, {
        where: { id: In(ids) },
        relations: { shares: true, reviewers: true },
      }),
    readers: readersOf,
    fields: fieldsOf,
    seen: async (actor, practices) => {
      const volunteering = new Set(await this.volunteering(actor));
      return practices.filter((practice) => practiceSight(actor, practice, volunteering) !== null);
    },
    found: (practice) => ({
      href: `/practices/${practice.id}`,
      mechanismId: practice.mechanismId,
      title: localized(practice.language, practice.title),
      detail: (t, language) =>
        reporterLabel({ reporterKind: practice.ownerKind, reporter: practice.owner }, t, language),
    }),
  });

  private async audiences(actor: Actor): Promise<string[]> {
    const advising = mechanismsWhere(actor, 'practices.review');
    const ready = new Set(await this.volunteering(actor));
    return [
      ...readersWith(actor, 'practices.read'),
      ...holding(actor, 'practices.manage'),
      ...speakingWith(actor, 'practices.write'),
      ...advising.filter((id) => ready.has(id)).map(advisers),
      ...advising.flatMap((id) => (actor.accountId ? [asked(id, actor.accountId)] : [])),
    ];
  }

  private async volunteering({ accountId }: Actor): Promise<string[]> {
    if (!accountId) return [];
    const rows = await this.unitOfWork.read.findBy(PracticeVolunteer, { accountId });
    return rows.map(({ mechanismId }) => mechanismId);
  }
}

/** `practiceSight` turned around: who reads it as it stands. */
function readersOf(practice: Practice): string[] {
  const { mechanismId, ownerKind, owner, state, isPublic, shares } = practice;
  const own = voiceOf(mechanismId, ownerKind, owner);
  if (state === 'offered')
    return [
      own,
      holdersOf('practices.manage', mechanismId),
      advisers(mechanismId),
      ...practice.reviewers.map(({ accountId }) => asked(mechanismId, accountId)),
    ];
  if (state !== 'shared') return [own];
  return [own, ...shares.map((share) => peopleOf(share.mechanismId)), ...(isPublic ? [EVERYBODY] : [])];
}

function fieldsOf({ title, language, content, ownerKind, owner }: Practice): SearchedField[] {
  const own = (text: string | null | undefined): SearchedField => ({
    value: text ? localized(language, text) : null,
  });
  const words = (text: string | null | undefined) => own(text && plainWords(text));
  const { checklist, countries } = content;
  return [
    { ...own(title), title: true },
    words(content.summary),
    words(content.description),
    words(content.results),
    words(content.innovation),
    words(content.lessons),
    own(content.implementers),
    own(content.regions),
    ...Object.values(checklist ?? {}).map(({ words }) => own(words)),
    ...[...countries, ...(ownerKind === 'state' ? [owner] : [])]
      .flatMap((code) => States.names(code))
      .map((value) => ({ value, hidden: true })),
    ...(ownerKind === 'partner' ? [{ value: owner, hidden: true }] : []),
  ];
}
