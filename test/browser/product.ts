import { MilestoneTasksService } from '../../src/reviews/milestone-tasks/milestone-tasks.service.js';
import { Readable } from 'node:stream';
import { IsNull } from 'typeorm';
import { RoleGrant } from '../../src/accounts/account.entity.js';
import { AddressChange } from '../../src/accounts/address/address-change.entity.js';
import { PasswordsService } from '../../src/accounts/passwords.service.js';
import { IndicatorInput } from '../../src/indicators/indicator.dto.js';
import { ReadingInput } from '../../src/indicators/reading.dto.js';
import { IndicatorsService } from '../../src/indicators/indicators.service.js';
import { ReadingsService } from '../../src/indicators/readings.service.js';
import { Membership } from '../../src/mechanisms/mechanism/mechanism.entity.js';
import { MechanismPatch } from '../../src/mechanisms/mechanism/mechanism.dto.js';
import { TermInput } from '../../src/mechanisms/terms/term.dto.js';
import { MechanismsService } from '../../src/mechanisms/mechanism/mechanisms.service.js';
import { TermsService } from '../../src/mechanisms/terms/terms.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { readInput } from '../../src/platform/http/read-input.js';
import { MailboxMail } from '../../src/platform/mail/message.entity.js';
import { AmendmentsService } from '../../src/plans/amendments/amendments.service.js';
import { CarryOverService } from '../../src/plans/carry-over/carry-over.service.js';
import { ItemMovesService } from '../../src/plans/items/item-moves.service.js';
import { ItemsService } from '../../src/plans/items/items.service.js';
import { NewItemInput } from '../../src/plans/items/item.dto.js';
import { PlanChange, PlanInput } from '../../src/plans/plan/plan.dto.js';
import type { Plan, PlanItem } from '../../src/plans/plan/plan.entity.js';
import { PriorityInput } from '../../src/plans/priorities/priority.dto.js';
import { PlansService } from '../../src/plans/plan/plans.service.js';
import { PrioritiesService } from '../../src/plans/priorities/priorities.service.js';
import { EvidenceService } from '../../src/progress/evidence/evidence.service.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { SubmissionInput } from '../../src/reviews/submissions/submission.dto.js';
import { SubmissionsService } from '../../src/reviews/submissions/submissions.service.js';
import { WishesService } from '../../src/reminders/wishes/wishes.service.js';
import type { TestApp } from '../support/app.js';
import {
  newAccount,
  newAdministrator,
  newEntry,
  newPerson,
  newPlan,
  type Person,
} from '../support/factories.js';
import { releasePages } from './release.js';
import { secondFactorPages } from './second-factor.js';
import { conversationPages } from './conversations.js';
import { importPages } from './imports.js';
import { roundPages } from './round-pages.js';
import { meetingPages } from './meetings.js';
import { clearancePages } from './clearance.js';
import { practicePages } from './practices.js';
import { newPassage, passagePages } from './passages.js';
import { templatePages } from './templates.js';
import { seatPages } from './seats.js';
import { day, newRule, QUARTERLY, sendAll, sweepAt } from '../support/reminders.js';

export const MECHANISM = 'khartoum';
/** Where the focal point speaks for the same State too. */
const NEIGHBOUR = 'rcm';

export interface Product {
  /** One person per role; the visitor is nobody. */
  people: Record<string, Person | null>;
  /** Addresses of each page, by its route: several when a page has several faces. */
  addresses: Record<string, string[]>;
}

