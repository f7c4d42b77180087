import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { Not } from 'typeorm';
import { can } from '../../accounts/roles.js';
import { Meeting } from '../../meetings/meeting/meeting.entity.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Panels } from '../../platform/web/panels.js';
import { Submission } from '../submissions/submission.entity.js';
import { DocumentsInWork } from './views/documents-in-work.js';
import { MeetingRecords } from './views/meeting-records.js';

/** So many stand on an overview. */
const SHOWN = 4;

/** What documents add for the secretariat that writes them: to a meeting its summary record, to an overview those in work. */
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
    this.panels.add(
      'overview-tasks',
      40,
      async (actor, mechanismId) => {
        if (!can(actor, 'submissions.edit', mechanismId)) return null;
        const [documents, count] = await this.unitOfWork.read.findAndCount(Submission, {
          select: { id: true, title: true, language: true, state: true },
          where: { mechanismId, state: Not('submitted') },
          order: { createdAt: 'DESC', id: 'DESC' },
          take: SHOWN,
        });
        return h(DocumentsInWork, { mechanismId, documents, count });
      },
      {
        rows: `SELECT 1 FROM "submission" WHERE "mechanismId" = :subject AND "state" <> 'submitted'`,
      },
    );
  }
}
