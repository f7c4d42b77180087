import { LANGUAGES } from '../../../src/platform/i18n/i18n.js';
import { shippedTemplate, shippedTemplates } from '../../../src/reviews/templates/templates.data.js';
import {
  CONTENT_KINDS,
  type DocumentTemplate,
  ENTRY_PARTS,
  type InLanguages,
  OCCASIONS,
} from '../../../src/reviews/templates/template.js';

const textsOf = ({ name, purpose, sections }: DocumentTemplate): InLanguages[] => [
  name,
  purpose,
  ...sections.flatMap(({ title, guidance }) => (guidance ? [title, guidance] : [title])),
];

describe('the templates that come with the product', () => {
  it('have keys of their own, and sections with keys of their own that a table holds', () => {
    const keys = shippedTemplates.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { key, sections } of shippedTemplates) {
      expect(key).toMatch(/^[a-z0-9-]{1,60}$/);
      const own = sections.map((section) => section.key);
      expect(new Set(own).size).toBe(own.length);
      for (const one of own) expect(one).toMatch(/^[a-z0-9-]{1,40}$/);
    }
  });

  it.each(shippedTemplates.map((template) => [template.key, template] as const))(
    '%s says everything in every language, each in its own words, and where its shape comes from',
    (_, template) => {
      expect(template.source.length).toBeGreaterThan(20);
      for (const text of textsOf(template)) {
        for (const language of LANGUAGES) expect(text[language]?.trim()).toBeTruthy();
        expect(text.ar).toMatch(/\p{Script=Arabic}/u);
        expect(text.fr).not.toMatch(/ [:;!?]|'/);
      }
    },
  );

  it('ask only for what can be compiled', () => {
    for (const { occasion, cycleKinds, sections } of shippedTemplates) {
      expect(OCCASIONS).toContain(occasion);
      expect(occasion === 'cycle').toBe(Boolean(cycleKinds?.length));
      for (const { kind, only } of sections.flatMap(({ contents }) => contents)) {
        expect(CONTENT_KINDS).toContain(kind);
        for (const part of only?.parts ?? []) expect(ENTRY_PARTS).toContain(part);
        if (only?.roundTable) expect([1, 2, 3, 4]).toContain(only.roundTable);
        if (kind === 'parts') expect(only?.parts).not.toHaveLength(0);
      }
    }
  });

  it('keep to the words and characters that the forms and conventions name', () => {
    expect(shippedTemplate('round-table-3-note')?.form.limits).toEqual({ words: 1000 });
    expect(shippedTemplate('regional-contribution')?.form.limits).toEqual({ words: 10_700 });
    expect(shippedTemplate('tracking-matrix')?.form.orientation).toBe('landscape');
  });
});
