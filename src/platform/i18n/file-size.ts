import { localeOf } from './dates.js';

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** How large a file is, in words of the language: "40 bytes", "12.5 kB", « 2,1 Mo ». */
export function fileSize(bytes: number, language: string): string {
  const step = bytes < 1000 ? 0 : bytes < 999_950 ? 1 : 2;
  const unitDisplay = language === 'ar' || step === 0 ? 'long' : 'short';
  return new Intl.NumberFormat(localeOf(language), {
    maximumFractionDigits: 1,
    style: 'unit',
    unit: UNITS[step],
    unitDisplay,
  }).format(bytes / 1000 ** step);
}
