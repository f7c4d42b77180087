import { IntersectionType, OmitType, PickType } from '@nestjs/swagger';
import { IsLowercase } from 'class-validator';
import fc from 'fast-check';
import { type FieldErrors, InvalidError } from '../../../src/platform/errors.js';
import { wrong } from '../../../src/platform/http/field.js';
import {
  Code,
  Day,
  DecimalText,
  Flag,
  LongText,
  OneOf,
  Text,
  Uuid,
  Version,
  Whole,
} from '../../../src/platform/http/fields.js';
import { WebAddress, Email } from '../../../src/platform/http/address-fields.js';
import { ListOf, Nested, Parsed, RecordOf } from '../../../src/platform/http/list-fields.js';
import { LocalizedText } from '../../../src/platform/http/localized-field.js';
import { InOrder, Patch, readInput, Rule, Settled } from '../../../src/platform/http/read-input.js';

class Step {
  @Text(10) name!: string;
  @Whole(1, 5, { optional: true }) days!: number | null;
}

const ownerOf = (text: string) =>
  text.startsWith('state:') ? { state: text.slice(6) } : wrong('error.owner');

@Rule<Everything>(({ color, flag }, wrong) => {
  if (color === 'red' && !flag) wrong('flag', 'error.required');
})
@InOrder('from', 'until')
@Settled<Everything>(({ line, ...input }) => ({ ...input, tags: [...input.tags, ...(line ? [line] : [])] }))
class Everything {
  @LongText(5) text!: string;
  @Text(5, { optional: true }) note!: string | null;
  @Text(5, { ifMissing: 'en' }) language!: string;
  @Text(5, { omittable: true }) line?: string;
  @OneOf(['red', 'blue']) color!: 'red' | 'blue';
  @OneOf(['red', 'blue'], { otherwise: 'blue' }) any!: 'red' | 'blue';
  @Flag() flag!: boolean;
  @Day({ optional: true }) from!: string | null;
  @Day({ optional: true }) until!: string | null;
  @Whole(0, 9) count!: number;
  @Email({ optional: true }) email!: string | null;
  @WebAddress({ optional: true }) url!: string | null;
  @Uuid({ optional: true }) id!: string | null;
  @DecimalText({ optional: true }) figure!: string | null;
  @Code(5) code!: string;
  @ListOf(Text(5)) tags!: string[];
  @ListOf(Text(99, { parse: ownerOf })) owners!: { state: string }[];
  @LocalizedText(5) title!: object;
  @LocalizedText(5, { optional: true }) hint!: object | null;
  @Nested(() => Step) step!: Step;
  @ListOf(Nested(() => Step), { max: 2, strict: true }) steps!: Step[];
  @RecordOf(Text(5), (name) => name.length < 3, { default: {} }) cells!: Record<string, string>;
  @Parsed((raw) => raw === undefined || wrong('error.choice'), { type: 'boolean' }) nothing!: boolean;
}

const right = {
  text: ' a\u0000b\r\nc ',
  color: 'blue',
  count: '3',
  title: { original: 'en', texts: { en: 'x', fr: '' } },
  step: { name: 'one' },
};
const errorsOf = (read: () => unknown): FieldErrors => {
  try {
    read();
    return {};
  } catch (error) {
    if (error instanceof InvalidError) return error.fields;
    throw error;
  }
};
const wrongIn = (fields: object) => errorsOf(() => readInput(Everything, { ...right, ...fields }));

