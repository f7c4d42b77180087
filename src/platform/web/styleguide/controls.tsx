import { PostButton } from '../layout.js';
import { Form } from '../form.js';
import { FormHolder } from '../field.js';
import { CheckBox, Choices, FileField, Select, TextArea, TextField } from '../fields.js';
import { Steps } from '../steps.js';
import { Tabs } from '../design/tabs.js';
import type { FormState } from '../submit-form.js';
import { NextPage } from '../table.js';
import type { Entry } from './entry.js';

export const controls: Entry[] = [
  {
    name: 'Buttons',
    use: 'one primary button a page, for what most people came to do; two or three outlined beside it; what deletes or ends stands last and apart, and asks before it acts. A button says what it does: “Send the call”, not “OK”.',
    not: 'to lead somewhere: that is a link. A long row of outlined buttons wants a page of its own.',
    sample: ({ say }) => (
      <>
        <div class="buttons">
          <button type="button">{say('Send the call', 'إرسال الطلب')}</button>
          <button type="button" class="second">
            {say('Preview', 'معاينة')}
          </button>
          <button type="button" class="quiet-button">
            {say('Save as a draft', 'حفظ كمسودة')}
          </button>
          <button type="button" class="danger">
            {say('Delete the call', 'حذف الطلب')}
          </button>
        </div>
        <div class="buttons">
          <button type="button" class="focus-shown">
            {say('With the focus', 'عليه التركيز')}
          </button>
          <button type="button" disabled>
            {say('Not now', 'ليس الآن')}
          </button>
          <button type="button" class="second">
            {say(
              'What it does takes a whole sentence, which wraps on the screen of a phone',
              'ما يفعله يحتاج إلى جملة كاملة تلتف على شاشة الهاتف',
            )}
          </button>
        </div>
      </>
    ),
  },
  {
    name: 'Toolbar',
    use: 'beside the title: what acts on all that the page shows. The primary first.',
    not: 'for ways to other parts: those are tabs, or sections of the navigation.',
    sample: ({ say }) => (
      <div class="actions">
        <a class="button" href="#toolbar">
          {say('New item', 'عنصر جديد')}
        </a>
        <a href="#toolbar">{say('Edit', 'تعديل')}</a>
        <PostButton action="/styleguide" label={say('Close the plan', 'إقفال الخطة')} quiet />
        <PostButton action="/styleguide" label={say('Delete the plan', 'حذف الخطة')} danger />
      </div>
    ),
  },
  {
    name: 'Tabs',
    use: 'for two to six pages that are parts of one thing. Each has its own address.',
    not: 'to hide parts of a form, or for what belongs to the whole mechanism: that is a section.',
    sample: ({ say, id }) => (
      <Tabs
        label={say(`Parts (${id})`, `الأجزاء (${id})`)}
        tabs={[
          { label: say('Coming', 'المقبلة'), href: '#tabs', current: true },
          { label: say('Past', 'السابقة'), href: '#past', current: false },
        ]}
      />
    ),
  },
  {
    name: 'Next page',
    use: 'under a list that is longer than what is shown of it.',
    sample: () => <NextPage cursor="a" href={() => '#next-page'} />,
  },
  {
    name: 'Form',
    use: 'label, hint, message, control, in this order. With four short fields or more they stand two beside each other where there is room; what is to be written in has the width one reads. What may be left empty says so.',
    not: 'with placeholders in place of labels, or a button that cannot be pressed until all is right.',
    sample: ({ say, id }) => (
      <Form action="/styleguide" submit={say('Save', 'حفظ')} cancel="#form" kept={false}>
        <TextField name={`${id}-name`} label={say('Short name', 'الاسم المختصر')} required />
        <TextField
          name={`${id}-day`}
          type="date"
          label={say('Due day', 'تاريخ الاستحقاق')}
          hint={say('Reminders go out before it.', 'ترسل التذكيرات قبله.')}
          required
          short
        />
        <Select
          name={`${id}-kind`}
          label={say('Kind', 'النوع')}
          options={[{ value: 'a', label: say('Working plan', 'خطة عمل') }]}
          empty={say('Choose', 'اختاروا')}
        />
        {/* Not the form's own errors: their summary would take the focus. */}
        <FormHolder.Provider value={stateOf(id)}>
          <TextField name={`${id}-wrong`} label={say('Abbreviation', 'الاختصار')} />
        </FormHolder.Provider>
        <TextArea name={`${id}-text`} label={say('What was done', 'ما أُنجز')} rows={3} />
        <Choices
          name={`${id}-use`}
          label={say('Use in documents', 'الاستعمال في الوثائق')}
          options={[
            { value: 'none', label: say('Not used', 'لا يستعمل') },
            {
              value: 'named',
              label: say('Used with the name', 'يستعمل مع الاسم'),
              hint: say('“Kenya reported …”', '«أفادت كينيا …»'),
            },
          ]}
        />
        <CheckBox name={`${id}-ask`} label={say('Tell me when it is accepted', 'أبلغوني عند قبولها')} />
        <FileField name={`${id}-file`} label={say('A file', 'ملف')} />
      </Form>
    ),
  },
  {
    name: 'Field that cannot be changed',
    use: 'where somebody would look for a field that is closed to them; the text beside it says why.',
    not: 'for a value that is never typed: that is a fact.',
    sample: ({ say, id }) => (
      <div class="field">
        <label for={`fixed-${id}`}>{say('Code', 'الرمز')}</label>
        <input id={`fixed-${id}`} disabled value="II.3(a)" />
      </div>
    ),
  },
  {
    name: 'Filters',
    use: 'above a list: side by side, sent by GET, so that what was chosen is in the address.',
    sample: ({ say, id }) => (
      <Form action="/styleguide" method="get" filters submit={say('Show', 'عرض')} kept={false}>
        <TextField name={`${id}-words`} label={say('Words', 'كلمات')} />
        <Select
          name={`${id}-state`}
          label={say('Status', 'الوضع')}
          options={[{ value: 'a', label: say('Planned', 'مقرر') }]}
          empty={say('Any', 'أي وضع')}
        />
      </Form>
    ),
  },
  {
    name: 'Steps',
    use: 'to move one line of a short list.',
    sample: ({ say, id }) => (
      <Steps
        action="/styleguide"
        label={(way) => (way === 'up' ? say(`Up (${id})`, 'إلى أعلى') : say(`Down (${id})`, 'إلى أسفل'))}
      />
    ),
  },
];

const stateOf = (id: string): FormState => ({
  values: { [`${id}-wrong`]: 'K'.repeat(70) },
  errors: { [`${id}-wrong`]: { key: 'error.tooLong', values: { maximum: 60 } } },
});
