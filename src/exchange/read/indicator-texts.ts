/** One a line, or between semicolons; bullets and numbers before them are no part of their text. */
export const indicatorsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n;؛]+/)
      .map((one) => one.replace(/^\s*(?:[•▪●·*–—-]|\(?(?:\d{1,2}|[a-z])[.)])\s+/iu, '').trim())
      .filter((one) => /[\p{L}\p{N}]/u.test(one)),
  ),
];
