import type { ComponentChildren } from 'preact';

interface NoticeProps {
  /** `information` is worth knowing, `success` was just done, `warning` may go wrong, `error` did. */
  kind?: 'information' | 'success' | 'warning' | 'error';
  title?: string;
  children: ComponentChildren;
}

const CLASSES = {
  information: 'notice',
  success: 'notice success',
  warning: 'notice warning',
  error: 'errors',
};

/** What somebody has to know before they go on. What is wrong in a form is said by the form itself. */
export const NoticeBox = ({ kind = 'information', title, children }: NoticeProps) => (
  <section class={CLASSES[kind]}>
    {title && <h2>{title}</h2>}
    {children}
  </section>
);
