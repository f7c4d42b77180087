import { usePage } from '../../platform/web/page-context.js';
import type { WayStep } from '../clearance.entity.js';
import { pathOf } from '../deed-of.js';
import type { SeenClearance } from '../seen-clearance.js';
import { ClearanceEvents, Steps, Where } from './parts.js';

/** On one's own entry, practice or request: where something to be opened stands, and what can be done. */
export function ClearancePanel({ seen }: { seen: SeenClearance }) {
  const { t } = usePage();
  const { clearance, waiting } = seen;
  const heading = `clearance-${clearance.id}`;
  return (
    <section class="card" aria-labelledby={heading}>
      <h2 id={heading}>{t('clearance.title')}</h2>
      {clearance.kind !== 'entry' && <p>{t(`clearance.kind.${clearance.kind}`)}</p>}
      <Where seen={seen} />
      {waiting && <Steps steps={clearance.steps} at={clearance.at} />}
      {waiting && (
        <p>
          {/* A link and no button: this also stands within the form the text is written in. */}
          <a class={waiting.mine ? 'button' : undefined} href={pathOf(clearance)}>
            {t(waiting.mine ? 'clearance.decide' : 'clearance.look')}
          </a>
        </p>
      )}
      {waiting && <p class="hint">{t('clearance.editHint')}</p>}
      <ClearanceEvents seen={seen} />
    </section>
  );
}

/** On one's own working text that is not in clearance yet: which steps it will pass. */
export function WayPanel({ steps }: { steps: WayStep[] }) {
  const { t } = usePage();
  return (
    <section class="card" aria-labelledby="clearance">
      <h2 id="clearance">{t('clearance.title')}</h2>
      <p>{t('clearance.way')}</p>
      <Steps steps={steps} at={-1} />
    </section>
  );
}

/** On one's own text that was submitted: what was done before. */
export function ClearedPanel({ seen: { clearance } }: { seen: SeenClearance }) {
  const { t } = usePage();
  return (
    <p>
      <a href={pathOf(clearance)}>{t('clearance.wasCleared')}</a>
    </p>
  );
}

/** Of a subject of which several things may be on their way. */
export function ClearancePanels({ seen }: { seen: SeenClearance[] }) {
  return (
    <>
      {seen.map((one) => (
        <ClearancePanel key={one.clearance.id} seen={one} />
      ))}
    </>
  );
}
