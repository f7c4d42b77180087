import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { readersOf, readersWith } from '../../accounts/search-audiences.js';
import { type Change, History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SearchIndex } from '../../platform/search/search-index.js';
import { type SearchText } from '../../platform/search/index-row.js';
import {
  type Found,
  nextIds,
  type SearchSource,
  SearchSources,
} from '../../platform/search/search-sources.js';
import { indexed, type SearchedField, shown } from '../../platform/search/searched-fields.js';
import type { Localized } from '../../platform/i18n/localized.js';
import { Decision } from '../decisions/decision.entity.js';
import { AgendaItem, Meeting } from './meeting.entity.js';
import { meetingFields } from './meeting.fields.js';
import { mayReadMeeting } from './meeting.access.js';

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
    audiences: (actor) => readersWith(actor, 'meetings.read'),
    next: (after, take) => nextIds(this.unitOfWork.read, Meeting, after, take),
    texts: async (ids) => (await this.load(ids)).map(textOf),
    show: async (actor, hits) => {
      const found = await this.load(hits.map(({ subjectId }) => subjectId));
      const seen = found.filter((meeting) => mayReadMeeting(actor, meeting));
      return new Map(seen.map((meeting) => [meeting.id, foundOf(meeting)]));
    },
  };

  private async changed(changes: readonly Change[]): Promise<void> {
    const ids = await Promise.all(changes.map((change) => this.meetingsOf(change)));
    this.index.changed('meeting', ids.flat());
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

  private async load(ids: string[]): Promise<MeetingWithParts[]> {
    const { read } = this.unitOfWork;
    const meetings = await read.find(Meeting, {
      where: { id: In(ids) },
      relations: { agenda: true, documents: true },
      order: { agenda: { position: 'ASC' } },
    });
    const decisions = await read.find(Decision, {
      where: { meetingId: In(ids) },
      order: { position: 'ASC' },
    });
    return meetings.map((meeting) => ({
      ...meeting,
      decisions: decisions.filter(({ meetingId }) => meetingId === meeting.id),
    }));
  }
}

type MeetingWithParts = Meeting & { decisions: Decision[] };

const fieldsOf = (meeting: MeetingWithParts): SearchedField[] => [
  ...meetingFields
    .filter(([, { search }]) => search !== undefined)
    .map(([field, { search }]) => ({
      value: meeting[field] as Localized | string | null,
      title: search === 'title',
      hidden: search === 'name',
    })),
  ...meeting.decisions.flatMap(({ number, text }) => [
    { value: number, code: true, hidden: true },
    { value: text },
  ]),
  ...meeting.agenda.flatMap(({ title, speaker }) => [{ value: title }, { value: speaker }]),
  ...meeting.documents.map(({ title }) => ({ value: title })),
];

const textOf = (meeting: MeetingWithParts): SearchText => ({
  kind: 'meeting',
  subjectId: meeting.id,
  layer: '',
  audiences: readersOf(meeting),
  ...indexed(fieldsOf(meeting)),
});

const foundOf = (meeting: MeetingWithParts): Found => ({
  layer: '',
  href: `/meetings/${meeting.id}`,
  mechanismId: meeting.mechanismId,
  lead: '',
  title: meeting.title,
  detail: () => meeting.place,
  texts: shown(fieldsOf(meeting)),
});