/** A product in use: every page has something to show, in each of its states. */
export async function newProduct(test: TestApp): Promise<Product> {
  const { plan, items, secretariat } = await newPlan(test, MECHANISM, ITEMS, { isPublic: true });
  const draft = await newPlan(test, MECHANISM, [], { draft: true });
  const kenya = await newPerson(test, ['focal-point', MECHANISM, 'KEN'], ['focal-point', NEIGHBOUR, 'KEN']);
  const people: Product['people'] = {
    secretariat,
    chair: await newPerson(test, ['chair', MECHANISM]),
    'focal point': kenya,
    partner: await newPerson(test, ['partner', MECHANISM, 'A partner']),
    reader: await newPerson(test, ['reader', MECHANISM]),
    administrator: await newAdministrator(test),
    visitor: null,
  };
  const mechanism = await inSeveralLanguages(test, secretariat);
  const rules = await remind(test, secretariat);
  const entries = await report(test, secretariat, kenya, items);
  const submissions = await compile(test, secretariat);
  const passage = await newPassage(test, secretariat, submissions.compiled);
  const about = { planId: plan.id, itemIds: [items[1]!.id, items[4]!.id] };
  const meetings = await meetingPages(test, secretariat, MECHANISM, about);
  const rounds = await roundPages(test, { secretariat, kenya }, MECHANISM, plan.id);
  const [chair, partner] = [people.chair!, people.partner!];
  const cast = { secretariat, kenya, chair, partner };
  const release = await releasePages(test, cast, NEIGHBOUR, entries);
  const practices = await practicePages(test, cast, MECHANISM, entries.accepted);
  const conversations = await conversationPages(test, cast, MECHANISM, {
    entry: entries.returned,
    silent: entries.accepted,
    practice: practices['/practices/:id/share']![0]!.split('/')[2]!,
  });
  const imports = await importPages(test, secretariat, MECHANISM);
  const measured = await measure(test, secretariat, items[1]!);
  const { read } = test.get(UnitOfWork);
  const membership = await read.findOneByOrFail(Membership, { mechanismId: MECHANISM, untilDay: IsNull() });
  const grant = await read.findOneByOrFail(RoleGrant, {
    accountId: kenya.account.id,
    mechanismId: MECHANISM,
  });
  const mail = await read.findOneByOrFail(MailboxMail, {});
  const invited = await newAccount(test);
  const secret = await test.get(PasswordsService).makeLink(invited.account.id, 'invitation');
  const wish = (kind: 'later' | 'never', subjectId: string) =>
    new URL(test.get(WishesService).linkFor({ kind, accountId: kenya.account.id, subjectId })).pathname;
  await test.get(WishesService).say(wish('never', items[4]!.id).split('/').at(-1)!);

  const task = await test.get(MilestoneTasksService).add(secretariat.actor, MECHANISM, {
    ...{ cycleId: 'imrf-2030', milestone: 'forum', text: 'Send the contribution', daysBefore: 30 },
    ...{ dueDay: null, accountId: secretariat.account.id },
  });

  const amended = await amend(test, secretariat, plan, items);
  const seats = await seatPages(test, { secretariat, administrator: people.administrator! }, MECHANISM);
  const clearance = await clearancePages(test, kenya, MECHANISM, items[5]!);
  const here = `/mechanisms/${MECHANISM}`;
  const drafts = [entries.draft, entries.returned];
  return {
    people,
    addresses: {
      ...meetings,
      ...rounds,
      ...practices,
      ...clearance.addresses,
      ...release,
      ...conversations,
      ...imports,
      ...seats,
      '/tasks': ['/tasks'],
      '/mechanisms/:mechanismId/look': [`${here}/look`],
      '/mechanisms/:mechanismId/about': [`${here}/about`],
      '/mechanisms/:mechanismId/plans': [`${here}/plans?all=on`],
      '/mechanisms/:mechanismId/progress': [`${here}/progress`],
      '/mechanisms/:mechanismId/indicators': [`${here}/indicators`],
      '/mechanisms/:mechanismId/documents': [`${here}/documents`],
      '/mechanisms/:mechanismId/settings': [`${here}/settings`],
      '/account': ['/account'],
      '/shortcuts': ['/shortcuts'],
      ...(await secondFactorPages(test, people.partner!)),
      '/account/tokens': ['/account/tokens'],
      '/account/address': ['/account/address'],
      '/accounts': ['/accounts'],
      '/accounts/:id': [`/accounts/${kenya.account.id}`],
      '/address/:secret': [await addressPath(test, kenya)],
      '/sign-in': ['/sign-in'],
      '/styleguide': ['/styleguide', '/styleguide?turned=on'],
      '/password': ['/password'],
      '/password/:secret': [`/password/${secret}`],
      '/mechanisms': ['/mechanisms'],
      '/mechanisms/:mechanismId': [here, '/mechanisms/rabat', '/mechanisms/prague'],
      '/mechanisms/:mechanismId/edit': [`${here}/edit`],
      '/mechanisms/:mechanismId/members': [`${here}/members`],
      '/mechanisms/:mechanismId/members/:membershipId/end': [`${here}/members/${membership.id}/end`],
      '/mechanisms/:mechanismId/terms': [`${here}/terms`],
      '/mechanisms/:mechanismId/terms/:termId/end': [`${here}/terms/${mechanism.term}/end`],
      '/mechanisms/:mechanismId/people/:grantId': [`${here}/people/${grant.id}`],
      '/mechanisms/:mechanismId/people/invite': [`${here}/people/invite`],
      '/mechanisms/:mechanismId/people/:grantId/end': [`${here}/people/${grant.id}/end`],
      '/mechanisms/:mechanismId/board': [`${here}/board`, `${here}/board?state=KEN&until=2027-06-30`],
      '/mechanisms/:mechanismId/board/items': [
        `${here}/board/items?objective=9&figure=reported`,
        `${here}/board/items?unmapped=on`,
      ],
      '/mechanisms/:mechanismId/plans/new': [`${here}/plans/new`],
      '/mechanisms/:mechanismId/reminders': [`${here}/reminders`],
      '/mechanisms/:mechanismId/reminders/new': [`${here}/reminders/new`],
      '/mechanisms/:mechanismId/reminders/:id': rules.map((id) => `${here}/reminders/${id}`),
      '/mechanisms/:mechanismId/submissions/new': [
        `${here}/submissions/new`,
        `${here}/submissions/new?template=progress-report`,
      ],
      '/submissions/:id/settings': [`/submissions/${submissions.compiled}/settings`],
      '/search': ['/search', '/search?q=authorities+rescue', '/search?q=text&kind=entry'],
      '/states': ['/states'],
      '/states/:code': ['/states/KEN'],
      '/help': ['/help', '/help?q=reminders'],
      '/help/:topic': ['/help/waymark'],
      '/framework': ['/framework'],
      '/framework/wordings': ['/framework/wordings?language=ar'],
      '/framework/objectives/:number': ['/framework/objectives/9'],
      '/history/:mechanismId': [`/history/${MECHANISM}`],
      '/plans/:id': [plan.id, draft.plan.id, amended.fixed, amended.open].map((id) => `/plans/${id}`),
      '/plans/:id/board': [`/plans/${plan.id}/board`],
      '/plans/:id/board/items': [`/plans/${plan.id}/board/items?objective=9`],
      '/plans/:id/timeline': [plan.id, draft.plan.id].map((id) => `/plans/${id}/timeline`),
      '/plans/:id/edit': [`/plans/${plan.id}/edit`],
      '/plans/:id/adoption': [`/plans/${draft.plan.id}/adoption`],
      '/plans/:id/amendments': [plan.id, amended.fixed, amended.open].map((id) => `/plans/${id}/amendments`),
      '/plans/:id/amendments/new': [`/plans/${plan.id}/amendments/new`],
      '/plans/:id/amendments/closing': [`/plans/${amended.open}/amendments/closing`],
      '/plans/:id/carrying': [
        `/plans/${draft.plan.id}/carrying`,
        `/plans/${draft.plan.id}/carrying?from=${plan.id}&under=${items[0]!.id}`,
      ],
      '/plans/:id/priorities': [`/plans/${plan.id}/priorities`],
      '/plans/:id/priorities/new': [`/plans/${plan.id}/priorities/new?item=${items[0]!.id}`],
      '/priorities/:id/end': [`/priorities/${amended.priority}/end`],
      '/plans/:id/items/new': [`/plans/${plan.id}/items/new?parent=${items[0]!.id}`],
      '/items/:id': [
        ...[items[0]!, items[1]!, items[4]!, amended.item].map(({ id }) => `/items/${id}`),
        ...release['/items/:id']!,
      ],
      '/plans/:id/table': [`/plans/${plan.id}/table`, `/plans/${draft.plan.id}/table`],
      '/items/:id/mapping': [`/items/${items[1]!.id}/mapping?q=children`, `/items/${items[4]!.id}/mapping`],
      '/plans/:id/unmapped': [`/plans/${plan.id}/unmapped`, `/plans/${plan.id}/unmapped?institutional=on`],
      '/items/:id/edit': [items[1]!, amended.openItem].map(({ id }) => `/items/${id}/edit`),
      '/items/:id/place': [`/items/${items[1]!.id}/place`],
      '/items/:id/removal': [`/items/${items[0]!.id}/removal`],
      '/items/:id/indicators/new': [`/items/${items[1]!.id}/indicators/new`],
      '/indicators/:id': measured.indicators.map((id) => `/indicators/${id}`),
      '/indicators/:id/edit': [`/indicators/${measured.indicators[0]}/edit`],
      '/indicators/:id/removal': [`/indicators/${measured.indicators[0]}/removal`],
      '/indicators/:id/readings/new': [`/indicators/${measured.indicators[0]}/readings/new`],
      '/indicators/:id/readings/lines': [`/indicators/${measured.indicators[0]}/readings/lines`],
      '/readings/:id/correction': [`/readings/${measured.reading}/correction`],
      '/progress': ['/progress'],
      '/progress/ours': ['/progress/ours', '/progress/ours?state=draft'],
      '/progress/new': [`/progress/new?item=${items[5]!.id}`, ...release['/progress/new']!],
      '/progress/:id': [...Object.values(entries), ...clearance.texts].map((id) => `/progress/${id}`),
      '/progress/:id/edit': drafts.map((id) => `/progress/${id}/edit`),
      '/progress/:id/evidence': drafts.map((id) => `/progress/${id}/evidence`),
      '/reminders/wish/:token': [wish('later', items[1]!.id), wish('never', items[4]!.id)],
      '/mailbox': ['/mailbox'],
      '/mails': ['/mails'],
      '/secret-keys': ['/secret-keys'],
      '/mailbox/:id': [`/mailbox/${mail.id}`],
      '/review-cycles': ['/review-cycles'],
      '/review-cycles/:id': ['regional-3', 'imrf-2022', 'imrf-2030'].map((id) => `/review-cycles/${id}`),
      '/mechanisms/:mechanismId/milestone-tasks/new': [
        `${here}/milestone-tasks/new?cycle=imrf-2030&milestone=hearing`,
      ],
      '/milestone-tasks/:id/edit': [`/milestone-tasks/${task.task.id}/edit`],
      '/review-cycles/new': ['/review-cycles/new'],
      '/review-cycles/:id/edit': ['/review-cycles/imrf-2030/edit'],
      '/review-cycles/:id/milestones/new': ['/review-cycles/imrf-2030/milestones/new'],
      '/review-cycles/:id/milestones/:key/edit': ['/review-cycles/regional-2/milestones/plenary/edit'],
      '/mechanisms/:mechanismId/templates': [`${here}/templates`],
      '/mechanisms/:mechanismId/templates/:key': [`${here}/templates/tracking-matrix`],
      ...(await templatePages(test, secretariat, MECHANISM)),
      '/submissions': ['/submissions'],
      '/submissions/:id': Object.values(submissions).map((id) => `/submissions/${id}`),
      '/submissions/:id/text/:key': [
        `/submissions/${submissions.compiled}/text/introduction`,
        `/submissions/${submissions.compiled}/text/conclusions`,
      ],
      '/submissions/:id/sections/:key': [`/submissions/${submissions.compiled}/sections/introduction`],
      ...(await passagePages(test, secretariat, submissions.compiled, passage)),
    },
  };
}

