import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { h } from 'preact';
import { OWN_MECHANISMS } from '../accounts/own-mechanisms.js';
import { can } from '../accounts/roles.js';
import { ScopeNames } from '../accounts/keys/scope-names.js';
import { PeopleService } from '../accounts/people.service.js';
import { SecondFactorRequirement } from '../accounts/second-factor/requirement.service.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { defineSweep, QUARTER_HOUR_MS } from '../platform/queue/sweep.js';
import type { Actor } from '../platform/http/actor.js';
import { type Panel, Panels } from '../platform/web/panels.js';
import { PlaceNames } from '../platform/web/places/places.js';
import { SectionCounts } from '../platform/web/places/section-counts.js';
import { MechanismsApi } from './mechanism/mechanisms.api.js';
import { MechanismsPages } from './mechanism/mechanisms.pages.js';
import { MechanismsService } from './mechanism/mechanisms.service.js';
import { MembersApi } from './members/members.api.js';
import { MembersPages } from './members/members.pages.js';
import { MembersService } from './members/members.service.js';
import { InvitationsApi } from './invitations/invitations.api.js';
import { InvitationPages } from './invitations/invitations.pages.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { PeopleApi } from './people/people.api.js';
import { RoleInvitations } from './people/role-invitations.service.js';
import { MechanismPeopleService } from './people/mechanism-people.service.js';
import { PeoplePages } from './people/people.pages.js';
import { RegistryLoader } from './registry/registry-loader.js';
import { RoleMail } from './people/role.mail.js';
import { StatesPages } from './members/states.pages.js';
import { TasksService } from './tasks/tasks.service.js';
import { TermsPages } from './terms/terms.pages.js';
import { TermsService } from './terms/terms.service.js';
import { Task } from './tasks/task.entity.js';
import { TaskSweep } from './tasks/task.sweep.js';
import { TasksApi } from './tasks/tasks.api.js';
import { TasksPages } from './tasks/tasks.pages.js';
import { type ShownTask, TasksPanel } from './tasks/views/tasks.js';
import { SeatHistoryService } from './people/seat-history.service.js';
import { Correspondents } from '../platform/mail/mail-origin.js';
import { ReadersApi } from './readers/readers.api.js';
import { ReadersService } from './readers/readers.service.js';
import { MailCorrespondents } from './replies/mail-correspondents.service.js';
import { ContactMail } from './people/contact.mail.js';
import { EndedMail } from './people/ended.mail.js';
import { NominatedMail } from './people/nominated.mail.js';
import { NotGivenMail } from './people/not-given.mail.js';
import { NoticeMail } from './people/notice.mail.js';
import { PersonSearch } from './people/person.search.js';
import { SeatsApi } from './people/seats.api.js';
import { SeatNoticePages, SeatPages } from './people/seats.pages.js';
import { GivenByAdministratorsPanel, NameSecretariatPanel } from './people/views/contact.js';
import { WaitingSeatsPanel } from './people/views/seats.js';
import { NominationQuery } from '../accounts/seats/nomination-query.service.js';
import { NominationsService } from '../accounts/seats/nominations.service.js';
import { DelegationApi } from './people/delegation.api.js';
import { DelegationPages } from './people/delegation.pages.js';
import { JoinedMail } from './people/joined.mail.js';
import { HandedOverMail } from './people/handed-over.mail.js';
import { historyHeading } from './mechanism/views/history-heading.js';
import { MapPages } from './map/map.pages.js';
import { LookApi } from './look/look.api.js';
import { LookPages } from './look/look.pages.js';
import { LookService } from './look/look.service.js';
import { FirstSteps } from './mechanism/first-steps.panel.js';
import { MechanismNames } from './mechanism/mechanism-names.js';
import { Mechanism, Membership, NO_ZONE, Term } from './mechanism/mechanism.entity.js';
import { ZonePanel } from './mechanism/views/zone.js';
import { AccountsModule } from '../accounts/accounts.module.js';

const tasksSweep = defineSweep('mechanisms.tasks', QUARTER_HOUR_MS);
const seatsSweep = defineSweep('mechanisms.seats', QUARTER_HOUR_MS);

const WAITING_SEATS = `SELECT 1 FROM "nomination" WHERE "state" = 'waiting' AND "mechanismId" IN (${OWN_MECHANISMS})`;
const NO_ZONES = `SELECT 1 FROM "mechanism" WHERE "zone" = '${NO_ZONE}' AND "id" IN (${OWN_MECHANISMS})`;
const OPEN_TASKS = `SELECT 1 FROM "task" WHERE "doneAt" IS NULL AND "mechanismId" IN (${OWN_MECHANISMS})`;

