import type { Browser } from 'playwright-core';
import { type EditorScene, editorScene, paragraph } from '../reviews/editor/scene.js';
import { DESK, openBrowser, PHONE, PUBLIC_URL, Window } from './support.js';

const LOOKS = process.env.EDITOR_PICTURES;

let scene: EditorScene;
let browser: Browser;
beforeAll(async () => {
  scene = await editorScene({ PUBLIC_URL });
  browser = await openBrowser(scene.test);
});
afterAll(async () => {
  await browser.close();
  await scene.test.close();
});

const blocksOf = async (passageId: string, language = 'en') =>
  (await scene.row(passageId)).words.find((one) => one.language === language)?.edited;

it('writes a passage in place, with the keyboard alone, and saves by itself', async () => {
  const { id, keys } = await scene.draft();
  const words = { en: [paragraph('States trained officers.')] };
  const passageId = await scene.compiled(id, keys[0]!, words);
  const window = await Window.of(browser, scene.test, scene.secretariat);
  const { page } = window;
  await window.open(`/submissions/${id}/passages/${passageId}/words?language=en`);
  const box = page.getByRole('textbox', { name: /original language/ });
  await box.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Then came');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' two');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.keyboard.type('one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('two');
  await page.getByText(/^Saved/).waitFor();
  expect(await blocksOf(passageId)).toEqual([
    {
      type: 'paragraph',
      runs: [{ text: 'States trained officers. Then came' }, { text: ' two', bold: true }],
    },
    { type: 'list', kind: 'bullets', items: [{ runs: [{ text: 'one' }] }, { runs: [{ text: 'two' }] }] },
  ]);
  await window.look({ widths: [PHONE, DESK] });
  if (LOOKS) await page.screenshot({ path: `${LOOKS}/words-en.png`, fullPage: true });
  await window.close();
});

it('keeps a footnote that is being typed when one goes on beside it', async () => {
  const { id, keys } = await scene.draft();
  const passageId = await scene.compiled(id, keys[0]!, { en: [paragraph('States trained officers.')] });
  const window = await Window.of(browser, scene.test, scene.secretariat);
  const { page } = window;
  await window.open(`/submissions/${id}/passages/${passageId}/words?language=en`);
  const box = page.getByRole('textbox', { name: /original language/ });
  const note = page.getByLabel('Text of the footnote');
  await box.click();
  await page.keyboard.press('Control+End');
  await page.getByRole('button', { name: 'Footnote', exact: true }).click();
  await note.fill('As of June.');
  await box.getByText('States trained').click({ position: { x: 5, y: 5 } });
  await note.waitFor({ state: 'detached' });
  // An existing one is changed where it stands, wherever the caret is by then.
  await box.locator('.note-mark').click();
  await note.fill('As of July.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/sections/);
  const footnote = [{ text: 'As of July.' }];
  expect(await blocksOf(passageId)).toEqual([
    { type: 'paragraph', runs: [{ text: 'States trained officers.', footnote }] },
  ]);
  await page.context().close();
});

it('shows both versions when somebody else was faster, and keeps what was typed', async () => {
  const { id, keys } = await scene.draft();
  const passageId = await scene.compiled(id, keys[0]!, { en: [paragraph('Before.')] });
  const window = await Window.of(browser, scene.test, scene.secretariat);
  const { page } = window;
  await window.open(`/submissions/${id}/passages/${passageId}/words?language=en`);
  const other = { language: 'en', text: 'By somebody else.', version: 1 };
  await scene.office.api('PUT', `/submissions/${id}/passages/${passageId}/words`, other);
  const box = page.getByRole('textbox', { name: /original language/ });
  await box.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' And mine.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('alert').getByText('By somebody else.').waitFor();
  expect(await page.getByRole('textbox', { name: /original language/ }).innerText()).toContain(
    'Before. And mine.',
  );
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/sections/);
  expect(await blocksOf(passageId)).toEqual([{ type: 'paragraph', runs: [{ text: 'Before. And mine.' }] }]);
  await page.context().close();
});

it('opens a passage of a section in place, and shows it there as it was saved', async () => {
  const { id, keys } = await scene.draft();
  const words = { en: [paragraph('In its place.')], fr: [paragraph('À sa place.')] };
  const passageId = await scene.compiled(id, keys[0]!, words);
  const window = await Window.of(browser, scene.test, scene.secretariat);
  const { page } = window;
  await window.open(`/submissions/${id}/sections/${keys[0]}?language=fr`, { widths: [PHONE, DESK] });
  if (LOOKS) await page.screenshot({ path: `${LOOKS}/section-en.png`, fullPage: true });
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByRole('textbox', { name: /original language/ }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' And written in place.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const card = page.locator(`#passage-${passageId}`);
  await card.getByText('In its place. And written in place.').waitFor();
  await card.getByText('Not translated').waitFor();
  await window.look();
  if (LOOKS) {
    await page.setViewportSize({ width: PHONE, height: 800 });
    await page.screenshot({ path: `${LOOKS}/section-phone.png`, fullPage: true });
  }
  await window.close();
});

it('is a form without JavaScript', async () => {
  const { id, keys } = await scene.draft();
  const passageId = await scene.compiled(id, keys[0]!, { en: [paragraph('Before.')] });
  const window = await Window.of(browser, scene.test, scene.secretariat, { javaScript: false });
  await window.open(`/submissions/${id}/passages/${passageId}/words?language=ar`);
  await window.page.getByRole('textbox', { name: /Translation/ }).fill('قبل.');
  await window.press('Save');
  expect(await blocksOf(passageId, 'ar')).toEqual([{ type: 'paragraph', runs: [{ text: 'قبل.' }] }]);
  await window.close();
});

it('is read and written from right to left', async () => {
  const { id, keys } = await scene.draft();
  const words = { en: [paragraph('Before 2026.')], ar: [paragraph('قبل 2026 (IOM).')] };
  const passageId = await scene.compiled(id, keys[0]!, words);
  const window = await Window.of(browser, scene.test, scene.secretariat, { language: 'ar' });
  await window.open(`/submissions/${id}/passages/${passageId}/words?language=ar`, { widths: [PHONE, DESK] });
  expect(await window.page.getByRole('textbox').first().getAttribute('dir')).toBe('rtl');
  if (LOOKS) await window.page.screenshot({ path: `${LOOKS}/words-ar.png`, fullPage: true });
  await window.open(`/submissions/${id}/passages/${passageId}`, { widths: [PHONE, DESK] });
  if (LOOKS) await window.page.screenshot({ path: `${LOOKS}/passage-ar.png`, fullPage: true });
  await window.close();
});
