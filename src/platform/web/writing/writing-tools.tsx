import { usePage } from '../page-context.js';
import { WRITING_SCRIPT } from './writing-script.js';

/**
 * In a form, once: what helps to write into its fields that are `marked`. It is loaded when somebody begins to write, and
 * nothing of it is seen without JavaScript.
 */
export function WritingTools() {
  const { t } = usePage();
  const button = (name: 'list' | 'numbers' | 'link' | 'table' | 'note') => (
    <button type="button" class="quiet-button" data-do={name}>
      {t(`writing.${name}`)}
    </button>
  );
  return (
    <template
      id="writing-tools"
      data-script={WRITING_SCRIPT}
      data-words={t('writing.words')}
      data-column={t('writing.column')}
      data-failed={t('writing.failed')}
    >
      <div class="writing-tools" role="group" aria-label={t('writing.tools')}>
        {button('list')}
        {button('numbers')}
        {button('link')}
        {button('table')}
        {button('note')}
        <button type="button" class="quiet-button" data-do="preview" aria-expanded="false">
          {t('writing.preview')}
        </button>
      </div>
      <div class="writing-preview card" aria-live="polite" hidden />
    </template>
  );
}
