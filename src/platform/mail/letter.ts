export interface LetterLink {
  label: string;
  href: string;
}

/** Words of somebody's own, as they were written. */
export interface LetterWords {
  label: string;
  text: string;
  /** When it is not the letter's. */
  language?: string;
}

export interface LetterItem {
  title: string;
  /** Language of the title when it is not the letter's. */
  language?: string;
  detail?: string;
  words?: readonly LetterWords[];
  href: string;
  /** Words of the link. */
  action: string;
  /** It is what the mail asks for, and looks like it. */
  button?: boolean;
  /** What else can be done about this one. */
  links?: LetterLink[];
}

/** A file that goes with a mail. */
export interface Attachment {
  filename: string;
  contentType: string;
  content: Buffer;
}

/** Whom a letter greets, and in which language. */
export interface LetterReader {
  name: string;
  email: string;
  language: string;
}

/**
 * What a mail says; the text and the HTML are made of the same parts. A link to a page is its path. Greeting, frame
 * and headers are added when it is sent.
 */
export interface Letter {
  subject: string;
  paragraphs: string[];
  items?: LetterItem[];
  /** The one thing to do. */
  action?: LetterLink;
  /** What else there is to do. */
  links?: LetterLink[];
  /** Why this mail came, and how to have fewer. */
  footer?: string[];
  /** How to have none. Mail programs offer it too, and do it with one POST. */
  unsubscribe?: LetterLink;
  attachments?: Attachment[];
  /** Somebody without an account, to whom it goes instead. */
  to?: LetterReader;
}

/** A letter with all that is written on it, and with whole addresses. */
export interface FramedLetter extends Letter {
  /** Of its buttons and links, readable on white. */
  accent?: string;
  language: string;
  greeting: string;
  footer: string[];
}
