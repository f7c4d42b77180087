import { Injectable } from '@nestjs/common';
import { Entity, Index } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock.js';
import type { Actor } from '../http/actor.js';
import { Id, Json, Moment, Ref, Short } from './columns.js';
import { insertAll } from './in-slices.js';
import { UnitOfWork } from './unit-of-work.js';

/** One change of state: who, when, what, before and after. Never updated, never deleted. */
@Entity('audit_event')
@Index(['subjectKind', 'subjectId', 'at'])
@Index(['scope', 'at'])
export class AuditEvent {
  @Id() id!: string;
  @Moment() at!: Date;
  @Ref({ nullable: true }) accountId!: string | null;
  @Short(200) actorName!: string;
  /** `plan.adopt`: subject and verb. */
  @Short(60) action!: string;
  @Short(40) subjectKind!: string;
  @Ref() subjectId!: string;
  /** The mechanism whose history shows it; null for the installation. */
  @Ref({ nullable: true }) scope!: string | null;
  @Json({ nullable: true }) before!: Record<string, unknown> | null;
  @Json({ nullable: true }) after!: Record<string, unknown> | null;
}

export interface Change {
  action: string;
  subjectKind: string;
  subjectId: string;
  scope: string | null;
  /** Values of the fields that changed. Never text a delegation has not released: the history outlives access. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

type NewEvent = QueryDeepPartialEntity<AuditEvent>;
type Watcher = (changes: Change[]) => Promise<void>;

/** Writes history in the transaction that makes it. Reading it is the audit feature's. */
@Injectable()
export class History {
  private readonly watchers = new Map<string, Watcher[]>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async record(actor: Pick<Actor, 'accountId' | 'name'>, change: Change): Promise<void> {
    await this.recordAll(actor, [change]);
  }

  /** `record` for many: a plan of thousands of items is imported at once. */
  async recordAll(actor: Pick<Actor, 'accountId' | 'name'>, changes: readonly Change[]): Promise<void> {
    const events = changes.map((change) => ({
      id: uuid(),
      at: this.clock.now(),
      accountId: actor.accountId,
      actorName: actor.name,
      before: null,
      after: null,
      ...change,
    }));
    await this.unitOfWork.run(async () => {
      this.unitOfWork.later(this.insert, events as NewEvent[]);
      for (const change of changes) this.tell(change);
    });
  }

  /** All of a transaction's at once. */
  private readonly insert = async (events: NewEvent[][]): Promise<void> => {
    await this.unitOfWork.run((manager) => insertAll(manager, AuditEvent, events.flat()));
  };

  /**
   * Has `watcher` run, in the transaction and before its commit, with all changes to subjects of these kinds: for what
   * is derived from them. Every change of state is recorded here, so none is missed.
   */
  watch(subjectKinds: readonly string[], watcher: Watcher): void {
    for (const kind of subjectKinds) this.watchers.set(kind, [...(this.watchers.get(kind) ?? []), watcher]);
  }

  private tell(change: Change): void {
    for (const watcher of this.watchers.get(change.subjectKind) ?? []) this.unitOfWork.later(watcher, change);
  }
}
