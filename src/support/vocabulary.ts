export const SUPPORT_STATES = ['open', 'talks', 'met', 'closed'] as const;
export type SupportState = (typeof SUPPORT_STATES)[number];
