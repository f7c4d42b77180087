import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { mechanismsWhere } from '../../accounts/roles.js';
import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { alphabet } from '../../platform/i18n/alphabet.js';
import { Panels } from '../../platform/web/panels.js';
import { whereSeenBy } from '../access/entry-sight.query.js';
import { Entry } from '../entries/entry.entity.js';
import { StateReports } from './views/state-reports.js';

/** On the page of a State: where something that it reported is in the reader's sight. No number, and nothing of the rest. */
@Injectable()
export class StateReportsPanel implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly unitOfWork: UnitOfWork,
    private readonly mechanisms: MechanismsService,
  ) {}

  onModuleInit(): void {
    this.panels.add('state', 10, async (actor, code) => {
      const here = await this.reportedIn(actor, code);
      if (here.length === 0) return null;
      const { language } = actor;
      const links = (await this.mechanisms.list())
        .filter(({ id }) => here.includes(id))
        .map((mechanism) => ({
          name: shortNameIn(mechanism, language),
          href: `/mechanisms/${mechanism.id}/progress?reporter=state:${code}`,
        }))
        .sort((a, b) => alphabet(language).compare(a.name, b.name));
      return h(StateReports, { links });
    });
  }

  /** Of the mechanisms whose progress the actor reads, those in whose list it finds something of the State. */
  private async reportedIn(actor: Actor, code: string): Promise<string[]> {
    const reading = mechanismsWhere(actor, 'progress.read');
    if (reading.length === 0) return [];
    const query = this.unitOfWork.read
      .createQueryBuilder(Entry, 'entry')
      .innerJoin('entry.disclosures', 'place')
      .where(`entry.reporterKind = 'state' AND entry.reporter = :code`, { code })
      .andWhere('place.mechanismId IN (:...places)', { places: reading });
    const rows = await whereSeenBy(query, actor, { shownIn: '"place"."mechanismId"' })
      .select('place.mechanismId', 'id')
      .distinct(true)
      .getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }
}
