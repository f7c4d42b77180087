/** How what was typed came to the secretariat. */
export const TRANSCRIPT_WAYS = ['mail', 'paper', 'file', 'spoken'] as const;
export type TranscriptWay = (typeof TRANSCRIPT_WAYS)[number];

export const TRANSCRIPT_STATES = ['waiting', 'confirmed', 'refused', 'withdrawn'] as const;
export type TranscriptState = (typeof TRANSCRIPT_STATES)[number];