const LONG =
  'Exchange, between the authorities named by each member State, of contact lists and standing instructions for search and rescue';

const ITEMS = [
  { code: 'I', title: 'Protection along the route', objectives: ['7', '8'] },
  {
    code: 'I.1(a)-2026/2027',
    title: LONG,
    parent: 'I',
    owners: ['state:KEN', 'state:ETH', 'partner:A partner', 'working-group:Search and rescue'],
    objectives: ['8(a)', '9', '10'],
    when: day('2027-03-09'),
    status: 'ongoing',
  },
  {
    code: 'I.2',
    title: 'Workshop on referral',
    parent: 'I',
    owners: ['chair'],
    when: day('2027-03-12'),
    status: 'planned',
  },
  { code: 'II', title: 'Regular pathways', objectives: ['5'] },
  {
    code: 'II.1',
    title: 'Note on skills',
    parent: 'II',
    owners: ['secretariat', 'state:KEN'],
    objectives: ['18'],
    when: day('2027-03-10'),
  },
  { code: 'II.2', title: 'Recruitment', parent: 'II', owners: ['all-members'], objectives: ['6'] },
];

/** Texts in three languages, one of them from right to left; and who chairs. */
/** A link that confirms another address. */
async function addressPath(test: TestApp, { account }: Person): Promise<string> {
  const change = {
    id: '0190c0de-0000-7000-8000-000000000001',
    accountId: account.id,
    email: 'other@kenya.example',
    createdAt: test.clock.now(),
    expiresAt: new Date(test.clock.now().getTime() + 86_400_000),
  };
  await test.get(UnitOfWork).run((manager) => manager.insert(AddressChange, change));
  return `/address/${await test.get(PasswordsService).makeLink(account.id, 'address-old', change.id)}`;
}

