/** The State a voice speaks for (`state:KEN`); null where it is none. */
export const stateOf = (voice: string): string | null => (voice.startsWith('state:') ? voice.slice(6) : null);
