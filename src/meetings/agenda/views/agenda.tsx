import { rendition } from '../../../platform/i18n/localized.js';
import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { Steps } from '../../../platform/web/steps.js';
import type { AgendaItem, Meeting } from '../../meeting/meeting.entity.js';

interface AgendaProps {
  meeting: Meeting;
  agenda: readonly AgendaItem[];
  editable: boolean;
}

export function Agenda({ meeting, agenda, editable }: AgendaProps) {
  const { t } = usePage();
  if (agenda.length === 0 && !editable) return null;
  return (
    <section id="agenda">
      <h2>{t('agenda.agenda')}</h2>
      {agenda.length === 0 && <p class="quiet">{t('agenda.none')}</p>}
      <ol class="tree">
        {agenda.map((item, index) => (
          <li key={item.id}>
            <Item item={item} number={index + 1} editable={editable} movable={agenda.length > 1} />
          </li>
        ))}
      </ol>
      {editable && (
        <div class="buttons">
          <a
            class={agenda.length === 0 ? 'button' : 'button second'}
            href={`/meetings/${meeting.id}/agenda/new`}
          >
            {t('agenda.new')}
          </a>
        </div>
      )}
    </section>
  );
}

interface ItemProps {
  item: AgendaItem;
  number: number;
  editable: boolean;
  movable: boolean;
}

function Item({ item, number, editable, movable }: ItemProps) {
  const { t, language } = usePage();
  const name = rendition(item.title, language).text;
  return (
    <div class="node">
      <span class="code">{number}</span>
      <span>
        <LocalizedText value={item.title} />
      </span>
      <span class="node-end">
        {editable && movable && (
          <Steps action={`/agenda-items/${item.id}/step`} label={(way) => t(`meeting.${way}`, { name })} />
        )}
        {editable && (
          <>
            <a href={`/agenda-items/${item.id}`} aria-label={t('agenda.editNamed', { name })}>
              {t('agenda.edit')}
            </a>
            <PostButton action={`/agenda-items/${item.id}/removal`} label={t('agenda.remove')} quiet />
          </>
        )}
      </span>
      {item.speaker && (
        <span class="meta">
          <bdi>{item.speaker}</bdi>
        </span>
      )}
    </div>
  );
}
