/** Siblings of a plan's tree on one page. */
export const SIBLINGS = 100;
