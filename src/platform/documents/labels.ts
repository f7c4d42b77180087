import type { Translate } from '../i18n/i18n.js';
import type { Labels } from './document.js';

export const labelsIn = (t: Translate): Labels => ({
  page: t('doc.page'),
  of: t('doc.of'),
  notes: t('doc.notes'),
  note: t('doc.note'),
  table: t('doc.table'),
  figure: t('doc.figure'),
  backToText: t('doc.backToText'),
});
