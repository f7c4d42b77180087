/**
 * Character sets of text files that have been kept for a while, by what they are for. The names are those of the
 * Encoding Standard, as `TextDecoder` knows them.
 */
export const ENCODINGS_BY_SCRIPT = {
  any: ['utf-8', 'utf-16le', 'utf-16be'],
  western: ['windows-1252', 'iso-8859-1', 'iso-8859-15', 'macintosh'],
  central: ['windows-1250', 'iso-8859-2'],
  cyrillic: ['windows-1251', 'koi8-r', 'koi8-u', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'],
  greek: ['windows-1253', 'iso-8859-7'],
  turkish: ['windows-1254', 'iso-8859-9'],
  arabic: ['windows-1256', 'iso-8859-6'],
  northern: ['iso-8859-4', 'iso-8859-10', 'iso-8859-13', 'iso-8859-14'],
  southern: ['iso-8859-3'],
} as const;

export type Script = keyof typeof ENCODINGS_BY_SCRIPT;
export type Encoding = (typeof ENCODINGS_BY_SCRIPT)[Script][number];
export const ENCODINGS = Object.values(ENCODINGS_BY_SCRIPT).flat() as readonly Encoding[];

export const scriptOf = (encoding: Encoding): Script =>
  (Object.keys(ENCODINGS_BY_SCRIPT) as Script[]).find((script) =>
    (ENCODINGS_BY_SCRIPT[script] as readonly Encoding[]).includes(encoding),
  )!;

/** The name that we have for an encoding, by any that is usual: `cp1251`, `Latin1`; what is none stays as it is. */
export function encodingNamed(label: unknown): unknown {
  if (typeof label !== 'string' || ENCODINGS.some((one) => one === label)) return label;
  const own = ENCODINGS.find((one) => one === label.toLowerCase());
  if (own) return own;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return label;
  }
}

/** As people write it: Windows-1251, KOI8-R. */
export const encodingName = (encoding: Encoding): string =>
  encoding === 'macintosh'
    ? 'Mac Roman'
    : encoding === 'x-mac-cyrillic'
      ? 'Mac Cyrillic'
      : encoding.startsWith('windows')
        ? encoding.replace('windows', 'Windows')
        : encoding.toUpperCase();

/** Those that are guessed; the others differ too little from them, or are too rare. The first counts where all is equal. */
export const GUESSED = [
  'windows-1252',
  'windows-1251',
  'windows-1256',
  'windows-1250',
  'windows-1254',
  'windows-1253',
  'macintosh',
  'koi8-r',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'koi8-u',
  'ibm866',
  'x-mac-cyrillic',
] as const satisfies readonly Encoding[];
