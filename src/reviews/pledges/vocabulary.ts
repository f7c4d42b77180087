/*
 * A pledge as the United Nations Network on Migration asks for it (its page on the pledging initiative, and the
 * submission form: text of 300 to 3,000 characters, one file of up to 25 MB, up to three objectives). One part of the
 * form was not seen. Updates are after the follow-up of pledges for refugees.
 */

/** Alone, with others who do the same, with partners who each do a part, or in answer to another pledge. "Alone" is our own word. */
export const PLEDGE_KINDS = ['individual', 'common', 'partnership', 'matching'] as const;
export type PledgeKind = (typeof PLEDGE_KINDS)[number];

export const PLEDGE_NATURES = ['financial', 'human', 'process', 'policy'] as const;
export type PledgeNature = (typeof PLEDGE_NATURES)[number];

export const PLEDGE_STANDINGS = ['planned', 'in-progress', 'fulfilled'] as const;
export type PledgeStanding = (typeof PLEDGE_STANDINGS)[number];

/** Who reads it: its secretariat, the chair and the focal points too, everybody. */
export const PLEDGE_AUDIENCES = ['secretariat', 'mechanism', 'public'] as const;
export type PledgeAudience = (typeof PLEDGE_AUDIENCES)[number];

export const PLEDGE_CHARACTERS = { least: 300, most: 3000 } as const;
export const PLEDGE_OBJECTIVES = 3;
export const PLEDGE_FILE_BYTES = 25_000_000;
