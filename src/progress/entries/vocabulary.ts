export const REPORTER_KINDS = ['secretariat', 'state', 'partner'] as const;
export type ReporterKind = (typeof REPORTER_KINDS)[number];

export const ENTRY_STATES = ['draft', 'submitted', 'accepted', 'returned', 'withdrawn'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** Who may read an accepted entry, from the narrowest: the delegation and the secretariat, the mechanism's people, everybody. */
export const VISIBILITIES = ['delegation', 'mechanism', 'public'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Use in documents, from the narrowest: not at all, as "one member State", by name. */
export const RELEASES = ['none', 'unattributed', 'attributed'] as const;
export type Release = (typeof RELEASES)[number];
