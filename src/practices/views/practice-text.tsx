import { usePage } from '../../platform/web/page-context.js';
import { Prose } from '../../platform/web/prose.js';
import { PARTS } from '../practice-document.js';
import type { SeenPractice } from '../practice-query.service.js';
import { PracticeFacts } from './practice-facts.js';

/** What a practice says, without its title and checklist. */
export function PracticeText({ practice, standing }: Pick<SeenPractice, 'practice' | 'standing'>) {
  const { t } = usePage();
  const { content, language } = practice;
  return (
    <>
      <PracticeFacts practice={practice} standing={standing} />
      {PARTS.map((part) => {
        const text = content[part];
        return (
          text && (
            <section key={part}>
              <h2>{t(`practice.${part}`)}</h2>
              <Prose text={text} language={language} />
            </section>
          )
        );
      })}
      {content.links.length > 0 && (
        <section>
          <h2>{t('practice.links')}</h2>
          <div class="prose">
            {content.links.map((link) => (
              <p key={link}>
                <a href={link} rel="noreferrer" dir="ltr">
                  {link}
                </a>
              </p>
            ))}
          </div>
        </section>
      )}
    </>
  );
}
