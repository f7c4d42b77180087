import type { ItemOwner } from '../../plans/plan/plan.entity.js';
import type { RoundAddressee, RoundQuestion } from '../round/round.entity.js';
import type { AddresseeKind } from '../round/vocabulary.js';

type Addressee = Pick<RoundAddressee, 'kind' | 'subject'>;
type Owner = Pick<ItemOwner, 'kind' | 'subject'>;

/** `state:KEN`, `partner:Name` */
export const keyOf = ({ kind, subject }: Addressee) => `${kind}:${subject}`;

/** The other direction; null for what is no key. */
export function addresseeOf(key: string): Addressee | null {
  const [, kind, subject] = /^(state|partner):(.+)$/s.exec(key) ?? [];
  return subject ? { kind: kind as AddresseeKind, subject } : null;
}

/**
 * Whether a question is put to an addressee. `owners` are those of the question's item, as the plan has them now. A
 * plan names groups whose States nobody has listed: an item that only a group owns concerns none by itself, and the
 * secretariat chooses whom to ask. A question without an item has no owners and is everybody's unless chosen.
 */
export function isPutTo(
  question: Pick<RoundQuestion, 'kind' | 'asked' | 'chosen'>,
  owners: readonly Owner[],
  addressee: Addressee,
): boolean {
  if (question.asked === 'everybody') return true;
  if (question.asked === 'chosen') return (question.chosen ?? []).includes(keyOf(addressee));
  if (question.kind !== 'item') return true;
  return owners.some((owner) => names(owner, addressee));
}

/** Whether a text about these items answers a question: one about no item is answered by what was begun for it. */
export const isAbout = (items: readonly { id: string }[], { itemId }: Pick<RoundQuestion, 'itemId'>) =>
  itemId === null || items.some(({ id }) => id === itemId);

function names(owner: Owner, { kind, subject }: Addressee): boolean {
  if (kind === 'state')
    return owner.kind === 'all-members' || (owner.kind === 'state' && owner.subject === subject);
  return owner.kind === 'partner' && sameName(owner.subject ?? '', subject);
}

/** Names of partners are typed by people, in plans and in invitations: "IOM" and "iom " are one. */
const sameName = (a: string, b: string) => folded(a) === folded(b);
const folded = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();
