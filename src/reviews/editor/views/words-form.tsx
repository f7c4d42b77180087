import type { Block } from '../../../platform/documents/document.js';
import { directionOf } from '../../../platform/i18n/i18n.js';
import { languageName } from '../../../platform/i18n/language-names.js';
import { Hidden, TextArea } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import { keptFolder } from '../../../platform/web/kept/kept-scripts.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import type { SentBlock } from '../words/sent-blocks.js';
import { Words } from './words.js';

export interface WordsFormProps {
  action: string;
  /** Where "Close" leads, and whoever has saved. */
  back: string;
  language: string;
  state: FormState;
  /** As the editor gets it: what was typed, when the form is shown again. */
  blocks: readonly SentBlock[];
  /** Where the pictures of the passage are. */
  pictures?: string;
  /** Of a translation: the original beside it. */
  original?: { blocks: readonly Block[]; language: string; first: number | null };
  beside?: string;
  /** A source of the words was withdrawn: they are in no document. */
  masked?: boolean;
  /** What stands now, when somebody else changed it meanwhile. */
  theirs?: readonly Block[] | null;
}

/** What a passage says, to be written: a textarea in the light markup, which the script turns into an editor. */
export function WordsForm(props: WordsFormProps) {
  const page = usePage();
  const { t } = page;
  const { action, back, language, state, blocks, original, theirs } = props;
  const label = t(original ? 'editor.wordsIn' : 'editor.wordsOriginal', {
    language: languageName(language, page.language),
  });
  const { accountId } = page.actor;
  return (
    <div class="passage-form">
      <Conflict state={state}>
        {theirs && (
          <div>
            <h3>{t('form.theirs')}</h3>
            <Words blocks={theirs} language={language} />
            <p>{t('editor.conflictText')}</p>
          </div>
        )}
      </Conflict>
      {props.masked && <p class="doubt">{t('editor.maskedEdit')}</p>}
      {original && (
        <details open class="passage-original">
          <summary>
            {t('editor.original', { language: languageName(original.language, page.language) })}
          </summary>
          <Words {...original} />
        </details>
      )}
      <Form
        action={action}
        state={state}
        submit={t('form.save')}
        extra={
          <a href={back} data-close>
            {t('editor.close')}
          </a>
        }
        attributes={{
          'data-editor': 'on',
          'data-blocks': JSON.stringify(blocks),
          'data-label': label,
          'data-direction': directionOf(language),
          'data-back': back,
          'data-kept-store': `${keptFolder(page.language)}/kept-store.js`,
          'data-kept-name': `passage ${action} ${language}`,
          ...(props.pictures && { 'data-pictures': props.pictures }),
          ...(accountId && { 'data-keeper': page.keeperOf(accountId) }),
        }}
        kept={{}}
      >
        {state.values.version !== undefined && <Hidden name="version" value={Number(state.values.version)} />}
        {props.beside && <Hidden name="beside" value={props.beside} />}
        <Hidden name="language" value={language} />
        <TextArea
          name="text"
          label={label}
          hint={t('editor.markupHint')}
          rows={14}
          language={language}
          required
        />
        <p role="status" data-said class="quiet" />
      </Form>
    </div>
  );
}
