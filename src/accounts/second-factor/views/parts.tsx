import type { ComponentChildren } from 'preact';
import { Form } from '../../../platform/web/form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { ProofField } from './proof-field.js';

export const HOME = '/account/second-factor';

/** What a step of setting up needs to know of the one who takes it. */
export interface Step {
  state: FormState;
  /** Whether the person signed in just now: no password is asked. */
  fresh: boolean;
}

/** A page below the one that shows how somebody signs in. */
export function FactorPage({ title, children }: { title: string; children: ComponentChildren }) {
  const { t, actor } = usePage();
  const account = { label: t('account.title'), href: '/account' };
  const crumbs = [
    ...(actor.lacksSecondFactor ? [] : [account]),
    { label: t('secondFactor.title'), href: HOME },
  ];
  return (
    <Layout title={title} crumbs={crumbs}>
      {children}
    </Layout>
  );
}

/** A page that says what will happen, asks for the password where it must, and does it. */
export function ConfirmPage(
  props: Step & { title: string; text: string; action: string; submit: string; children?: ComponentChildren },
) {
  return (
    <FactorPage title={props.title}>
      <p>{props.text}</p>
      <Form action={props.action} state={props.state} submit={props.submit} cancel={HOME}>
        {props.children}
        <ProofField fresh={props.fresh} />
      </Form>
    </FactorPage>
  );
}
