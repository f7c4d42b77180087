import { Injectable } from '@nestjs/common';
import { inSlices } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import { EntryItem } from '../entries/entry.entity.js';
import { statusNamed } from '../words/reported-status.js';
import { type ItemReports, type ReportRow, reportsOf } from './item-reports.js';

type Raw = Omit<ReportRow, 'entry' | 'place'> &
  ReportRow['entry'] & {
    home: string;
    here: string;
    visibility: ReportRow['place']['visibility'];
    acceptedVersion: number;
    returnedVersion: number;
  };

/** What is reported on the items of a plan, as far as a reader knows: one statement, and no words of any entry. */
@Injectable()
export class ItemReportsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Of these items of the plan; of all of them without `itemIds`. Items that nobody reported on are left out. */
  async of(
    actor: Actor,
    plan: Pick<Plan, 'id' | 'mechanismId'>,
    itemIds?: readonly string[],
  ): Promise<Map<string, ItemReports>> {
    const rows = itemIds
      ? await inSlices(itemIds, (some) => this.rows(plan, { condition: 'about.itemId IN (:...some)', some }))
      : await this.rows(plan, { condition: '1 = 1', some: [] });
    return reportsOf(actor, rows);
  }

  private async rows(
    { id: planId, mechanismId }: Pick<Plan, 'id' | 'mechanismId'>,
    { condition, some }: { condition: string; some: readonly string[] },
  ): Promise<ReportRow[]> {
    const rows = await this.unitOfWork.read
      .createQueryBuilder(EntryItem, 'about')
      .innerJoin('about.item', 'item', 'item.planId = :planId')
      .innerJoin('about.entry', 'entry', `entry.state <> 'withdrawn'`)
      .innerJoin('entry.disclosures', 'place', 'place.mechanismId = :mechanismId')
      .innerJoin('entry.versions', 'version', 'version.number = about.number AND version.withdrawnAt IS NULL')
      .where('about.number > 0 AND about.number IN (entry.submittedVersion, place.acceptedVersion)')
      .andWhere(condition)
      .setParameters({ planId, mechanismId, some })
      .select('about.itemId', 'itemId')
      .addSelect('about.number', 'number')
      .addSelect(statusNamed('version', this.unitOfWork.sqlite), 'status')
      .addSelect('version.submittedAt', 'submittedAt')
      .addSelect('version.submittedBy', 'submittedBy')
      .addSelect('place.acceptedAt', 'acceptedAt')
      .addSelect('entry.id', 'id')
      .addSelect('entry.mechanismId', 'home')
      .addSelect('entry.reporterKind', 'reporterKind')
      .addSelect('entry.reporter', 'reporter')
      .addSelect('entry.state', 'state')
      .addSelect('entry.submittedVersion', 'submittedVersion')
      .addSelect('place.mechanismId', 'here')
      .addSelect('place.visibility', 'visibility')
      .addSelect('place.acceptedVersion', 'acceptedVersion')
      .addSelect('place.returnedVersion', 'returnedVersion')
      .getRawMany<Raw>();
    return rows.map((row) => ({
      itemId: row.itemId,
      number: row.number,
      status: row.status,
      submittedAt: row.submittedAt,
      submittedBy: row.submittedBy,
      acceptedAt: row.acceptedAt,
      entry: { ...entryOf(row) },
      place: {
        mechanismId: row.here,
        visibility: row.visibility,
        acceptedVersion: row.acceptedVersion,
        returnedVersion: row.returnedVersion,
      },
    }));
  }
}

const entryOf = ({ id, home, reporterKind, reporter, state, submittedVersion }: Raw): ReportRow['entry'] => ({
  id,
  mechanismId: home,
  reporterKind,
  reporter,
  state,
  submittedVersion,
});
