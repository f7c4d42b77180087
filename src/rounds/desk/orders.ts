/** What the chapters of the answers as a document are. */
export const ORDERS = ['question', 'delegation'] as const;
export type Order = (typeof ORDERS)[number];
