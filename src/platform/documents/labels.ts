import type { Translate } from '../i18n/i18n.js';
import type { Labels } from './document.js';

export const labelsIn = (t: Translate): Labels => ({
  page: t('doc.page'),
  of: t('doc.of'),
  notes: t('doc.notes'),
  note: t('doc.note'),
  backToText: t('doc.backToText'),
});
