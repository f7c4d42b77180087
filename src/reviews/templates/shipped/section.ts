import type { Content, InLanguages, Limits, TemplateSection } from '../template.js';

/** One text in the four languages of the interface. */
export const say = (en: string, fr: string, es: string, ar: string): InLanguages => ({ en, fr, es, ar });

/** A section as the shipped templates write it. */
export const section = (
  key: string,
  title: InLanguages,
  contents: (Content | Content['kind'])[],
  guidance: InLanguages | null = null,
  limits: Limits | null = null,
): TemplateSection => ({
  key,
  title,
  guidance,
  limits,
  contents: contents.map((one) => (typeof one === 'string' ? { kind: one } : one)),
});

/**
 * The most words of a United Nations document that is no report of the Secretariat, headings and footnotes included
 * (United Nations Editorial Manual, instructions to authors).
 */
export const OTHER_DOCUMENTS: Limits = { words: 10_700 };
