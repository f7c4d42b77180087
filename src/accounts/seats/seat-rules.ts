import { keptAddress } from '../../platform/addresses/address.js';
import { addDays } from '../../platform/i18n/day.js';
import { dayIn, startOfDay } from '../../platform/i18n/dates.js';
import type { Role } from '../roles.js';
import { meet } from './seat-period.js';

/** Days in which those told of a new seat can object, after the day they are told. */
export const NOTICE_DAYS = 3;

/** For how long whoever was ended from outside is asked about who comes instead. */
export const FORMER_DAYS = 30;

/** Who is asked about a seat: the mechanism's secretariat, or those who act for the same State or organization. */
export type Stage = 'office' | 'delegation';

/** The people of one office or delegation, by account. */
export interface Circle {
  /** Who is in it, today or later. */
  holders: readonly string[];
  /** Who was, until somebody else ended that a short while ago. */
  former: readonly string[];
}

export interface Asked {
  /** From the command line: whoever has the machine has everything. It stands in the history. */
  byCommand: boolean;
  /** By somebody of the mechanism's secretariat; otherwise it is an administrator's. */
  byOffice: boolean;
  /** By one of those the seat is among, such as a focal point who names a successor. */
  byColleague: boolean;
  /** Whether whoever gets it reads the same by another seat, for as long. */
  holdsSame: boolean;
  office: Circle;
  /** Null for a role that nobody's words hang on. */
  delegation: Circle | null;
}

/** What a new seat waits for, and whether time alone makes it hold; null when it holds at once. */
export function nextStage(asked: Asked): { stage: Stage; lapsesToHeld: boolean } | null {
  const { office, delegation } = asked;
  if (asked.byCommand || asked.byColleague) return null;
  // An administrator sets up and does not read: neither does whoever they name, until the secretariat agrees.
  if (!asked.byOffice) {
    if (office.holders.length > 0) return { stage: 'office', lapsesToHeld: false };
    if (office.former.length > 0) return { stage: 'office', lapsesToHeld: true };
  }
  if (asked.holdsSame || delegation === null) return null;
  const somebody = delegation.holders.length > 0 || delegation.former.length > 0;
  return somebody ? { stage: 'delegation', lapsesToHeld: true } : null;
}

/** The moment from which a notice given at `since` has had its days, by the days of the mechanism's zone. */
export const noticeEnds = (since: Date, zone: string): Date =>
  startOfDay(addDays(dayIn(zone, since), NOTICE_DAYS + 1), zone);

/** Last day to object. */
export const lastNoticeDay = (ends: Date, zone: string): string => addDays(dayIn(zone, ends), -1);

/** Roles whose holders read what others of the same subject have not released. */
export const hasDelegation = (role: Role): boolean => role === 'focal-point' || role === 'partner';

interface Held {
  role: Role;
  fromDay: string;
  untilDay: string | null;
}

/** On whose side a role is: what a State keeps from the secretariat must not be read by the same person. */
export const SIDES: Record<Role, 'office' | 'states' | null> = {
  secretariat: 'office',
  'focal-point': 'states',
  // Reads requests for support that are for member States only, and advises on practices as a State does.
  chair: 'states',
  partner: null,
  reader: null,
};

/** Whether one person would be on both sides of a mechanism on some day. */
export const takesBothSides = (one: Held, other: Held): boolean =>
  SIDES[one.role] !== null &&
  SIDES[other.role] !== null &&
  SIDES[one.role] !== SIDES[other.role] &&
  meet(one, other);

/** An address without what mail servers leave out, so that one mailbox is one person. */
export function mailboxOf(email: string): string {
  const [local = '', domain = ''] = keptAddress(email).split('@');
  return `${local.split('+')[0]}@${domain}`;
}
