import { EmptyState } from '../design/empty-state.js';
import { NoticeBox } from '../design/notice.js';
import { type Mark, Status } from '../design/status.js';
import type { Entry } from './entry.js';

const MARKS: [Mark, string, string][] = [
  ['draft', 'Draft', 'مسودة'],
  ['open', 'Planned', 'مقرر'],
  ['half', 'Under way', 'قيد التنفيذ'],
  ['full', 'Completed', 'مكتمل'],
  ['waits', 'Postponed', 'مؤجل'],
  ['stopped', 'Discontinued', 'متوقف'],
];

export const messages: Entry[] = [
  {
    name: 'Status',
    use: 'a mark and a word: how far a thing is. The mark is a shape, so that it is seen without colour and on paper.',
    not: 'for kinds, languages and other properties: a tag without a mark. Never to say that one is better than another.',
    sample: ({ say }) => (
      <p class="tags">
        {MARKS.map(([mark, en, ar]) => (
          <Status key={mark} mark={mark}>
            {say(en, ar)}
          </Status>
        ))}
        <span class="tag">{say('A tag', 'وسم')}</span>
        <Status mark="waits">
          {say('Waits for somebody who clears it in the delegation', 'بانتظار من يوافق عليها داخل الوفد')}
        </Status>
      </p>
    ),
  },
  {
    name: 'Notice',
    use: 'information for what is worth knowing first; success once, after something was done; a warning before something may go wrong; an error when it did. One a page, at most two.',
    not: 'for what is wrong in a form: the form says that itself, and leads to the field.',
    sample: ({ say }) => (
      <>
        <NoticeBox>
          <p>{say('The text is fixed as it was adopted.', 'النص ثابت كما اعتُمد.')}</p>
        </NoticeBox>
        <NoticeBox kind="success">
          <p>{say('Saved.', 'حُفظ.')}</p>
        </NoticeBox>
        <NoticeBox
          kind="warning"
          title={say('Two delegations have nobody to ask', 'وفدان ليس لديهما من يُسأل')}
        >
          <p>
            {say('They get no invitation. ', 'لن تصلهما دعوة. ')}
            <a href="#notice">{say('Invite people', 'دعوة أشخاص')}</a>
          </p>
        </NoticeBox>
        <NoticeBox kind="error">
          <p>{say('The mail did not arrive.', 'لم تصل الرسالة.')}</p>
        </NoticeBox>
      </>
    ),
  },
  {
    name: 'Empty state',
    use: 'in place of a list that has nothing yet: a title, one sentence, one next step for who may take it.',
    not: 'where a search or a filter found nothing: there a sentence does.',
    sample: ({ say }) => (
      <EmptyState
        title={say('No meetings yet', 'لا اجتماعات بعد')}
        action={{ label: say('Add a meeting', 'إضافة اجتماع'), href: '#empty-state' }}
      >
        {say(
          'Meetings, their agendas and decisions stand here.',
          'تظهر هنا الاجتماعات وجداول أعمالها ومقرراتها.',
        )}
      </EmptyState>
    ),
  },
  {
    name: 'Cards',
    use: 'for a few things that are read one by one, each with its own actions.',
    not: 'for more than ten of a kind: that is a table.',
    sample: ({ say }) => (
      <ul class="cards">
        <li class="card">
          <h3>{say('Open call', 'طلب مفتوح')}</h3>
          <p>{say('4 of 11 answered, 12 days left', 'أجاب 4 من 11، وبقي 12 يوما')}</p>
        </li>
        <li>
          <details class="card">
            <summary>{say('More', 'المزيد')}</summary>
            <p>{say('What few people need.', 'ما يحتاج إليه القليلون.')}</p>
          </details>
        </li>
      </ul>
    ),
  },
];
