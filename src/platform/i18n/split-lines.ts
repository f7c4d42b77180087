/** What a form's text says line by line, without empty lines. */
export const splitLines = (value: string | null): string[] =>
  (value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
