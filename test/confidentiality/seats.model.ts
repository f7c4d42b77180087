/*
 * Seats, written down once more as plainly as can be, from docs/decisions/2026-11-seats.md: who is there, which roles
 * they have had, and which wait. Each act answers what comes of it; null where it is refused.
 */

export interface Somebody {
  email: string;
  /** Mailboxes they have or had. */
  had: Set<string>;
  administrator: boolean;
  closedAt: Date | null;
}

interface Wanted {
  role: string;
  subject: string | null;
  deputy: boolean;
  from: string;
  until: string | null;
}
export interface Seat extends Wanted {
  id: string;
  who: Somebody;
  endedAt: Date | null;
  fromOutside: boolean;
}
export interface Waiting extends Wanted {
  id: string;
  who: Somebody;
  stage: 'office' | 'delegation';
  /** From when on it holds by itself; null when it does not. */
  holdsFrom: Date | null;
  since: Date;
  /** Who was written to, and when that went out. */
  notices: Map<Somebody, Date | 'dropped' | null>;
  replaces: Seat | null;
}
export interface Model {
  now: Date;
  people: Somebody[];
  seats: Seat[];
  waiting: Waiting[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The mechanism's, all year. */
export const ZONE = 'Asia/Colombo';
const dayOf = (moment: Date) => new Date(moment.getTime() + 5.5 * HOUR).toISOString().slice(0, 10);
export const dayAfter = (moment: Date, days: number) => dayOf(new Date(moment.getTime() + days * DAY));
const shifted = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

const mailbox = (email: string) => email.replace(/\+[^@]*/, '');
export const somebody = (email: string, administrator = false): Somebody => ({
  email,
  had: new Set([mailbox(email)]),
  administrator,
  closedAt: null,
});
const isSame = (one: Somebody, other: Somebody) => [...one.had].some((box) => other.had.has(box));

export const isOver = ({ endedAt, until }: Seat, at: Date) =>
  (endedAt !== null && endedAt <= at) || (until !== null && until < dayOf(at));
export const isHeld = ({ now }: Model, seat: Seat) =>
  !isOver(seat, now) && seat.from <= dayOf(now) && seat.who.closedAt === null;
export const holds = (model: Model, who: Somebody, role: string, subject?: string | null) =>
  model.seats.some(
    (seat) =>
      seat.who === who &&
      seat.role === role &&
      (subject === undefined || seat.subject === subject) &&
      isHeld(model, seat),
  );
export const manages = (model: Model, who: Somebody) =>
  who.closedAt === null && (who.administrator || holds(model, who, 'secretariat'));

/** Those who hold a role for the same one, today or later, and those whom somebody else ended a short while ago. */
function peopleOf(model: Model, { role, subject }: Pick<Wanted, 'role' | 'subject'>) {
  const all = model.seats.filter((seat) => seat.role === role && seat.subject === subject);
  const there = all.filter((seat) => !isOver(seat, model.now) && !seat.who.closedAt).map(({ who }) => who);
  const month = new Date(model.now.getTime() - 30 * DAY);
  const ended = all.filter(
    (seat) => !isOver(seat, month) && (seat.fromOutside || (seat.who.closedAt ?? month) > month),
  );
  return { there, former: ended.map(({ who }) => who).filter((who) => !there.includes(who)) };
}

const isDelegations = (role: string) => role === 'focal-point' || role === 'partner';
const OFFICE = { role: 'secretariat', subject: null };
export function askedAbout(model: Model, waiting: Waiting): Somebody[] {
  const { there, former } = peopleOf(model, waiting.stage === 'office' ? OFFICE : waiting);
  return [...there, ...former].filter((who) => who !== waiting.who);
}

const meet = (one: Wanted, other: Wanted) =>
  [one, other].every(({ from, until }) => until === null || from <= until) &&
  (one.until === null || other.from <= one.until) &&
  (other.until === null || one.from <= other.until);
const isState = (role: string) => role === 'focal-point' || role === 'chair';
const areOpposed = (one: string, other: string) =>
  (one === 'secretariat' && isState(other)) || (other === 'secretariat' && isState(one));

function fits(model: Model, who: Somebody, wanted: Wanted, self?: Waiting): boolean {
  const known = [
    ...model.seats.filter((seat) => !isOver(seat, model.now)),
    ...model.waiting.filter((one) => one !== self),
  ].filter((one) => meet(one, wanted));
  const { role, subject, deputy } = wanted;
  return !known.some(
    (one) =>
      (one.who === who && one.role === role && one.subject === subject && one.deputy === deputy) ||
      (isSame(one.who, who) && areOpposed(one.role, role)),
  );
}

const afterThreeDays = (since: Date) =>
  new Date(Date.parse(`${shifted(dayOf(since), 4)}T00:00:00Z`) - 5.5 * HOUR);

/** What a seat waits for that the secretariat has agreed to. */
function delegationStage(model: Model, by: Somebody | null, who: Somebody, wanted: Wanted): boolean {
  const { role, subject, from, until } = wanted;
  if (!isDelegations(role)) return false;
  if (by && holds(model, by, role, subject)) return false;
  const readsAnyway = model.seats.some(
    (seat) =>
      seat.who === who &&
      seat.role === role &&
      seat.subject === subject &&
      !isOver(seat, model.now) &&
      seat.from <= from &&
      (seat.until === null || (until !== null && seat.until >= until)),
  );
  const { there, former } = peopleOf(model, wanted);
  return !readsAnyway && there.length + former.length > 0;
}

function wait(model: Model, one: Omit<Waiting, 'notices' | 'since'>): Waiting {
  const waiting: Waiting = { ...one, since: model.now, notices: new Map() };
  for (const who of askedAbout(model, waiting)) waiting.notices.set(who, null);
  model.waiting.push(waiting);
  return waiting;
}

function hold(model: Model, who: Somebody, wanted: Wanted & { id: string }, replaces: Seat | null): Seat {
  const { id, role, subject, deputy, from, until } = wanted;
  const seat = { id, who, role, subject, deputy, from, until, endedAt: null, fromOutside: false };
  model.seats.push(seat);
  const last = shifted(from, -1);
  if (replaces && (replaces.until === null || replaces.until > last)) {
    replaces.until = last;
    if (from <= dayOf(model.now)) replaces.endedAt = model.now;
  }
  return seat;
}

function drop(model: Model, one: Waiting): Waiting {
  model.waiting = model.waiting.filter((waiting) => waiting !== one);
  return one;
}

type Outcome = Seat | Waiting | null;

export function ask(
  model: Model,
  by: Somebody,
  email: string,
  wanted: Wanted,
  replaces: Seat | null = null,
): Outcome {
  const known = model.people.find((one) => one.email === email);
  const who = known ?? somebody(email);
  const colleague =
    (isDelegations(wanted.role) && holds(model, by, wanted.role, wanted.subject)) || replaces?.who === by;
  if (!replaces && !manages(model, by)) return null;
  if (who.closedAt || isSame(by, who) || !fits(model, who, wanted)) return null;
  if (!known) model.people.push(who);
  const seat = { ...wanted, id: '', who, replaces };
  const office = peopleOf(model, OFFICE);
  if (!colleague && !holds(model, by, 'secretariat') && office.there.length + office.former.length > 0) {
    const holdsFrom = office.there.length > 0 ? null : afterThreeDays(model.now);
    return wait(model, { ...seat, stage: 'office', holdsFrom });
  }
  if (delegationStage(model, by, who, wanted))
    return wait(model, { ...seat, stage: 'delegation', holdsFrom: afterThreeDays(model.now) });
  return hold(model, who, seat, replaces);
}

const HANDED_OVER = ['focal-point', 'chair', 'secretariat'];

export function handOver(model: Model, by: Somebody, seat: Seat, email: string, from: string): Outcome {
  const { role, subject, deputy, until } = seat;
  const own = seat.who === by && holds(model, by, role, subject);
  const hasRoute = HANDED_OVER.some((one) => holds(model, by, one));
  if (!HANDED_OVER.includes(role) || !hasRoute || !(own || manages(model, by))) return null;
  const isNamed =
    model.waiting.some(({ replaces }) => replaces === seat) ||
    model.seats.some(
      (one) =>
        one.role === role &&
        one.subject === subject &&
        one.deputy === deputy &&
        until !== null &&
        one.from === shifted(until, 1) &&
        (one.until === null || one.until >= one.from),
    );
  if (from < dayOf(model.now) || isNamed) return null;
  if (isOver(seat, model.now) || (until !== null && until < shifted(from, -1))) return null;
  const speaks = model.seats.some(
    (one) =>
      one.who.email === email &&
      one.role === role &&
      one.subject === subject &&
      !isOver(one, model.now) &&
      (one.until === null || one.until >= from),
  );
  return speaks ? null : ask(model, by, email, { role, subject, deputy, from, until: null }, seat);
}

/** A secretariat may not leave its mechanism without one: somebody else has to stay at least as long. */
const leavesNoOffice = (model: Model, { who, role, until }: Seat, last: string) =>
  role === 'secretariat' &&
  !model.seats.some(
    (one) =>
      one.role === role &&
      one.who !== who &&
      !one.who.closedAt &&
      !isOver(one, model.now) &&
      one.from <= shifted(last, 1) &&
      (one.until === null || (until !== null && one.until >= until)),
  );

export function end(model: Model, by: Somebody, seat: Seat, last: string | null): Seat | null {
  if (!manages(model, by) || isOver(seat, model.now)) return null;
  const today = dayOf(model.now);
  if (last !== null && (last < today || (seat.until !== null && last > seat.until))) return null;
  if (!by.administrator && leavesNoOffice(model, seat, last ?? today)) return null;
  seat.fromOutside = !holds(model, by, seat.role, seat.subject);
  seat.until = last ?? today;
  if (last === null) seat.endedAt = model.now;
  return seat;
}

export const withdraw = (model: Model, by: Somebody, one: Waiting) =>
  manages(model, by) ? drop(model, one) : null;

export const object = (model: Model, by: Somebody, one: Waiting) =>
  !by.closedAt && askedAbout(model, one).includes(by) ? drop(model, one) : null;

export function confirm(model: Model, by: Somebody, one: Waiting): Outcome {
  const { role, subject } = one.stage === 'office' ? OFFICE : one;
  if (!holds(model, by, role, subject) || isSame(by, one.who)) return null;
  proceed(model, by, one);
  return one;
}

function proceed(model: Model, by: Somebody | null, one: Waiting): void {
  drop(model, one);
  if (one.stage === 'office' && delegationStage(model, by, one.who, one)) {
    wait(model, { ...one, stage: 'delegation', holdsFrom: afterThreeDays(model.now) });
    return;
  }
  const today = dayOf(model.now);
  const wanted = { ...one, from: one.from > today ? one.from : today };
  if (one.who.closedAt || (wanted.until !== null && wanted.until < wanted.from)) return;
  if (!fits(model, one.who, wanted, one)) return;
  hold(model, one.who, wanted, one.replaces && !isOver(one.replaces, model.now) ? one.replaces : null);
}

export function close(model: Model, by: Somebody, who: Somebody): Somebody | null {
  if (!by.administrator || who.administrator || who.closedAt) return null;
  who.closedAt = model.now;
  for (const seat of model.seats) if (seat.who === who) end(model, by, seat, null);
  model.waiting = model.waiting.filter((one) => one.who !== who);
  return who;
}

/** What waits to be sent goes out, to whoever is still asked. */
export function sendNotices(model: Model): void {
  for (const one of model.waiting)
    for (const [who, at] of one.notices)
      if (at === null)
        one.notices.set(who, askedAbout(model, one).includes(who) && !who.closedAt ? model.now : 'dropped');
}

/** Those whose days are over hold; the days begin when the last one was told. */
export function sweep(model: Model): void {
  const due = model.waiting
    .filter(({ holdsFrom }) => holdsFrom !== null && holdsFrom <= model.now)
    .sort((one, other) => one.holdsFrom!.getTime() - other.holdsFrom!.getTime());
  for (const one of due) {
    const notices = [...one.notices.values()];
    if (notices.includes(null)) continue;
    const told = notices.filter((at) => at instanceof Date).map((at) => at.getTime());
    const ends = afterThreeDays(new Date(Math.max(one.since.getTime(), ...told)));
    if (ends > model.now) one.holdsFrom = ends > one.holdsFrom! ? ends : one.holdsFrom;
    else proceed(model, null, one);
  }
}
