type DeedRule = { steps: true } | { steps: false; why: string };

/**
 * All that makes a delegation's words visible to somebody outside it, and whether the steps that a delegation has
 * settled guard it. What only narrows who reads, or takes back, is no deed: an owner may do that at any time.
 */
export const DEEDS = {
  /** A working text goes to the secretariats of the mechanisms it is in, with the use chosen for each. */
  entry: { steps: true },
  /** What was submitted may be seen by more people in a mechanism, or used further in its documents. */
  'entry-use': { steps: true },
  /** What was submitted goes to another mechanism too. */
  'entry-link': { steps: true },
  /** Words other than the entry's own, a secretariat's or the delegation's, are used for it in documents. */
  summary: { steps: true },
  'practice-offer': { steps: true },
  'practice-share': { steps: true },
  /** A request for support is opened to more people, or what they read of it changes. */
  support: { steps: true },
  message: {
    steps: false,
    why: 'Correspondence: a person writes under their own name to people who can answer. It is in no record or document.',
  },
  advice: {
    steps: false,
    why: 'A peer advises a colleague of another delegation under their own name. Its owner alone reads it.',
  },
} as const satisfies Record<string, DeedRule>;

export type DeedKind = keyof typeof DEEDS;
/** Kinds that the steps guard. */
export type GuardedKind = { [K in DeedKind]: (typeof DEEDS)[K]['steps'] extends true ? K : never }[DeedKind];

export const isGuarded = (kind: DeedKind): kind is GuardedKind => DEEDS[kind].steps;
