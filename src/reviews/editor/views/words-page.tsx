import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { OnePassage, SectionView } from '../passage.view.js';
import { editorScript } from '../script/editor-scripts.js';
import { titleIn } from './title-in.js';
import { WordsForm, type WordsFormProps } from './words-form.js';

/** One passage in one language, to be written. */
export function WordsPage({ view, ...form }: WordsFormProps & { view: OnePassage }) {
  const { t, language } = usePage();
  const { passage, number } = view;
  return (
    <Layout
      title={number === null ? t('editor.passage') : t('editor.passageNumber', { number })}
      crumbs={crumbsOf(view)}
    >
      <div data-passage id={`passage-${passage.id}`}>
        <WordsForm {...form} />
      </div>
      <script type="module" src={editorScript(language)} />
    </Layout>
  );
}

/** A passage of the secretariat's own, to be begun. */
export function OwnPassagePage({ view, ...form }: WordsFormProps & { view: SectionView }) {
  const { t, language } = usePage();
  return (
    <Layout title={t('editor.add')} crumbs={crumbsOf(view)}>
      <div data-passage id="passage-new">
        <WordsForm {...form} />
      </div>
      <script type="module" src={editorScript(language)} />
    </Layout>
  );
}

const crumbsOf = ({ submission, section }: Pick<SectionView, 'submission' | 'section'>) => [
  placeCrumb(submission.mechanismId),
  { label: submission.title, href: `/submissions/${submission.id}` },
  {
    label: titleIn(section.title, submission.language),
    href: `/submissions/${submission.id}/sections/${section.key}`,
  },
];