async function inSeveralLanguages(test: TestApp, { actor }: Person) {
  const mechanisms = test.get(MechanismsService);
  const { version } = await mechanisms.find(MECHANISM);
  await mechanisms.update(
    actor,
    MECHANISM,
    readInput(MechanismPatch, { version, language: 'en', languages: ['fr', 'ar'] }),
  );
  const chair = { office: 'chair', state: 'EGY', fromDay: '2026-01-01', source: 'A declaration' };
  const term = await test.get(TermsService).add(actor, MECHANISM, readInput(TermInput, chair));
  return { term: term.id };
}

/** Rules of every kind, one switched off, and the mails that the first of them cause. */
async function remind(test: TestApp, secretariat: Person): Promise<string[]> {
  const rules = [
    await newRule(test, secretariat, MECHANISM, { kind: 'before-due', days: 7 }),
    await newRule(test, secretariat, MECHANISM, { kind: 'periodic', recurrence: QUARTERLY }),
  ];
  const start = test.clock.now();
  await sweepAt(test, '2027-03-02T10:00:00Z');
  await sweepAt(test, '2027-03-03T10:00:00Z');
  await sendAll(test);
  test.clock.moveTo(start);
  return rules.map(({ id }) => id);
}

/** An indicator with all that it may have, added by an amendment as the plan is adopted; and a bare one. */
async function measure(test: TestApp, { actor }: Person, item: { id: string; planId: string }) {
  const [indicators, readings] = [test.get(IndicatorsService), test.get(ReadingsService)];
  const amendment = { reason: 'To measure', decidedBy: null, decidedOn: null };
  await test.get(AmendmentsService).open(actor, item.planId, amendment);
  const add = (fields: object) => indicators.add(actor, item.id, readInput(IndicatorInput, fields));
  const full = await add({
    code: 'I.1-a',
    title: { original: 'en', texts: { en: LONG, ar: 'عدد الموظفين المدرَّبين' } },
    unit: { original: 'en', texts: { en: 'persons' } },
    baseline: { value: '1250.5', year: 2024, text: 'an estimate' },
    targets: [
      { year: 2027, value: '2000' },
      { year: 2028, text: LONG },
    ],
    source: { original: 'en', texts: { en: 'A yearbook' } },
    otherDimension: 'Sector',
  });
  const bare = await add({ title: { original: 'en', texts: { en: 'Meetings held' } } });
  await test.get(AmendmentsService).close(actor, item.planId, amendment);
  const record = (fields: object) => readings.add(actor, full.id, readInput(ReadingInput, fields));
  const wrong = await record({ period: '2025', value: '1800' });
  await readings.correct(actor, wrong.id, {
    ...readInput(ReadingInput, { period: '2025', value: '1700', note: LONG, source: 'A yearbook' }),
    reason: 'Counted twice',
  });
  for (const sex of ['female', 'male']) await record({ period: '2026-H1', value: '400', sex });
  const last = await record({
    period: '2026-Q4',
    value: '-1234567890.123',
    other: 'Agriculture',
    ageGroup: '15-24',
  });
  return { indicators: [full.id, bare.id], reading: last.id };
}

