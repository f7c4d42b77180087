import { PassageCommentsService } from '../../src/reviews/editor/comments/comments.service.js';
import { FindingsService } from '../../src/reviews/editor/findings/findings.service.js';
import { PassagesService } from '../../src/reviews/editor/passages.service.js';
import { DocumentFiles } from '../../src/reviews/files/document-files.service.js';
import { WordFilesService } from '../../src/reviews/editor/word-file/word-files.service.js';
import { rewritten } from '../support/rewritten-word.js';
import type { Block } from '../../src/platform/documents/document.js';
import type { TestApp } from '../support/app.js';
import type { Person } from '../support/factories.js';

const WORDS: Block[] = [
  { type: 'heading', level: 2, text: 'What follows' },
  {
    type: 'paragraph',
    runs: [
      { text: 'States agreed on ' },
      { text: 'two steps', bold: true, footnote: [{ text: 'As of 2026.' }] },
      { text: ' in Khartoum (', language: 'en' },
      { text: 'الخرطوم', language: 'ar', direction: 'rtl' },
      { text: ').' },
    ],
  },
  {
    type: 'list',
    kind: 'letters',
    items: [
      {
        runs: [{ text: 'a training' }],
        list: { type: 'list', kind: 'bullets', items: [{ runs: [{ text: 'at borders' }] }] },
      },
      { runs: [{ text: 'a meeting' }] },
    ],
  },
  {
    type: 'table',
    caption: 'Officers trained',
    columns: [{ label: 'Year' }, { label: 'Officers', align: 'end' }],
    rows: [[[{ text: '2025' }], [{ text: '120' }]]],
  },
];

/** A passage of the secretariat's own with all that an editor can say, and a comment at it; answers its id. */
export async function newPassage(test: TestApp, { actor }: Person, id: string): Promise<string> {
  const place = { section: 'introduction', after: null };
  const { id: passage } = await test.get(PassagesService).add(actor, id, place, WORDS);
  await test.get(PassageCommentsService).add(actor, id, passage, 'Is this agreed?');
  return passage;
}

/** The pages around it, with a Word file of the document that somebody wrote in. */
export async function passagePages(test: TestApp, { actor }: Person, id: string, passage: string) {
  const { body } = await test.get(DocumentFiles).document(actor, id, 'docx');
  const bytes = rewritten(body, 'a training', 'a long training');
  const upload = await test.get(WordFilesService).upload(actor, id, 'en', { name: 'By hand.docx', bytes });
  const { findings } = await test.get(FindingsService).of(actor, id);
  const { seal } = findings.find((one) => one.seal !== null)!;
  return {
    '/submissions/:id/sections/:key/passages/new': [`/submissions/${id}/sections/introduction/passages/new`],
    '/submissions/:id/sections/:key/figures/new': [`/submissions/${id}/sections/introduction/figures/new`],
    '/submissions/:id/passages/:passageId': [`/submissions/${id}/passages/${passage}`],
    '/submissions/:id/passages/:passageId/words': [`/submissions/${id}/passages/${passage}/words`],
    '/submissions/:id/findings': [`/submissions/${id}/findings`],
    '/submissions/:id/findings/:seal/aside': [`/submissions/${id}/findings/${seal}/aside`],
    '/submissions/:id/word': [`/submissions/${id}/word`],
    '/submissions/:id/word/:uploadId': [`/submissions/${id}/word/${upload.id}`],
  };
}
