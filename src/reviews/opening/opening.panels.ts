import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../../accounts/roles.js';
import { Meeting } from '../../meetings/meeting/meeting.entity.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Panels } from '../../platform/web/panels.js';
import { Submission } from '../submissions/submission.entity.js';
import { MeetingRecords } from './views/meeting-records.js';

/** What documents add to the page of a meeting: its summary record, for the secretariat that writes it. */
@Injectable()
export class OpeningPanels implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.panels.add('meeting', 10, async (actor, meetingId) => {
      const { read } = this.unitOfWork;
      const meeting = await read.findOneBy(Meeting, { id: meetingId });
      if (!meeting || !can(actor, 'submissions.edit', meeting.mechanismId)) return null;
      const { mechanismId } = meeting;
      const documents = await read
        .createQueryBuilder(Submission, 'submission')
        .where('submission.mechanismId = :mechanismId', { mechanismId })
        .andWhere('submission.about LIKE :about', { about: `%${meetingId}%` })
        .orderBy('submission.createdAt')
        .getMany();
      return h(MeetingRecords, { meeting, documents });
    });
  }
}
