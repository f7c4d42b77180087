/** What became of a question's box: words in it, none, or no box with its mark. */
export const BOX_STATUSES = ['read', 'emptyInFile', 'notFoundInFile'] as const;
export type BoxStatus = (typeof BOX_STATUSES)[number];

/** Where a text stood that is in no box. */
export const PLACES = ['before', 'under', 'beside', 'last', 'box', 'other', 'margin', 'closed'] as const;
export type Place = (typeof PLACES)[number];

/** A text that is in no box: somebody says where it belongs. */
export interface Leftover {
  text: string;
  place: Place;
  /** Number of the question that it stands at, from 1. */
  question: number | null;
  /** Id of the answer it certainly belongs to. */
  likely: string | null;
}

/** What is in a file and is not read: said, so that nobody waits for it. */
export interface FileNotices {
  pictures: number;
  comments: number;
  struck: boolean;
  hidden: boolean;
  tracked: boolean;
}

/** All that was written into a Word form. */
export interface FilledForm {
  /** By id of the answer. */
  boxes: Record<string, { status: BoxStatus; text: string }>;
  leftovers: Leftover[];
  notices: FileNotices;
}

/** The words of boxes that hold any: one that is empty changes nothing. */
export const answersOf = (boxes: FilledForm['boxes']): Record<string, { narrative: string }> =>
  Object.fromEntries(
    Object.entries(boxes).flatMap(([id, { status, text }]) =>
      status === 'read' ? [[id, { narrative: text }] as const] : [],
    ),
  );
