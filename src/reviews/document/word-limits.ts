/** Word limits of United Nations documents, headings and footnotes included (Editorial Manual, instructions). */
export const wordLimits = {
  /** For reports of the Secretariat. */
  secretariat: 8_500,
  /** For other documents. */
  other: 10_700,
} as const;
