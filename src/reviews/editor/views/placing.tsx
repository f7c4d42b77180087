import { Hidden, Select } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { emptyForm } from '../../../platform/web/submit-form.js';
import type { OnePassage } from '../passage.view.js';
import { blocksIn, textOf } from '../words/passage-words.js';
import { titleIn } from './title-in.js';

interface PartProps {
  view: OnePassage;
  path: string;
}

/** Moving a passage: a step up or down, or into another section. */
export function Placing({ view, path }: PartProps) {
  const { t } = usePage();
  const { submission, section, sections, passage, before, next, twoBefore } = view;
  const fields = { version: passage.version, section: section.key };
  return (
    <>
      <div class="buttons">
        {before && (
          <PostButton
            action={`${path}/place`}
            label={t('editor.up')}
            second
            fields={{ ...fields, after: twoBefore?.id ?? '' }}
          />
        )}
        {next && (
          <PostButton
            action={`${path}/place`}
            label={t('editor.down')}
            second
            fields={{ ...fields, after: next.id }}
          />
        )}
      </div>
      {sections.length > 1 && (
        <Form action={`${path}/place`} submit={t('editor.move')} second kept={false}>
          <Hidden name="version" value={passage.version} />
          <Select
            name="section"
            label={t('editor.toSection')}
            required
            options={sections
              .filter(({ key }) => key !== section.key)
              .map(({ key, title }) => ({ value: key, label: titleIn(title, submission.language) }))}
          />
        </Form>
      )}
    </>
  );
}

/** Parting a passage of several blocks before one of them. */
export function Splitting({ view, path }: PartProps) {
  const { t } = usePage();
  const { passage, submission } = view;
  const blocks = blocksIn(passage, submission.language, submission.language) ?? [];
  if (blocks.length < 2) return null;
  const options = blocks.slice(1).map((block, index) => {
    const text = textOf([block]);
    return {
      value: String(index + 2),
      label: text.length > 70 ? `${text.slice(0, 70)}…` : text || block.type,
    };
  });
  return (
    <Form action={`${path}/split`} submit={t('editor.split')} second kept={false} state={emptyForm()}>
      <Hidden name="version" value={passage.version} />
      <Select name="at" label={t('editor.splitBefore')} options={options} required />
    </Form>
  );
}