describe('an input', () => {
  it('is tidied, and what is left out is filled', () => {
    expect(
      readInput(Everything, { ...right, unknown: 1, tags: 'one', owners: ['state:KEN'], line: 'b' }),
    ).toStrictEqual({
      text: 'ab\nc',
      note: null,
      language: 'en',
      color: 'blue',
      any: 'blue',
      flag: false,
      from: null,
      until: null,
      count: 3,
      email: null,
      url: null,
      id: null,
      figure: null,
      code: '',
      tags: ['one', 'b'],
      owners: [{ state: 'KEN' }],
      title: { original: 'en', texts: { en: 'x' } },
      hint: null,
      step: { name: 'one', days: null },
      steps: [],
      cells: {},
      nothing: true,
    });
  });

  it.each([
    [{ text: '' }, { text: { key: 'error.required' } }],
    [{ text: 5 }, { text: { key: 'error.wrongType' } }],
    [{ text: 'abcdef' }, { text: { key: 'error.tooLong', values: { maximum: 5 } } }],
    [{ color: 'green' }, { color: { key: 'error.choice' } }],
    [{ color: 'red' }, { flag: { key: 'error.required' } }],
    [{ from: '2027-02-29' }, { from: { key: 'error.date' } }],
    [{ from: '2027-02-02', until: '2027-02-01' }, { until: { key: 'error.endsBeforeStart' } }],
    [{ count: 'three' }, { count: { key: 'error.wrongType' } }],
    [{ count: '-1' }, { count: { key: 'error.tooSmall', values: { minimum: 0 } } }],
    [{ count: 10 }, { count: { key: 'error.tooBig', values: { maximum: 9 } } }],
    [{ email: 'a@b' }, { email: { key: 'error.email.domain', values: { part: 'b' } } }],
    [{ url: 'javascript:x' }, { url: { key: 'error.format' } }],
    [{ id: 'x' }, { id: { key: 'error.format' } }],
    [{ figure: '1,234' }, { figure: { key: 'error.decimalUnclear' } }],
    [{ tags: ['a', 5] }, { 'tags.1': { key: 'error.wrongType' } }],
    [{ owners: 'KEN' }, { 'owners.0': { key: 'error.owner' } }],
    [{ title: { original: 'en', texts: { fr: 'x' } } }, { 'title.texts.en': { key: 'error.required' } }],
    [
      { title: { original: 'EN' } },
      { 'title.original': { key: 'error.language' }, 'title.texts.EN': { key: 'error.required' } },
    ],
    [{ step: 'one' }, { step: { key: 'error.wrongType' } }],
    [
      { step: { days: 9 } },
      {
        'step.name': { key: 'error.required' },
        'step.days': { key: 'error.tooBig', values: { maximum: 5 } },
      },
    ],
    [{ steps: {} }, { steps: { key: 'error.wrongType' } }],
    [{ steps: [1, 2, 3] }, { steps: { key: 'error.tooBig', values: { maximum: 2 } } }],
    [
      { cells: { toString: 'x', a: 'abcdef' } },
      {
        'cells.toString': { key: 'error.wrongType' },
        'cells.a': { key: 'error.tooLong', values: { maximum: 5 } },
      },
    ],
    [{ nothing: 1 }, { nothing: { key: 'error.choice' } }],
  ])('%j is wrong: %j', (fields, errors) => {
    expect(wrongIn(fields)).toEqual(errors);
  });

  it('is checked across fields when they could be read, though one may be too long', () => {
    expect(wrongIn({ text: 'abcdef', color: 'red' })).toEqual({
      text: { key: 'error.tooLong', values: { maximum: 5 } },
      flag: { key: 'error.required' },
    });
    expect(wrongIn({ text: 5, color: 'red' })).toEqual({ text: { key: 'error.wrongType' } });
  });

  it('is an object, or not understood', () => {
    expect(errorsOf(() => readInput(Step, null))).toEqual({ '': { key: 'error.required' } });
    expect(errorsOf(() => readInput(Step, ['name']))).toEqual({ '': { key: 'error.wrongType' } });
  });

  it('throws nothing but what is wrong with it, whatever is sent', () => {
    const names = [
      ...Object.keys(right),
      'from',
      'tags',
      'steps',
      'cells',
      'owners',
      'code',
      'hint',
      'texts',
      'name',
    ];
    const hostile = [
      'constructor',
      '__proto__',
      'toString',
      'valueOf',
      'length',
      'then',
      'toJSON',
      'prototype',
      '0',
    ];
    const sent = fc.anything({
      key: fc.constantFrom(...names, ...hostile),
      withNullPrototype: true,
      maxDepth: 3,
    });
    const body = fc.oneof(sent, fc.dictionary(fc.constantFrom(...names, ...hostile), sent));
    fc.assert(
      fc.property(body, (any) => {
        const errors = errorsOf(() => readInput(Everything, any));
        for (const { key } of Object.values(errors)) expect(key).toMatch(/^error\./);
        expect({}).not.toHaveProperty('name');
      }),
      { numRuns: 300 },
    );
  });
});

