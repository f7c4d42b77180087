import type { OwnTemplate } from './own-template.entity.js';
import type { Content, Limits, TemplateSection } from './template.js';

/** What the forms of a template are filled with. */
export const settingsValues = ({ definition, version }: OwnTemplate): Record<string, unknown> => {
  const { name, purpose, occasion, cycleKinds = [], languages = [], form } = definition;
  const { limits, ...looks } = form;
  return { name, purpose, occasion, cycleKinds, languages, ...looks, ...limitValues(limits), version };
};

export const sectionValues = (
  { title, guidance, limits }: TemplateSection,
  version: number,
): Record<string, unknown> => ({ title, guidance, ...limitValues(limits), version });

export const scopeValues = ({ only = {} }: Content, version: number): Record<string, unknown> => {
  const { itemId, ...rest } = only;
  return { ...rest, items: itemId ? [itemId] : [], version };
};

const limitValues = (limits: Limits | null) => ({
  words: limits?.words,
  charactersLeast: limits?.characters?.least,
  charactersMost: limits?.characters?.most,
});
