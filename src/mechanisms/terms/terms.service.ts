import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { demand } from '../../accounts/roles.js';
import { States } from '../../accounts/states.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Day } from '../../platform/i18n/day.js';
import { Mechanism, Term } from '../mechanism/mechanism.entity.js';
import type { TermInput } from './term.dto.js';

/** Who chairs and who serves as secretariat, in turn. Terms may overlap: some mechanisms have two chairs. */
@Injectable()
export class TermsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
  ) {}

  /** All terms of a mechanism, the latest first. */
  listFor(mechanismId: string): Promise<Term[]> {
    const order = { fromDay: 'DESC', office: 'ASC', id: 'ASC' } as const;
    return this.unitOfWork.read.find(Term, { where: { mechanismId }, order });
  }

  async add(actor: Actor, mechanismId: string, input: TermInput): Promise<Term> {
    demand(actor, 'mechanism.edit', mechanismId, 'mechanism');
    const { state: stateCode, office, holder, fromDay, untilDay, source } = input;
    if (stateCode !== null && !States.exists(stateCode)) throw InvalidError.field('state', 'error.state');
    return this.unitOfWork.run(async (manager) => {
      if (!(await manager.existsBy(Mechanism, { id: mechanismId }))) throw new NotFoundError('mechanism');
      const row = { id: uuid(), mechanismId, office, stateCode, holder, fromDay, untilDay, source };
      await manager.insert(Term, row);
      const after = { office, state: stateCode, holder, fromDay, untilDay, source };
      const change = {
        action: 'term.add',
        subjectKind: 'term',
        subjectId: row.id,
        scope: mechanismId,
        after,
      };
      await this.history.record(actor, change);
      return manager.create(Term, row);
    });
  }

  /** Sets the last day of a term, or another one. */
  async end(actor: Actor, id: string, untilDay: Day): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const term = await manager.findOneBy(Term, { id });
      if (!term) throw new NotFoundError('term');
      demand(actor, 'mechanism.edit', term.mechanismId, 'term');
      if (untilDay < term.fromDay) throw InvalidError.field('untilDay', 'error.endsBeforeStart');
      await manager.update(Term, { id }, { untilDay });
      const { office, stateCode: state, holder } = term;
      await this.history.record(actor, {
        action: 'term.end',
        subjectKind: 'term',
        subjectId: id,
        scope: term.mechanismId,
        before: { office, state, holder, untilDay: term.untilDay },
        after: { office, state, holder, untilDay },
      });
    });
  }
}
