import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { PeopleService } from '../../accounts/people.service.js';
import { can } from '../../accounts/roles.js';
import { ConversationSubjects, type ConversationSubject } from '../../conversations/conversation-subjects.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { Entry, EntryItem, EntryVersion } from './entry.entity.js';
import { subjectOf } from '../words/entry-subject.js';
import { isOwn, sightThrough, speaksIn } from '../access/entry-sight.js';
import { isItemSeen } from '../access/text-parts.js';

/**
 * Who may talk about an entry: the people it is from and the secretariat of a mechanism it is in, in
 * each mechanism apart. Before it was submitted
 * there is nobody to talk to; once it is withdrawn its own people keep what was said, and nobody writes. What was said
 * about a version that was withdrawn stays theirs when the entry is submitted again.
 */
@Injectable()
export class EntryConversation implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
    private readonly subjects: ConversationSubjects,
  ) {}

  onModuleInit(): void {
    this.subjects.add('entry', {
      find: (actor, id, scope) => this.find(actor, id, scope),
      people: (id, scope) => this.concerned(id, scope),
    });
  }

  private async find(actor: Actor, id: string, scope: string): Promise<ConversationSubject | null> {
    const entry = await this.entry(id);
    const here = entry?.disclosures.find(({ mechanismId }) => mechanismId === scope);
    if (!entry || !here || entry.submittedVersion === 0 || entry.reporterKind === 'secretariat') return null;
    const own = isOwn(actor, entry) || (speaksIn(actor, entry, scope) && entry.state !== 'withdrawn');
    const office = can(actor, 'progress.accept', scope) && sightThrough(actor, entry, here) !== null;
    if (!own && !office) return null;
    // Named by an item of this mechanism's own plan: those of others are not for its secretariat to see. Nor are its own
    // for those of the reporter's people who have no part here.
    const { title } = subjectOf(await this.said(actor, entry, scope));
    const reporter = `${entry.reporterKind}:${entry.reporter}`;
    const voice = own ? reporter : 'secretariat';
    return {
      title,
      titleMayBeMailed: true,
      href: `/progress/${id}`,
      voice: entry.state === 'withdrawn' ? null : voice,
      readers: own ? ['own', 'secretariat'] : ['secretariat'],
      other: own ? undefined : reporter,
      closedUntil: isOwn(actor, entry) ? null : await this.withdrawnAt(id),
    };
  }

  private async concerned(id: string, scope: string): Promise<string[]> {
    const entry = await this.entry(id);
    if (!entry?.disclosures.some(({ mechanismId }) => mechanismId === scope)) return [];
    const role = entry.reporterKind === 'state' ? 'focal-point' : 'partner';
    const [offices, reporters] = await Promise.all([
      this.people.holders(scope, 'secretariat'),
      this.people.holders(scope, role),
    ]);
    const own = reporters.filter((grant) => grant.subject === entry.reporter);
    return [...offices, ...own].map((grant) => grant.accountId);
  }

  /** What was submitted last is about, in one mechanism, as far as the actor may know. */
  private async said(actor: Actor, entry: Entry, mechanismId: string) {
    const { id: entryId, submittedVersion: number } = entry;
    const { read } = this.unitOfWork;
    const rows = await read.find(EntryItem, {
      where: { entryId, number, item: { plan: { mechanismId } } },
      relations: { item: { plan: true } },
    });
    const { objectives } = await read.findOneByOrFail(EntryVersion, { entryId, number });
    const items = rows.map(({ item }) => item).filter((item) => isItemSeen(actor, entry, item));
    return { items, objectives };
  }

  private entry(id: string): Promise<Entry | null> {
    return this.unitOfWork.read.findOne(Entry, {
      where: { id },
      relations: { disclosures: true },
    });
  }

  /** When a version was withdrawn last; null while none was. */
  private async withdrawnAt(entryId: string): Promise<Date | null> {
    const where = { entryId, withdrawnAt: Not(IsNull()) };
    const last = await this.unitOfWork.read.findOne(EntryVersion, { where, order: { number: 'DESC' } });
    return last?.withdrawnAt ?? null;
  }
}
