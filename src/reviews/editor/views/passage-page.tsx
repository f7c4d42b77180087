import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { languageName } from '../../../platform/i18n/language-names.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { languagesOf } from '../draft.js';
import type { PassageComment } from '../comments/passage-comment.entity.js';
import type { OnePassage } from '../passage.view.js';
import { canDo, type PassageVerb } from '../rules/passage-verbs.js';
import type { NamedSource } from '../sources/source-names.service.js';
import type { Stretch } from '../words/word-differences.js';
import { blocksIn } from '../words/passage-words.js';
import { Comments } from './comments.js';
import { News } from './news.js';
import { passagePath, picturesOf } from './passage-card.js';
import { Placing, Splitting } from './placing.js';
import { titleIn } from './title-in.js';
import { Sources } from './sources.js';
import { Words } from './words.js';

export interface PassagePageProps {
  view: OnePassage;
  sources: readonly NamedSource[];
  comments: readonly PassageComment[];
  /** What the edited words and the compiled ones differ in; empty where there is no news. */
  differences: readonly Stretch[];
}

/** A passage with all that can be done to it, what it comes from, and what was said of it. */
export function PassagePage({ view, sources, comments, differences }: PassagePageProps) {
  const { t, language } = usePage();
  const { submission, section, passage, news, number, standings } = view;
  const base = `/submissions/${submission.id}`;
  const path = passagePath(base, passage.id);
  const editable = submission.state === 'drafting';
  const can = (verb: PassageVerb) => editable && canDo(verb, { ...passage, news });
  const fields = { version: passage.version };
  const hidden = news === 'withdrawn';
  return (
    <Layout
      title={number === null ? t('editor.passage') : t('editor.passageNumber', { number })}
      crumbs={[
        placeCrumb(submission.mechanismId),
        { label: submission.title, href: base },
        {
          label: titleIn(section.title, submission.language),
          href: `${base}/sections/${section.key}#passage-${passage.id}`,
        },
      ]}
    >
      <p>
        <span class="tag">{t(`editor.state.${passage.state}`)}</span>
      </p>
      {languagesOf(submission).map((one) => {
        const blocks = blocksIn(passage, one, submission.language);
        const standing = standings.get(one);
        return (
          <section key={one}>
            <h2>
              {languageName(one, language)}{' '}
              {standing && standing !== 'current' && (
                <span class="tag mark waits">{t(`editor.standing.${standing}`)}</span>
              )}
            </h2>
            {hidden && <p class="doubt">{t(blocks ? 'editor.maskedEdit' : 'editor.news.withdrawn')}</p>}
            {hidden && !blocks ? null : blocks ? (
              <Words
                blocks={blocks}
                language={one}
                first={number}
                pictures={picturesOf(base, passage.id, one)}
              />
            ) : (
              <p class="quiet">{t('editor.notTranslated', { language: languageName(one, language) })}</p>
            )}
            {can('write') && (
              <p>
                <a href={`${path}/words?language=${one}`}>
                  {one === submission.language
                    ? t('editor.edit')
                    : t('editor.translate', { language: languageName(one, language) })}
                </a>
              </p>
            )}
          </section>
        );
      })}
      <News {...{ view, differences, path, editable }} />
      <Sources sources={sources} />
      <Comments comments={comments} path={path} />
      {editable && (
        <section>
          <h2>{t('editor.actions')}</h2>
          <div class="buttons">
            {can('leaveOut') && (
              <PostButton action={`${path}/left-out`} label={t('editor.leaveOut')} second fields={fields} />
            )}
            {can('takeIn') && (
              <PostButton action={`${path}/taken-in`} label={t('editor.takeIn')} second fields={fields} />
            )}
            {can('merge') && view.next && view.next.state !== 'left-out' && (
              <PostButton
                action={`${path}/merge`}
                label={t('editor.merge')}
                second
                fields={{ ...fields, next: view.next.id, nextVersion: view.next.version }}
              />
            )}
            {can('remove') && (
              <PostButton
                action={`${path}/removal`}
                label={t('editor.removePassage')}
                danger
                fields={fields}
              />
            )}
          </div>
          {can('move') && <Placing view={view} path={path} />}
          {can('split') && <Splitting view={view} path={path} />}
        </section>
      )}
    </Layout>
  );
}
