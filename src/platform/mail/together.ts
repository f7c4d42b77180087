import type { Letter, LetterItem } from './letter.js';

/**
 * Several letters of one kind as one: the subject of each is a line with its link. What all of them say is said once.
 * Nothing is said twice either where two are the same to the reader, as two messages of one conversation are.
 */
export function together(letters: readonly Letter[]): Letter {
  const [first] = letters;
  if (!letters.every(hasLink))
    return { ...first!, ...counted(letters), paragraphs: unique(paragraphsOf(letters)) };
  const withItems = letters.every(({ items }) => items?.length);
  const lines = new Map(
    letters.map((letter) => {
      const line = lineOf(letter);
      return [JSON.stringify(line), line];
    }),
  );
  if (lines.size === 1) return first!;
  return {
    ...first!,
    ...counted([...lines.values()].map(({ title: subject }) => ({ subject }))),
    paragraphs: withItems ? unique(paragraphsOf(letters)) : [],
    items: [...lines.values()],
    // With its line, unless it is of them all.
    action: withItems ? first!.action : undefined,
  };
}

const hasLink = ({ items, action }: Letter) => Boolean(items?.length) || action !== undefined;

function lineOf({ subject: title, paragraphs, items: [item] = [], action }: Letter): LetterItem {
  return item
    ? { ...item, title, language: undefined }
    : { title, detail: paragraphs.join(' '), href: action!.href, action: action!.label };
}

const counted = (letters: readonly Pick<Letter, 'subject'>[]) => ({
  subject: letters.length > 1 ? `${letters[0]!.subject} (+${letters.length - 1})` : letters[0]!.subject,
});

const paragraphsOf = (letters: readonly Letter[]) => letters.flatMap(({ paragraphs }) => paragraphs);
const unique = (words: readonly string[]) => [...new Set(words)];
