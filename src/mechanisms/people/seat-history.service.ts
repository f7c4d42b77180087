import { Injectable } from '@nestjs/common';
import { Like } from 'typeorm';
import { statesOf } from '../../accounts/seats/hand-over.service.js';
import { AuditEvent } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';

/** What happened to the seats of a delegation, for the delegation: given by whom, confirmed, objected to, ended. */
@Injectable()
export class SeatHistoryService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Since the beginning, newest first, for the States the actor speaks for there. None for somebody who speaks for none. */
  async list(actor: Actor, mechanismId: string): Promise<AuditEvent[]> {
    const states = new Set(statesOf(actor, mechanismId));
    const events = await this.unitOfWork.read.find(AuditEvent, {
      where: { scope: mechanismId, subjectKind: 'account', action: Like('role.%') },
      order: { at: 'DESC', id: 'DESC' },
    });
    return events.filter((event) => {
      const { role, subject } = { ...event.before, ...event.after };
      return role === 'focal-point' && typeof subject === 'string' && states.has(subject);
    });
  }
}