describe('a class of fields', () => {
  it('keeps rules and what it settles when another extends it, and shows mistakes in its order', () => {
    class Change extends Everything {
      @Version() version!: number;
    }
    const errors = errorsOf(() => readInput(Change, { ...right, text: '', count: '' }));
    expect(Object.keys(errors)).toEqual(['text', 'count', 'version']);
    const settled = readInput(Change, { ...right, line: 'b', version: 1 });
    expect(settled).toMatchObject({ tags: ['b'], version: 1 });
    expect(errorsOf(() => readInput(Change, { ...right, color: 'red', version: 1 }))).toHaveProperty('flag');
  });

  it('may be made of parts of others', () => {
    class Part extends IntersectionType(PickType(Everything, ['text']), OmitType(Step, ['name'])) {}
    expect(readInput(Part, { text: 'a', name: 'b' })).toStrictEqual({ text: 'a', days: null });
    expect(errorsOf(() => readInput(Part, {}))).toEqual({ text: { key: 'error.required' } });
  });

  it('may be a change, where what is left out stays out', () => {
    class Change extends Patch(OmitType(Everything, ['step'])) {}
    expect(readInput(Change, { note: '', tags: ['a'] })).toStrictEqual({ note: null, tags: ['a'] });
    expect(readInput(Change, {})).toStrictEqual({});
    expect(errorsOf(() => readInput(Change, { text: null }))).toEqual({ text: { key: 'error.required' } });
  });

  it('may have further checks of class-validator', () => {
    class Low {
      @Text(5) @IsLowercase({ message: 'error.choice', context: { of: 1 } }) text!: string;
    }
    expect(errorsOf(() => readInput(Low, { text: 'A' }))).toEqual({
      text: { key: 'error.choice', values: { of: 1 } },
    });
    expect(errorsOf(() => readInput(Low, {}))).toEqual({ text: { key: 'error.required' } });
  });
});

describe('a name', () => {
  class Named {
    @Text(200) name!: string;
    @LocalizedText(200, { optional: true }) title!: { texts: Record<string, string> } | null;
    @Code(20) code!: string;
  }
  const named = (name: string) => readInput(Named, { name }).name;

  it('stands on one line, whatever ends a line', () => {
    for (const end of ['\n', '\r', '\r\n', '\n\n', '\t', '\v', '\f', '\u0085', '\u2028', '\u2029'])
      expect(named(`Ana${end}Please sign in at`)).toBe('Ana Please sign in at');
    const read = readInput(Named, {
      name: 'A',
      code: '1\n2',
      title: { original: 'en', texts: { en: 'a\nb' } },
    });
    expect([read.code, read.title!.texts.en]).toEqual(['1 2', 'a b']);
  });

  it('says what it shows: nothing unseen, nothing that turns the words beside it', () => {
    for (const name of [
      'a\u0007b',
      'a\u007f',
      'a\u009b',
      '\u202egpj.exe',
      '\u202da',
      '\u202bab',
      'a\u2069',
      '\u2067a',
    ])
      expect(() => named(name)).toThrow(InvalidError);
    for (const name of [
      '\u202bعربي\u202c',
      '\u2068عربي\u2069',
      '\u200fنص\u200e',
      'e\u0301',
      'A\u200d\u200cB',
      "O'Neill",
    ])
      expect(named(name)).toBe(name);
  });

  it('is none that somebody else reads differently, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let name;
        try {
          name = named(text);
        } catch {
          return;
        }
        expect(name).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202d\u202e]/);
        expect(named(name)).toBe(name);
      }),
    );
  });
});

describe('an address of the web', () => {
  class Linked {
    @WebAddress() url!: string;
  }
  it.each([
    'https://un.org@elsewhere.example/',
    'https://un.org:secret@elsewhere.example/',
    'https://@elsewhere.example/',
    'https://un.org%40x@elsewhere.example',
    'ftp://example.org/a',
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.org',
    'https:///example.org',
    'https:example.org',
    'https://',
    'https://example.org/a b',
    'https://example.org\\@elsewhere.example',
    'https://example.org/\u202egpj.exe',
    'https://example.org/\u0007',
    'https://exa mple.org',
  ])('is not %s', (url) => expect(() => readInput(Linked, { url })).toThrow(InvalidError));

  it.each([
    'https://un.org',
    'http://example.org/a@b?c=d@e#f',
    'https://xn--n3h.example/%20',
    'https://[2001:db8::1]/',
  ])('is %s', (url) => expect(readInput(Linked, { url }).url).toBe(url));
});