/** Kenya's entries, one in each state; and one that everybody may read. */
async function report(test: TestApp, secretariat: Person, kenya: Person, items: { id: string }[]) {
  const progress = test.get(ProgressService);
  const begin = async (item: number, narrative: string) => {
    const fields = { mechanismId: MECHANISM, as: 'state:KEN', narrative };
    return (await newEntry(test, kenya, items[item] as never, fields)).id;
  };
  const submit = async (item: number, narrative: string) => {
    const id = await begin(item, narrative);
    await progress.submit(kenya.actor, id);
    return id;
  };
  const accept = async (item: number, narrative: string) => {
    const id = await submit(item, narrative);
    await progress.accept(secretariat.actor, id);
    return id;
  };
  const entries = {
    draft: await begin(0, 'A beginning'),
    submitted: await submit(1, 'Two\n\nparagraphs, and an address: https://example.org/' + 'a'.repeat(120)),
    returned: await submit(2, 'A text that came back'),
    accepted: await accept(1, LONG),
    open: await accept(4, 'A text that everybody may read'),
    withdrawn: await accept(3, 'A text taken back'),
  };
  await progress.sendBack(secretariat.actor, entries.returned, 'Which ministry?');
  await progress.withdraw(kenya.actor, entries.withdrawn);
  await progress.disclose(kenya.actor, entries.accepted, { visibility: 'mechanism', release: 'attributed' });
  await progress.disclose(kenya.actor, entries.open, { visibility: 'public', release: 'unattributed' });
  const evidence = test.get(EvidenceService);
  const file = {
    name: 'Report of the meeting.pdf',
    stream: Readable.from([Buffer.from('%PDF-1.4\n%%EOF\n')]),
  };
  await evidence.addFile(kenya.actor, entries.draft, file);
  await evidence.addLink(kenya.actor, entries.draft, { title: 'The law', url: 'https://example.org/law' });
  return entries;
}

