import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { newPerson, newPlan } from '../support/factories.js';
import { openBrowser, PUBLIC_URL, Window } from './support.js';

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {}</style></head><body>
<!--StartFragment--><p class=MsoNormal>Law<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span
class=MsoFootnoteReference><span>[1]</span></span></a> of <a href="https://example.org/a">the
parliament</a>:</p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>First <b>one</b></p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>Deeper</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Number</p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>Year</p></td><td><p>Who | what<o:p></o:p></p></td></tr>
<tr><td><p>2026</p></td><td><p>A</p><p>B</p></td></tr></table>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment-->
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a
style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Law 4, <i>section</i> 3</p></div></div></body></html>`;
const FROM_WORD = `Law[^1] of [the parliament](https://example.org/a):

- First one
   - Deeper
1. Number

| Year | Who \\| what |
| --- | --- |
| 2026 | A<br>B |

[^1]: Law 4, section 3`;

const PAGE = `<p>See https://example.org/x and <a href="https://example.org/x">https://example.org/x</a></p>
<ol><li>One<ul><li>Part</li></ul></li><li><p>Two</p><p>more</p></li></ol>`;

let test: TestApp;
let browser: Browser;
let window: Window;
let page: Page;

beforeAll(async () => {
  test = await startApp({ env: { PUBLIC_URL } });
  browser = await openBrowser(test);
  const { items } = await newPlan(test, 'khartoum', [{ code: '1', title: 'Train', owners: ['all-members'] }]);
  window = await Window.of(browser, test, await newPerson(test, ['focal-point', 'khartoum', 'KEN']));
  ({ page } = window);
  await page.goto(`/progress/new?item=${items[0]!.id}`);
  await page.locator(FIELD).focus();
  await page.locator('.writing-tools').first().waitFor();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await test?.close();
});

const FIELD = 'textarea[name="content.narrative"]';
const paste = (html: string) =>
  page.locator(FIELD).evaluate((area, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', data);
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
const value = () => page.locator(FIELD).inputValue();
/** How pastes are read is loaded with the first. */
const becomes = async (text: string) => {
  await page.waitForFunction(
    ([field, wanted]) => document.querySelector<HTMLTextAreaElement>(field!)!.value === wanted,
    [FIELD, text],
  );
};
const press = (name: string) =>
  page
    .locator('.field', { has: page.locator(FIELD) })
    .getByRole('button', { name, exact: true })
    .click();

it('keeps lists, tables, links and footnotes that are pasted, and takes a paste back', async () => {
  await page.locator(FIELD).fill('');
  await paste(WORD);
  await becomes(FROM_WORD);
  await page.keyboard.press('Control+z');
  expect(await value()).toBe('');
  await page.keyboard.type('Before ');
  await paste(PAGE);
  await becomes(
    'Before \n\nSee https://example.org/x and https://example.org/x\n\n1. One\n   - Part\n2. Two\n   more',
  );
  await page.locator(FIELD).fill('Before');
  await paste('<p>Only <b>words</b></p>');
  // As the browser does it: this event is no real one.
  expect(await value()).toBe('Before');
});

it('writes them by buttons, and shows how they will look', async () => {
  await page.locator(FIELD).fill('One\nTwo');
  await page.locator(FIELD).selectText();
  await press('List');
  expect(await value()).toBe('- One\n- Two');
  await press('Footnote');
  await page.keyboard.type('A note');
  expect(await value()).toBe('- One\n- Two[^1]\n\n[^1]: A note');
  await press('Preview');
  const preview = page.locator('.writing-preview:visible');
  await preview.locator('li', { hasText: 'A note' }).waitFor();
  expect(await preview.locator('ul > li').allTextContents()).toEqual(['One', 'Two1']);
  await press('Preview');
  await page.locator(FIELD).fill('');
  await press('Table');
  await page.keyboard.type('Year');
  expect(await value()).toBe('| Year | Column 2 |\n| --- | --- |\n|  |  |\n|  |  |');
  await page.locator(FIELD).fill('the law');
  await page.locator(FIELD).selectText();
  await press('Link');
  await page.keyboard.type('https://example.org');
  expect(await value()).toBe('[the law](https://example.org)');
});

it('breaks no rule of the page', async () => {
  await page.locator(FIELD).fill('');
  await paste(WORD);
  await press('Preview');
  await page.locator('.writing-preview:visible li').first().waitFor();
  await window.look({ widths: [320] });
});
