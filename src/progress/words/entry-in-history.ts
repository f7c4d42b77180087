import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HistorySubjects } from '../../audit/history-subjects.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import { subjectOf } from './entry-subject.js';

/** Names entries in the history of a mechanism, as its reader sees them there: a withdrawn one has no name for others. */
@Injectable()
export class EntryInHistory implements OnModuleInit {
  constructor(
    private readonly subjects: HistorySubjects,
    private readonly entries: EntryQueryService,
  ) {}

  onModuleInit(): void {
    this.subjects.add('entry', async (actor, ids, mechanismId) => {
      const seen = await this.entries.among(actor, ids, mechanismId);
      return new Map(
        seen.map((entry) => {
          const { code: lead, title, more } = subjectOf(entry);
          const standing = `entryState.${entry.standing}` as const;
          return [entry.id, { href: `/progress/${entry.id}`, lead, title, more, standing }];
        }),
      );
    });
  }
}
