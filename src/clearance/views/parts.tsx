import type { TextKey } from '../../platform/i18n/i18n.js';
import { usePage } from '../../platform/web/page-context.js';
import { Prose } from '../../platform/web/prose.js';
import { Timeline } from '../../platform/web/timeline.js';
import type { WayStep } from '../clearance.entity.js';
import type { SeenClearance } from '../seen-clearance.js';

/** The steps in their order; of those before `at` that they are behind, of that one that it waits there. */
export function Steps({ steps, at }: { steps: readonly WayStep[]; at: number }) {
  const { t } = usePage();
  return (
    <ol>
      {steps.map((step, index) => (
        <li key={index} aria-current={index === at ? 'step' : undefined}>
          <bdi>{index === at ? <strong>{step.name}</strong> : step.name}</bdi>
          {': '}
          {step.owner ? <bdi>{step.owner}</bdi> : <span class="quiet">{t('clearance.gone')}</span>}
          {step.days !== null && <span class="quiet"> ({t('clearance.days', { count: step.days })})</span>}
          {index === at && (
            <>
              {' '}
              <span class="tag">{t('clearance.waitsHere')}</span>
            </>
          )}
          {index < at && <span class="quiet"> · {t('clearance.behind')}</span>}
        </li>
      ))}
    </ol>
  );
}

/** Where a text stands, in sentences. */
export function Where({ seen: { clearance, waiting } }: { seen: SeenClearance }) {
  const { t, moment, day } = usePage();
  if (!waiting) return <p>{t(isKey(clearance))}</p>;
  const names = waiting.asked.join(t('clearance.comma'));
  return (
    <>
      <p>
        {t('clearance.is.waiting', {
          step: waiting.step.name,
          names: names || t('clearance.nobody'),
          since: moment(clearance.since),
        })}
      </p>
      {waiting.open && <p class="notice">{t('clearance.open', { name: waiting.step.owner })}</p>}
      {waiting.lastDay && (
        <p class={waiting.over ? 'notice' : 'quiet'}>
          {t(waiting.over ? 'clearance.over' : 'clearance.until', { day: day(waiting.lastDay) })}
        </p>
      )}
    </>
  );
}

/** What was done on the way so far. */
export function ClearanceEvents({ seen: { events, clearance } }: { seen: SeenClearance }) {
  const { t, moment } = usePage();
  if (events.length === 0) return null;
  const [last] = events.slice(-1);
  return (
    <details open={last!.act === 'return'}>
      <summary>{t('clearance.course')}</summary>
      <Timeline
        empty=""
        entries={[...events].reverse().map((event) => ({
          key: event.id,
          when: moment(event.at),
          what: (
            <>
              <bdi>{event.actorName}</bdi>: {t(didKey(event.act, clearance.kind), { step: event.step ?? '' })}
            </>
          ),
          detail: event.reason && <Prose text={event.reason} />,
        }))}
      />
    </details>
  );
}

/** A text is submitted; the others are done. */
function didKey(act: string, kind: string): TextKey {
  if (kind !== 'entry' && act === 'submit') return 'clearance.did.done';
  if (kind !== 'entry' && act === 'change') return 'clearance.did.changeDeed';
  return `clearance.did.${act}` as TextKey;
}

const isKey = ({ state, kind }: SeenClearance['clearance']): TextKey =>
  `clearance.${kind === 'entry' ? 'is' : 'deed'}.${state}` as TextKey;
