import { Hidden, TextArea } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Transcript } from '../transcript.entity.js';

/** For the delegation: who typed what, of which day, and that nothing counts before it confirms it. */
export function TranscriptNotice({ transcript, href }: { transcript: Transcript; href?: string }) {
  const { t, day, moment } = usePage();
  const { enteredName: name, enteredAt, way, receivedDay } = transcript;
  const values = { name, at: moment(enteredAt), way: t(`transcript.way.${way}`), day: day(receivedDay) };
  return (
    <div class="notice">
      <p>{t('transcript.own', values)}</p>
      {href && (
        <p>
          <a class="button" href={href}>
            {t('transcript.look')}
          </a>
        </p>
      )}
    </div>
  );
}

/** It is not what the delegation says. */
export function RefuseTranscript({ transcript, action }: { transcript: Transcript; action: string }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('transcript.refuseTitle')}</h2>
      <Form action={`${action}/refusal`} submit={t('transcript.refuse')}>
        <Hidden name="version" value={transcript.version} />
        <TextArea name="reason" label={t('transcript.reason')} hint={t('transcript.reasonHint')} rows={2} />
      </Form>
    </section>
  );
}
