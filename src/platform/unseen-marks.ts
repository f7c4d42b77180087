const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** A text without what nobody sees: marks of direction and of width zero, soft hyphens, the mark at the beginning of a file. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, '');