@Module({
  imports: [TypeOrmModule.forFeature([Mechanism, Membership, Term, Task]), AccountsModule],
  controllers: [
    MechanismsPages,
    MembersPages,
    TermsPages,
    InvitationPages,
    PeoplePages,
    StatesPages,
    MechanismsApi,
    MembersApi,
    PeopleApi,
    InvitationsApi,
    DelegationPages,
    DelegationApi,
    SeatPages,
    SeatNoticePages,
    SeatsApi,
    TasksPages,
    TasksApi,
    ReadersApi,
    LookPages,
    LookApi,
    MapPages,
  ],
  providers: [
    PersonSearch,
    MechanismsService,
    MechanismNames,
    LookService,
    FirstSteps,
    { provide: ScopeNames, useExisting: MechanismsService },
    { provide: PlaceNames, useExisting: MechanismNames },
    { provide: Correspondents, useClass: MailCorrespondents },
    MembersService,
    TermsService,
    MechanismPeopleService,
    RoleInvitations,
    InvitationsService,
    RegistryLoader,
    RoleMail,
    HandedOverMail,
    JoinedMail,
    EndedMail,
    NoticeMail,
    NominatedMail,
    NotGivenMail,
    ContactMail,
    SeatHistoryService,
    TasksService,
    TaskSweep,
    ReadersService,
  ],
  exports: [
    LookService,
    ReadersService,
    PlaceNames,
    FirstSteps,
    MechanismsService,
    MembersService,
    TermsService,
    TasksService,
    TaskSweep,
  ],
})
export class MechanismsModule implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly mechanisms: MechanismsService,
    private readonly tasks: TasksService,
    private readonly sweep: TaskSweep,
    private readonly people: PeopleService,
    private readonly mechanismPeople: MechanismPeopleService,
    private readonly nominationQuery: NominationQuery,
    private readonly nominations: NominationsService,
    private readonly queue: JobQueue,
    private readonly secondFactor: SecondFactorRequirement,
    private readonly counts: SectionCounts,
    private readonly firstSteps: FirstSteps,
  ) {}

  async onModuleInit(): Promise<void> {
    this.secondFactor.askedBy((ids) => this.mechanisms.requiringSecondFactor(ids));
    await tasksSweep.start(this.queue, () => this.sweep.sweep());
    await seatsSweep.start(this.queue, () => this.nominations.sweep());
    const given: Panel = async (actor, id) => {
      const notices = await this.mechanismPeople.givenByAdministrators(actor, id);
      return notices.length > 0 ? h(GivenByAdministratorsPanel, { notices }) : null;
    };
    const unserved: Panel = async (actor, id) =>
      actor.administrator && (await this.mechanismPeople.needsContact(actor, id))
        ? h(NameSecretariatPanel, { mechanismId: id })
        : null;
    // Whoever runs the installation sees it too, from outside.
    for (const page of ['mechanism', 'overview-side']) this.panels.add(page, 0, given);
    for (const page of ['mechanism', 'overview-side']) this.panels.add(page, 0, unserved);
    this.counts.add('people', (actor, id) =>
      can(actor, 'people.manage', id)
        ? { select: `SELECT COUNT(*) FROM "nomination" WHERE "state" = 'waiting' AND "mechanismId" = :place` }
        : null,
    );
    this.firstSteps.add(10, {
      label: 'overview.step.zone',
      path: '/edit',
      done: `SELECT 1 FROM "mechanism" WHERE "id" = :subject AND "zone" <> '${NO_ZONE}'`,
    });
    this.firstSteps.add(30, {
      label: 'overview.step.people',
      path: '/people/invite',
      done: `SELECT 1 FROM "role_grant" WHERE "mechanismId" = :subject AND "role" = 'focal-point'`,
    });
    this.panels.add('home-top', 1, (actor) => this.waitingSeats(actor), { rows: WAITING_SEATS });
    this.panels.add('home-top', 2, (actor) => this.withoutZone(actor), { rows: NO_ZONES });
    this.panels.add('history', 0, async (actor, id) =>
      historyHeading(await this.mechanisms.find(id), actor.language),
    );
    this.panels.add('home', 5, (actor) => this.openTasks(actor), { rows: OPEN_TASKS });
  }

  private async waitingSeats(actor: Actor) {
    const waiting = await this.nominationQuery.waitingFor(actor);
    const seats = await Promise.all(
      waiting.map(async (seat) => ({
        seat,
        mechanism: await this.mechanisms.find(seat.nomination.mechanismId),
      })),
    );
    return seats.length > 0 ? h(WaitingSeatsPanel, { seats }) : null;
  }

  private async withoutZone(actor: Actor) {
    const mechanisms = await this.mechanisms.withoutZone(actor);
    return mechanisms.length > 0 ? h(ZonePanel, { mechanisms }) : null;
  }

  private async openTasks(actor: Actor) {
    const tasks = await Promise.all((await this.tasks.list(actor)).map((task) => this.shown(task)));
    return tasks.length > 0 ? h(TasksPanel, { tasks }) : null;
  }

  private async shown(task: Task): Promise<ShownTask> {
    const [mechanism, account] = await Promise.all([
      this.mechanisms.find(task.mechanismId),
      task.accountId ? this.people.find({ id: task.accountId }) : null,
    ]);
    return { task, mechanism, person: account?.name ?? null };
  }
}
