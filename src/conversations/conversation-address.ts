import type { Place } from './conversation-places.js';

/** Where a conversation is read. */
export const addressOf = ({ kind, id, scope }: Place) => `/conversations/${kind}/${id}/${scope}`;
