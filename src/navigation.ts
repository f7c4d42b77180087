import { can } from './accounts/roles.js';
import type { NavigationItem } from './platform/web/page-context.js';

/** The navigation by noun, in the order it is shown. */
export const navigation: readonly NavigationItem[] = [
  { label: 'nav.asked', href: '/', shown: (actor) => actor.kind !== 'visitor' },
  { label: 'nav.mechanisms', href: '/mechanisms', shown: () => true },
  { label: 'nav.meetings', href: '/meetings', shown: (actor) => can(actor, 'meetings.read', null) },
  { label: 'nav.progress', href: '/progress', shown: (actor) => can(actor, 'progress.read', null) },
  { label: 'nav.practices', href: '/practices', shown: () => true },
  { label: 'nav.submissions', href: '/submissions', shown: (actor) => can(actor, 'submissions.read', null) },
  { label: 'nav.cycles', href: '/review-cycles', shown: () => true },
  { label: 'nav.framework', href: '/framework', shown: () => true },
  {
    label: 'nav.secretKeys',
    href: '/secret-keys',
    shown: (actor) => can(actor, 'installation.manage', null),
  },
  { label: 'nav.accounts', href: '/accounts', shown: (actor) => can(actor, 'installation.manage', null) },
  { label: 'nav.mails', href: '/mails', shown: (actor) => can(actor, 'installation.manage', null) },
  { label: 'nav.mailbox', href: '/mailbox', shown: (actor) => can(actor, 'installation.manage', null) },
];
