const SUBJECT_TITLE = 70;

/** A title short enough for the subject of a mail. */
export const cutTitle = (text: string) =>
  text.length > SUBJECT_TITLE ? `${text.slice(0, SUBJECT_TITLE - 1).trimEnd()}…` : text;