/**
 * A plan that follows the first: with totals that contradict, money, references, an item for the whole plan, one carried
 * over and amended; another with an amendment under way; priorities that hold, are to come and have ended.
 */
async function amend(test: TestApp, { actor }: Person, former: Plan, items: PlanItem[]) {
  const texts = { en: 'The plan that follows', fr: 'Le plan suivant', ar: 'الخطة التالية' };
  const fields = {
    title: { original: 'fr', texts },
    kind: 'annual',
    levelNames: 'Theme\nActivity',
    statedTotals: '125 activities (the plan, p. 4)\n2 themes\n9 initiatives',
    formerPlanId: former.id,
    parentPlanId: former.id,
  };
  const plans = test.get(PlansService);
  const fixed = await plans.create(actor, MECHANISM, readInput(PlanInput, fields));
  const item = await test.get(ItemsService).add(
    actor,
    fixed.id,
    readInput(NewItemInput, {
      code: 'C',
      title: { original: 'fr', texts: { fr: 'Communication', en: 'Communication to the public' } },
      funding: { currency: 'EUR', needed: '1250000.50', pledged: '1000000', gap: '300000' },
      references: ['sdg:10.7', 'jvap:4', 'Agenda 2063:Goal 4'],
      crossCutting: true,
      institutional: true,
    }),
  );
  await test.get(CarryOverService).carry(actor, fixed.id, { items: [items[0]!.id], parentId: null });
  const adoption = { by: 'A meeting', on: '2027-02-01' };
  await plans.move(actor, fixed.id, 'adopt', adoption);
  const { plan: open, items: opened } = await newPlan(test, MECHANISM, [{ code: '1', title: LONG }]);
  const amendments = test.get(AmendmentsService);
  const amendment = { reason: `${LONG}\n\nAnd more`, decidedBy: 'Senior Officials', decidedOn: '2027-02-20' };
  for (const id of [fixed.id, open.id]) await amendments.open(actor, id, amendment);
  const { version } = await plans.find(actor, fixed.id);
  const changed = { ...fields, levelNames: 'Theme', version };
  await plans.update(actor, fixed.id, readInput(PlanChange, changed));
  await test.get(ItemMovesService).move(actor, item.id, { parentId: null, position: 1 });
  await amendments.close(actor, fixed.id, amendment);
  const priorities = test.get(PrioritiesService);
  const set = (from: string, until: string | null) =>
    priorities.set(
      actor,
      former.id,
      readInput(PriorityInput, { items: [items[1]!.id], setBy: 'Chair: Egypt', from, until }),
    );
  const [priority] = await set('2027-01-01', '2027-12-31');
  await set('2026-01-01', '2026-12-31');
  await set('2028-01-01', null);
  return { fixed: fixed.id, open: open.id, item, openItem: opened[0]!, priority: priority!.id };
}

/** Submissions on each step of their way. */
async function compile(test: TestApp, { actor }: Person) {
  const submissions = test.get(SubmissionsService);
  const begin = async (cycleId: string, language = 'en') => {
    const title = `Input to ${cycleId}`;
    return (
      await submissions.open(actor, MECHANISM, readInput(SubmissionInput, { cycleId, language, title }))
    ).id;
  };
  const compiled = async (cycleId: string, language?: string) => {
    const id = await begin(cycleId, language);
    await submissions.compile(id);
    return id;
  };
  const ids = {
    opened: await begin('imrf-2026'),
    busy: await begin('imrf-2030'),
    arabic: await compiled('regional-3', 'ar'),
    compiled: await compiled('regional-3'),
    circulated: await compiled('regional-2'),
    submitted: await compiled('regional-3', 'fr'),
  };
  await submissions.requestCompilation(actor, ids.busy);
  await submissions.circulate(actor, ids.circulated);
  await submissions.circulate(actor, ids.submitted);
  await submissions.clear(actor, ids.submitted);
  await submissions.freeze(actor, ids.submitted);
  return ids;
}
