const LATIN = [...'abcdefghijklmnopqrstuvwxyz'];
const ABJAD = [...'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'];
const ALIF_BA = [...'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'];
const CYRILLIC = [...'абвгдежзиклмнопрстуфхцчшщэюя'];
const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const roman = (number: number): string => {
  const step = ROMAN.find(([least]) => number >= least);
  return step && number < 10_000 ? step[1] + roman(number - step[0]) : '';
};

/** a ... z, aa, bb, as Word counts. */
const lettered = (alphabet: string[]) => (number: number) =>
  number > 0
    ? alphabet[(number - 1) % alphabet.length]!.repeat(Math.min(20, Math.ceil(number / alphabet.length)))
    : '';

const digits = (zero: number) => (number: number) =>
  String(number).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/** The formats of `ST_NumberFormat` (ISO/IEC 29500-1) that lists of these languages have; the rest count 1, 2, 3. */
const FORMATS: Record<string, (number: number) => string> = {
  lowerLetter: lettered(LATIN),
  upperLetter: (number) => lettered(LATIN)(number).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (number) => roman(number).toUpperCase(),
  arabicAbjad: lettered(ABJAD),
  arabicAlpha: lettered(ALIF_BA),
  russianLower: lettered(CYRILLIC),
  russianUpper: (number) => lettered(CYRILLIC)(number).toUpperCase(),
  hindiNumbers: digits(0x966),
  decimalZero: (number) => String(number).padStart(2, '0'),
  none: () => '',
};

export const formatNumber = (number: number, format: string): string => (FORMATS[format] ?? String)(number);
