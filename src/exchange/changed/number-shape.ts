/** What "1E+01" may have been: `1E1`, `1E01`, or 10. Null when it is no power, empty when its figures are lost. */
export function powersBehind(text: string, exactly: string | undefined): string[] | null {
  const [, mantissa, sign, exponent] = /^(\d(?:[.,]\d+)?)e([+-])(\d{1,3})$/i.exec(text.trim()) ?? [];
  if (!mantissa || !exponent) return null;
  const [whole, decimals = ''] = mantissa.split(/[.,]/);
  const power = Number(exponent);
  if (/[1-9]/.test(decimals)) return exactly && /^\d+$/.test(exactly) ? [exactly] : [];
  const short = `${whole}E${sign === '-' ? '-' : ''}${power}`;
  const long = sign === '+' && power < 10 ? [`${whole}E0${power}`] : [];
  const figures = sign === '+' && power <= 15 ? [whole! + '0'.repeat(power)] : [];
  return [short, ...long, ...figures];
}

/** "1.1" may have been 1.10: a spreadsheet drops the last zero of a number. Null when it cannot have. */
export const withZero = (text: string): string | null => (/^\d{1,3}\.[1-9]$/.test(text) ? `${text}0` : null);

/** Whether a text ends in a zero that a spreadsheet would have dropped: then the column was kept as text. */
export const keepsZero = (text: string): boolean => /^\d+\.\d*0$/.test(text);
