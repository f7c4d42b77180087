import { can } from './accounts/roles.js';
import type { Actor } from './platform/http/actor.js';
import type { NavigationItem } from './platform/web/page-context.js';

/** Who works in several mechanisms has lists over all of them; who works in one finds them in its sections. */
const inSeveral = (actor: Actor) => new Set(actor.grants.map(({ scope }) => scope)).size > 1;

/** What is everywhere, in the order it is shown; the sections of a mechanism stand in `sections.data.ts`. */
export const navigation: readonly NavigationItem[] = [
  { label: 'nav.tasks', href: '/tasks', letter: 't', shown: (actor) => actor.kind !== 'visitor' },
  {
    label: 'nav.meetings',
    href: '/meetings',
    shown: (actor) => inSeveral(actor) && can(actor, 'meetings.read', null),
  },
  {
    label: 'nav.progress',
    href: '/progress',
    shown: (actor) => inSeveral(actor) && can(actor, 'progress.read', null),
  },
  {
    label: 'desk.title',
    href: '/progress/ours',
    // A secretariat finds what it reported in the section of its mechanism.
    shown: (actor) =>
      inSeveral(actor) && actor.grants.some(({ role }) => role === 'focal-point' || role === 'partner'),
  },
  {
    label: 'nav.submissions',
    href: '/submissions',
    shown: (actor) => inSeveral(actor) && can(actor, 'submissions.read', null),
  },
  { label: 'nav.mechanisms', href: '/mechanisms', shown: () => true },
  { label: 'nav.states', href: '/states', shown: () => true },
  { label: 'nav.practices', href: '/practices', shown: () => true },
  { label: 'nav.cycles', href: '/review-cycles', shown: () => true },
  { label: 'nav.framework', href: '/framework', shown: () => true },
  { label: 'help.help', href: '/help', shown: () => true },
  { label: 'nav.accounts', href: '/accounts', shown: (actor) => can(actor, 'installation.manage', null) },
  { label: 'nav.mails', href: '/mails', shown: (actor) => can(actor, 'installation.manage', null) },
  { label: 'nav.mailbox', href: '/mailbox', shown: (actor) => can(actor, 'installation.manage', null) },
  {
    label: 'nav.secretKeys',
    href: '/secret-keys',
    shown: (actor) => can(actor, 'installation.manage', null),
  },
];
