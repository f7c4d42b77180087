import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { mechanismsWhere } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import { type Change, History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SearchIndex, type SearchText } from '../../platform/search/search-index.js';
import {
  type Found,
  inAllLanguages,
  searchable,
  type SearchSource,
  SearchSources,
} from '../../platform/search/search-sources.js';
import { Decision } from '../decisions/decision.entity.js';
import { AgendaItem, Meeting } from './meeting.entity.js';
import { mayReadMeeting } from './meetings.service.js';

const EVERYBODY = 'everybody';
const peopleOf = (mechanismId: string) => `people:${mechanismId}`;
const WITH_PARTS = { agenda: true, decisions: true, documents: true } as const;

/** Meetings with their agendas, documents and decisions, to be found by what they say. */
@Injectable()
export class MeetingSearch implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly index: SearchIndex,
    private readonly sources: SearchSources,
  ) {}

  onModuleInit(): void {
    this.history.watch(['meeting', 'agenda-item', 'decision'], (changes) => this.changed(changes));
    this.sources.add(40, this.meetings);
  }

  private readonly meetings: SearchSource = {
    kind: 'meeting',
    audiences: (actor: Actor) => [...mechanismsWhere(actor, 'meetings.read').map(peopleOf), EVERYBODY],
    next: async (after, take) => {
      const where = { id: MoreThan(after) };
      const found = await this.unitOfWork.read.find(Meeting, {
        where,
        select: { id: true },
        order: { id: 'ASC' },
        take,
      });
      return found.map(({ id }) => id);
    },
    texts: async (ids) => (await this.load(ids)).map(textOf),
    show: async (actor, hits) => {
      const found = await this.load(hits.map(({ subjectId }) => subjectId));
      const seen = found.filter((meeting) => mayReadMeeting(actor, meeting));
      return new Map(seen.map((meeting) => [meeting.id, foundOf(meeting)]));
    },
  };

  private async changed(changes: readonly Change[]): Promise<void> {
    const ids = await Promise.all(changes.map((change) => this.meetingsOf(change)));
    await this.index.replace('meeting', ids.flat(), this.meetings.texts);
  }

  /** The meeting a change is of; for a part that is gone, any of its mechanism's may have held it. */
  private async meetingsOf({ subjectKind, subjectId, scope }: Change): Promise<string[]> {
    if (subjectKind === 'meeting') return [subjectId];
    const { read } = this.unitOfWork;
    const part = await read.findOneBy<AgendaItem | Decision>(
      subjectKind === 'decision' ? Decision : AgendaItem,
      { id: subjectId },
    );
    if (part) return [part.meetingId];
    const there = await read.find(Meeting, { where: { mechanismId: scope! }, select: { id: true } });
    return there.map(({ id }) => id);
  }

  private load(ids: string[]): Promise<Meeting[]> {
    return this.unitOfWork.read.find(Meeting, {
      where: { id: In(ids) },
      relations: WITH_PARTS,
      order: { agenda: { position: 'ASC' }, decisions: { position: 'ASC' } },
    });
  }
}

const textOf = ({ id, mechanismId, isPublic, title, place, note, ...parts }: Meeting): SearchText => ({
  kind: 'meeting',
  subjectId: id,
  layer: '',
  scope: mechanismId,
  audiences: isPublic ? [peopleOf(mechanismId), EVERYBODY] : [peopleOf(mechanismId)],
  title: inAllLanguages(title),
  text: [
    place ?? '',
    ...inAllLanguages(note),
    ...parts.agenda.flatMap((item) => [...inAllLanguages(item.title), item.speaker ?? '']),
    ...parts.decisions.flatMap((decision) => [decision.number, ...inAllLanguages(decision.text)]),
    ...parts.documents.map((document) => document.title),
  ],
});

const foundOf = ({ id, mechanismId, title, place, note, agenda, decisions, documents }: Meeting): Found => ({
  layer: '',
  href: `/meetings/${id}`,
  mechanismId,
  lead: '',
  title,
  detail: () => place,
  texts: [
    ...searchable(title),
    ...searchable(note),
    ...decisions.flatMap(({ text }) => searchable(text)),
    ...agenda.flatMap((item) => [...searchable(item.title), { text: item.speaker ?? '', language: null }]),
    ...documents.map((document) => ({ text: document.title, language: null })),
  ],
});
