import { render } from 'preact-render-to-string';
import { visitor } from '../../../src/platform/http/actor.js';
import { translator } from '../../../src/platform/i18n/i18n.js';
import { FileField, TextField } from '../../../src/platform/web/fields.js';
import { Form } from '../../../src/platform/web/form.js';
import { pageContext, PageContextHolder } from '../../../src/platform/web/page-context.js';
import { emptyForm, type FormState } from '../../../src/platform/web/submit-form.js';

const contextIn = (language: string) =>
  pageContext({
    actor: visitor(language),
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    zone: 'UTC',
    csrf: 'token',
    url: '/upload',
    secretAddress: false,
    formAddress: '/upload',
    keeperOf: () => '',
    savedForm: null,
    keptForm: null,
    navigation: [],
    places: { base: '/places/', sections: [] },
    named: [],
    looks: new Map(),
    waiting: new Map(),
    assetVersion: '',
    now: new Date('2027-03-01'),
    notice: null,
    t: translator(language),
  });

const shown = (state: FormState, language = 'en') =>
  render(
    <PageContextHolder.Provider value={contextIn(language)}>
      <Form action="/files" state={state} submit="Send" upload>
        <FileField name="file" label="File" hint="A hint" required />
        <TextField name="title" label="Title" />
      </Form>
    </PageContextHolder.Provider>,
  );
const wrong = (field: string, key: string): FormState => ({
  values: { title: 'Typed' },
  errors: { [field]: { key } },
});

describe('a file that was sent with a form that is refused', () => {
  it.each<[string, FormState]>([
    [
      'it is too large',
      { values: {}, errors: { file: { key: 'error.fileTooLarge', values: { maximum: 20 } } } },
    ],
    ['it is of another kind', wrong('file', 'error.fileType')],
    ['it is empty', wrong('file', 'error.fileEmpty')],
    ['another field is wrong', wrong('title', 'error.required')],
    ['the form as a whole is', wrong('', 'error.required')],
    [
      'somebody else changed the same',
      { values: {}, errors: {}, conflict: { reason: 'error.stale', current: null } },
    ],
  ])('is told to be chosen again, and not to be still there, when %s', (_, state) => {
    const html = shown(state);
    expect(html).toContain('Choose the file again: the browser does not keep it. A hint');
    expect(html).not.toContain('still here');
  });

  it('is told so in each language', () => {
    const said = ['fr', 'es', 'ar'].map((language) => shown(wrong('file', 'error.fileType'), language));
    expect(said.map((html) => /id="field-file-hint">([^<:]+)/.exec(html)?.[1])).toEqual([
      'Choisissez de nouveau le fichier ',
      'Elija de nuevo el archivo',
      'اختاروا الملف من جديد',
    ]);
  });

  it('is not spoken of before', () => {
    expect(shown(emptyForm())).not.toContain('again');
  });
});
