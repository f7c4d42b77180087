import { safeLink } from '../clean.js';
import { keyOfBookmark } from '../word/names.js';

export interface Field {
  instruction: string;
  /** Whether its instruction is over and what it shows has begun. */
  isShown: boolean;
}

export interface FieldLook {
  see?: string;
  link?: string;
  /** The number of a caption. */
  isCount?: boolean;
  /** The field that refers: two that stand side by side are two. */
  field?: Field;
}

export const DEEPEST_FIELD = 10;

/** What a field says of the text it shows; `page` of numbers that whoever opens the file computes anew. */
export function fieldLook(field: Field): FieldLook | 'page' {
  const [, name = '', quoted, plain] =
    /^\s*(\w+)(?:\s+(?:"([^"]*)"|([^"\s\\]\S*)))?/.exec(field.instruction) ?? [];
  const argument = quoted ?? plain ?? '';
  switch (name.toUpperCase()) {
    case 'PAGE':
    case 'NUMPAGES':
    case 'SECTIONPAGES':
    case 'PAGEREF':
      return 'page';
    case 'SEQ':
      return { isCount: true };
    case 'REF': {
      const see = keyOfBookmark(argument);
      return see ? { see, field } : {};
    }
    case 'HYPERLINK': {
      const place = /\\l\s+"([^"]*)"/.exec(field.instruction)?.[1];
      const link = safeLink(place ? `${argument}#${place}` : argument);
      return link ? { link } : {};
    }
    default:
      return {};
  }
}
