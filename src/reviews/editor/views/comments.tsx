import { TextArea } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { PassageComment } from '../comments/passage-comment.entity.js';

/** What the secretariat said of a passage; in no document. */
export function Comments({ comments, path }: { comments: readonly PassageComment[]; path: string }) {
  const { t, moment } = usePage();
  return (
    <section id="comments">
      <h2>{t('editor.commentsTitle')}</h2>
      {comments.map((one) => (
        <article key={one.id} class="card" id={`comment-${one.id}`}>
          <p class="quiet">
            <bdi>{one.author}</bdi>, {moment(one.at)}
            {one.settledAt && <span class="tag"> {t('editor.settled')}</span>}
          </p>
          {one.quote && (
            <blockquote dir="auto">
              <p>{one.quote}</p>
            </blockquote>
          )}
          <p class="pre" dir="auto">
            {one.text}
          </p>
          <PostButton
            action={`${path}/comments/${one.id}`}
            label={t(one.settledAt ? 'editor.openAgain' : 'editor.settle')}
            quiet
            fields={{ settled: one.settledAt ? '' : 'on' }}
          />
        </article>
      ))}
      <Form action={`${path}/comments`} submit={t('editor.addComment')} second>
        <TextArea name="text" label={t('editor.comment')} rows={3} required />
      </Form>
    </section>
  );
}
