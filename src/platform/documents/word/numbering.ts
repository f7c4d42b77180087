import { AlignmentType, LevelFormat, LevelSuffix, type INumberingOptions } from 'docx';
import { lettering, paragraphNumber } from '../list-markers.js';
import type { Prepared } from '../prepared.js';
import { STEP } from './page.js';

// The library finds its lists by `{reference-instance}` anywhere in the finished XML, also in a sentence someone wrote.
// No text can hold this character (see clean.ts), so no sentence can be taken for a reference.
const MARK = '\ufffe';

/** The list that all numbered paragraphs of a document in this language are in. */
export const paragraphNumbers = (language: string) =>
  `paragraphs-${lettering(language).abjad ? 'ar' : ''}${MARK}`;

/** The list that lettered items in this language are in; every list of the document is an instance of its own. */
export function letters(language: string): string {
  const { abjad, open } = lettering(language);
  return `letters-${abjad ? 'abjad' : 'latin'}${open}${MARK}`;
}

/** The numbering definitions of a document: Word counts with these, and counts again when someone adds a paragraph. */
export function wordNumbering({ language, blocks }: Prepared): INumberingOptions {
  const languages = blocks.flatMap((block) =>
    block.type === 'list' ? [block.items[0]?.language ?? language] : [],
  );
  const lists = new Map(languages.map((one) => [letters(one), lettering(one)]));
  return {
    config: [
      {
        reference: paragraphNumbers(language),
        levels: [
          {
            level: 0,
            format: LevelFormat.DECIMAL,
            text: paragraphNumber('%1', language),
            alignment: AlignmentType.START,
            suffix: LevelSuffix.TAB,
            style: {
              style: 'NumberedText',
              paragraph: { indent: { left: 0, hanging: 0 }, leftTabStop: STEP },
            },
          },
        ],
      },
      ...[...lists].map(([reference, { abjad, open }]) => ({
        reference,
        levels: [
          {
            level: 0,
            format: abjad ? LevelFormat.ARABIC_ABJAD : LevelFormat.LOWER_LETTER,
            text: `${open}%1)`,
            alignment: AlignmentType.START,
            suffix: LevelSuffix.TAB,
            style: { paragraph: { indent: { left: STEP * 2, hanging: STEP } } },
          },
        ],
      })),
    ],
  };
}
