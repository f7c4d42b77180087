import { can, voicesIn } from './accounts/roles.js';
import type { Actor } from './platform/http/actor.js';
import type { Places } from './platform/web/places/places.js';

const inside = (actor: Actor, id: string) => can(actor, 'mechanism.read', id);

/** The sections of a mechanism, in the order of its navigation, with the addresses that belong to each. */
export const places: Places = {
  base: '/mechanisms/',
  sections: [
    {
      key: 'overview',
      letter: 'o',
      label: 'section.overview',
      path: '',
      nouns: ['tasks'],
      shown: () => true,
    },
    {
      key: 'plan',
      letter: 'p',
      label: 'section.plan',
      path: '/plans',
      nouns: ['plans', 'items', 'priorities', 'plan-imports', 'board'],
      shown: () => true,
    },
    {
      key: 'progress',
      letter: 'r',
      label: 'section.progress',
      path: '/progress',
      nouns: ['progress', 'evidence', 'conversations'],
      shown: (actor, id) => can(actor, 'progress.read', id),
    },
    {
      key: 'calls',
      letter: 'c',
      label: 'section.calls',
      path: '/rounds',
      nouns: ['rounds', 'round-questions', 'transcripts'],
      shown: (actor, id) => can(actor, 'rounds.read', id),
    },
    {
      key: 'meetings',
      letter: 'm',
      label: 'section.meetings',
      path: '/meetings',
      nouns: ['meetings', 'agenda-items', 'decisions'],
      shown: () => true,
    },
    {
      key: 'practices',
      letter: 's',
      label: 'section.practices',
      path: '/practices',
      nouns: ['practices', 'support', 'hindering-factors'],
      shown: () => true,
    },
    {
      key: 'indicators',
      letter: 'i',
      label: 'section.indicators',
      path: '/indicators',
      nouns: ['indicators', 'readings'],
      shown: inside,
    },
    {
      key: 'reminders',
      letter: 'e',
      label: 'section.reminders',
      path: '/reminders',
      nouns: [],
      shown: (actor, id) => can(actor, 'reminders.manage', id),
    },
    {
      key: 'documents',
      letter: 'd',
      label: 'section.documents',
      path: '/documents',
      nouns: ['submissions', 'document-templates', 'pledges'],
      shown: (actor, id) => can(actor, 'submissions.read', id),
    },
    {
      key: 'people',
      letter: 'u',
      label: 'section.people',
      path: '/people',
      nouns: ['seats'],
      shown: (actor, id) => can(actor, 'people.manage', id),
    },
    {
      key: 'delegation',
      letter: 'y',
      label: 'section.delegation',
      // A chair has a role to hand over, and no delegation.
      labelFor: (actor, id) =>
        voicesIn(actor, id).some(({ kind }) => kind === 'state') ? 'section.delegation' : 'delegation.role',
      path: '/delegation',
      nouns: ['delegations'],
      shown: (actor, id) =>
        actor.grants.some(({ role, scope }) => scope === id && (role === 'focal-point' || role === 'chair')),
    },
    { key: 'about', label: 'section.about', path: '/about', nouns: [], shown: () => true },
    {
      key: 'settings',
      letter: 'x',
      label: 'section.settings',
      path: '/settings',
      nouns: ['edit', 'look', 'members', 'terms', 'history'],
      shown: (actor, id) => can(actor, 'mechanism.edit', id),
    },
  ],
};
