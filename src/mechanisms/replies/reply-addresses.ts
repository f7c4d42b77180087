import type { Actor, Grant } from '../../platform/http/actor.js';
import type { Mechanism } from '../mechanism/mechanism.entity.js';
import type { Mailbox, MailOrigin } from '../../platform/mail/mail-origin.js';

/** Somebody as far as it matters who may write to whom. */
export type Correspondent = Pick<Actor, 'accountId' | 'name' | 'grants'> & { email: string };

/** A mechanism with those who may be asked about it. */
export interface Office {
  id: string;
  shortName: string;
  shortNames?: Mechanism['shortNames'];
  /** The secretariat's shared address, where it has one. */
  replyAddress: string | null;
  /** Its own colour, as it chose it. */
  colour?: string | null;
  /** Of the secretariat today; who has been so longest comes first. */
  secretariat: readonly Correspondent[];
}

/**
 * `person`: somebody by name. `actor`: whoever did what the mail tells of, who is not named in it. `office`: the
 * secretariat. `house`: who runs the installation. `nobody`: no address is known that the reader may know.
 */
export type ReplyWay = 'person' | 'actor' | 'office' | 'house' | 'nobody';

export interface Replies {
  way: ReplyWay;
  /** Whom to ask, by name. */
  names: readonly string[];
  to: readonly Mailbox[];
}

interface Question {
  recipient: Correspondent;
  outside: boolean;
  /** Of the mechanism that asks first; null for a mail about the account of somebody who has a part in none, or in several. */
  office: Office | null;
  asker: Correspondent | null;
  within: MailOrigin['within'];
  /** Those whose matter alone it is. */
  delegation: readonly Correspondent[];
  house: readonly Mailbox[];
}

/** So many of a secretariat get a reply when it has no shared address. */
const MOST = 5;

/**
 * Whom a reply goes to. An address is shown to those who may know it: a secretariat's to all who have a part in the
 * mechanism; a delegation's people's to each other and to the secretariat, and to no other delegation.
 */
export function repliesTo(question: Question): Replies {
  const { recipient, outside, office, asker, within, delegation, house } = question;
  if (outside && asker && asker.accountId === recipient.accountId)
    return { way: 'person', names: [asker.name], to: [mailboxOf(asker)] };
  if (office && within) return withinDelegation(office, within, question, delegation);
  if (office && asker && asker.accountId !== recipient.accountId) {
    const { replyAddress, shortName: name } = office;
    if (holds(asker, office.id, 'secretariat'))
      return {
        way: 'person',
        names: [asker.name],
        to: replyAddress ? [{ name, address: replyAddress }] : [mailboxOf(asker)],
      };
    if (areColleagues(asker, recipient, office.id))
      return { way: 'person', names: [asker.name], to: [mailboxOf(asker)] };
    // Which State acted is not in a mail, which may be passed on; a reply reaches it all the same.
    if (holds(recipient, office.id, 'secretariat') && asker.grants.some(({ scope }) => scope === office.id))
      return { way: 'actor', names: [], to: [mailboxOf(asker)] };
  }
  const ofOffice = office && secretariatOf(office, recipient);
  if (ofOffice && ofOffice.to.length > 0) return ofOffice;
  return house.length > 0 ? { way: 'house', names: [], to: house } : { way: 'nobody', names: [], to: [] };
}

/** The secretariat's shared address, else its people; the reader's own is no use to them. */
export function secretariatOf(
  { shortName, replyAddress, secretariat }: Office,
  reader?: Correspondent,
): Replies {
  const others = secretariat.filter(({ accountId }) => accountId !== reader?.accountId).slice(0, MOST);
  const to = replyAddress ? [{ name: shortName, address: replyAddress }] : others.map(mailboxOf);
  return { way: 'office', names: others.map(({ name }) => name), to };
}

function withinDelegation(
  office: Office,
  within: Pick<Grant, 'role' | 'subject'>,
  { asker, recipient }: Question,
  delegation: readonly Correspondent[],
): Replies {
  const isOfThem = (one: Correspondent) => holds(one, office.id, within.role, within.subject);
  if (asker && asker.accountId !== recipient.accountId && isOfThem(asker))
    return { way: 'person', names: [asker.name], to: [mailboxOf(asker)] };
  const others = delegation.filter((one) => one.accountId !== recipient.accountId && isOfThem(one));
  // Alone in a delegation, one's reply comes back: to anybody else it would say too much.
  const people = others.length > 0 ? others : [recipient];
  return { way: 'person', names: people.map(({ name }) => name), to: people.map(mailboxOf) };
}

const mailboxOf = ({ name, email: address }: Correspondent): Mailbox => ({ name, address });

const holds = ({ grants }: Pick<Actor, 'grants'>, scope: string, role: string, subject?: string | null) =>
  grants.some(
    (grant) =>
      grant.scope === scope && grant.role === role && (subject === undefined || grant.subject === subject),
  );

/** Whether two speak for the same State or partner. */
const areColleagues = (one: Correspondent, other: Correspondent, scope: string) =>
  one.grants.some(
    ({ role, subject, scope: where }) =>
      where === scope && subject !== null && holds(other, scope, role, subject),
  );
