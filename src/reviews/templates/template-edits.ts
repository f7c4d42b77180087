import { NotFoundError } from '../../platform/errors.js';
import type { ContentScopeInput, TemplateSectionInput, TemplateSettingsInput } from './template.dto.js';
import type { TemplateDefinition } from './own-template.entity.js';
import { scopeFor } from './content-scopes.js';
import type { Content, Limits, TemplateSection } from './template.js';

/** Changes of a template, each from how it stood to how it stands. */
export type Edit = (former: TemplateDefinition) => TemplateDefinition;

type LimitsTyped = Pick<TemplateSectionInput, 'words' | 'charactersLeast' | 'charactersMost'>;

export const settings =
  ({ name, purpose, occasion, cycleKinds, languages, ...input }: TemplateSettingsInput): Edit =>
  ({ source, sections }) => ({
    name,
    purpose,
    source,
    occasion,
    ...(occasion === 'cycle' && { cycleKinds }),
    ...(languages.length > 0 && { languages }),
    form: {
      numbered: input.numbered,
      masthead: input.masthead,
      orientation: input.orientation,
      contents: input.contents,
      limits: limitsOf(input),
    },
    sections,
  });

/** A new section at the end. */
export const addSection =
  (input: TemplateSectionInput): Edit =>
  (former) => ({
    ...former,
    sections: [
      ...former.sections,
      { key: keyFor(input.title.en, former.sections), ...wordsOf(input), contents: [] },
    ],
  });

export const changeSection = (key: string, input: TemplateSectionInput): Edit =>
  onSection(key, (section) => ({ ...section, ...wordsOf(input) }));

export const removeSection =
  (key: string): Edit =>
  (former) => {
    sectionOf(former, key);
    return { ...former, sections: former.sections.filter((section) => section.key !== key) };
  };

export const stepSection =
  (key: string, direction: 'up' | 'down'): Edit =>
  (former) => {
    const at = former.sections.indexOf(sectionOf(former, key));
    return { ...former, sections: stepped(former.sections, at, direction) };
  };

/** Something more that is compiled into a section, at its end. */
export const addContent = (key: string, kind: Content['kind']): Edit =>
  onSection(key, (section) => ({ ...section, contents: [...section.contents, { kind }] }));

export const narrowContent = (
  key: string,
  index: number,
  { items, roundTable, objectives, principles, states, parts }: ContentScopeInput,
): Edit =>
  onContents(key, index, (contents, { kind }) => {
    const typed = { objectives, principles, states, parts, itemId: items[0] };
    const only = scopeFor(kind, roundTable === null ? typed : { ...typed, roundTable });
    return contents.with(index, only ? { kind, only } : { kind });
  });

export const removeContent = (key: string, index: number): Edit =>
  onContents(key, index, (contents) => contents.filter((_, at) => at !== index));

export const stepContent = (key: string, index: number, direction: 'up' | 'down'): Edit =>
  onContents(key, index, (contents) => stepped(contents, index, direction));

/** Throws NotFoundError. */
export function sectionOf({ sections }: Pick<TemplateDefinition, 'sections'>, key: string): TemplateSection {
  const found = sections.find((section) => section.key === key);
  if (!found) throw new NotFoundError('section');
  return found;
}

/** Throws NotFoundError. */
export function contentOf(section: TemplateSection, index: number): Content {
  const found = section.contents[index];
  if (!found) throw new NotFoundError('content');
  return found;
}

const wordsOf = ({ title, guidance, ...typed }: TemplateSectionInput) => ({
  title,
  guidance,
  limits: limitsOf(typed),
});

function limitsOf({ words, charactersLeast, charactersMost }: LimitsTyped): Limits | null {
  if (words === null && charactersMost === null) return null;
  return {
    ...(words !== null && { words }),
    ...(charactersMost !== null && {
      characters: { most: charactersMost, ...(charactersLeast !== null && { least: charactersLeast }) },
    }),
  };
}

const onSection =
  (key: string, edit: (section: TemplateSection) => TemplateSection): Edit =>
  (former) => {
    const found = sectionOf(former, key);
    return { ...former, sections: former.sections.map((one) => (one === found ? edit(one) : one)) };
  };

const onContents = (
  key: string,
  index: number,
  edit: (contents: Content[], content: Content) => Content[],
): Edit =>
  onSection(key, (section) => {
    const content = contentOf(section, index);
    return { ...section, contents: edit(section.contents, content) };
  });

function stepped<T>(list: readonly T[], at: number, direction: 'up' | 'down'): T[] {
  const to = direction === 'up' ? at - 1 : at + 1;
  if (to < 0 || to >= list.length) return [...list];
  return list.with(at, list[to]!).with(to, list[at]!);
}

/** From its title, unlike all others: `next-steps`, `next-steps-2`. */
function keyFor(title: string, sections: readonly TemplateSection[]): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const stem = words?.join('-').slice(0, 30).replace(/-$/, '') ?? 'section';
  const taken = new Set(sections.map(({ key }) => key));
  for (let number = 1; ; number++) {
    const key = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(key)) return key;
  }
}
