import { usePage } from '../../../platform/web/page-context.js';

interface TickBarProps {
  /** All that may be accepted on the page. */
  open: readonly string[];
  /** Address with all of them ticked. */
  tickAll: string;
  /** Whether the status that they say may be taken over for their items; null where none says one. */
  setStatus: boolean | null;
}

/** Below answers with a tick each: the buttons for those ticked and for all. How many are ticked, the sheet counts. */
export function TickBar({ open, tickAll, setStatus }: TickBarProps) {
  const { t } = usePage();
  if (open.length === 0) return null;
  return (
    <>
      {setStatus !== null && <p class="hint">{t('collect.setStatusHint')}</p>}
      <div class="tick-bar">
        {open.map((tick) => (
          <input key={tick} type="hidden" name="every" value={tick} />
        ))}
        <button type="submit">
          {t('collect.acceptTicked')}
          <span class="ticked-count" />
        </button>
        <button type="submit" name="all" value="on" class="second">
          {t('collect.acceptAll', { count: open.length })}
        </button>
        <a href={tickAll}>{t('collect.tickAll', { count: open.length })}</a>
        {setStatus !== null && (
          <label class="choice">
            <input type="checkbox" name="setStatus" value="on" checked={setStatus} />
            <span>{t('collect.setStatus')}</span>
          </label>
        )}
      </div>
    </>
  );
}
