/** The style of the HTML page, on screen, light or dark, and on paper. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1a1a1a; --link: #14467c; --rule: #767676; --hair: #c8c8c8; --quiet: #595959; --faint: #f4f4f4; --target: #fff7d6; }
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #16181b; --ink: #e6e6e6; --link: #9cc4f2; --rule: #8a8a8a; --hair: #4a4d52; --quiet: #b3b3b3; --faint: #22252a; --target: #4a3f12; }
  img { background: #fff; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 46rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', Arial, sans-serif; overflow-wrap: break-word; }
:lang(ar) { line-height: 1.8; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; break-after: avoid; }
h1 { font-size: 1.85rem; margin: 0 0 .25em; }
h2 { font-size: 1.35rem; margin: 2.2em 0 .6em; }
h3 { font-size: 1.12rem; margin: 1.8em 0 .5em; }
h4 { font-size: 1rem; margin: 1.5em 0 .4em; }
h2:has(.lead), h3:has(.lead), h4:has(.lead) { display: flex; }
.lead { flex: none; min-width: var(--lead-1); }
h3 .lead, .level-2 .lead { min-width: var(--lead-2); }
h4 .lead, .level-3 .lead { min-width: var(--lead-3); }
.logo { display: block; max-width: min(14rem, 100%); max-height: 3.5rem; margin-block-end: 1.25rem; }
.subtitle { margin: 0; font-size: 1.1rem; color: var(--quiet); }
header { border-block-end: 1px solid var(--rule); padding-block-end: 1.25rem; margin-block-end: 2rem; }
header dl { margin: 1.25rem 0 0; display: grid; gap: .3rem; }
header dl div { display: grid; grid-template-columns: minmax(8rem, 12rem) 1fr; gap: 1rem; }
header dt { color: var(--quiet); }
header dd { margin: 0; }
nav { margin-block-end: 2.5rem; }
nav h2 { margin-block-start: 0; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li { margin: .3em 0; }
nav a { display: flex; text-decoration: none; color: inherit; }
nav a:hover { text-decoration: underline; }
nav .level-1 { font-weight: 600; margin-block-start: .7em; }
nav .level-2 { padding-inline-start: max(var(--lead-1), 1.2em); }
nav .level-3 { padding-inline-start: calc(max(var(--lead-1), 1.2em) + max(var(--lead-2), 1.2em)); }
p { margin: 0 0 .85em; }
p[dir='rtl'], p[dir='ltr'], blockquote[dir] { text-align: start; }
body.landscape { max-width: 72rem; }
.masthead { margin-block-end: 2rem; }
.masthead p { margin: 0; }
.masthead .organization { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; font-size: 1.1rem; border-block-end: 1px solid var(--ink); }
.masthead .organization b { font-size: 1.35rem; }
.masthead .reference { display: grid; grid-template-columns: 1fr minmax(9rem, auto); gap: 1rem; padding-block: .7rem; border-block-end: 3px solid var(--ink); margin-block-end: .9rem; font-size: .95rem; }
.masthead .logo { margin: 0; }
.masthead .reference + p { font-weight: 600; }
.number { display: inline-block; min-width: 2.6em; }
p.note { font-size: .9rem; border-inline-start: 2px solid var(--hair); padding-inline-start: 1em; color: var(--quiet); }
blockquote { margin: 0 2.6em .85em; }
p.quote { margin-inline: 2.6em; }
.marked { list-style: none; margin: 0 0 .85em; padding-inline-start: 2.6em; }
.marked li { display: flex; gap: .6em; margin-block-end: .5em; }
.marked li > div { min-width: 0; }
.marked .marked { padding-inline-start: .6em; margin: .5em 0 0; }
.marker { flex: none; min-width: 1.6em; }
ul > li > .marker { min-width: .8em; }
figure { margin: 1.5em 0; }
figure img { display: block; max-width: 100%; height: auto; }
.label { font-weight: 400; }
sup { line-height: 0; font-size: .75em; }
sup a { text-decoration: none; padding: .3em .15em; }
.table { margin: 1.5em 0; overflow-x: auto; }
.table:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.4; border-block-end: 1px solid var(--rule); table-layout: fixed; }
caption, figcaption { text-align: start; font-weight: 600; padding-block-end: .5em; break-after: avoid; }
th, td { padding: .4em .5em; vertical-align: top; border-block-start: 1px solid var(--hair); }
thead th { border-block: 1px solid var(--rule); vertical-align: bottom; font-weight: 600; }
th:first-child, td:first-child { padding-inline-start: 0; }
th:last-child, td:last-child { padding-inline-end: 0; }
.left { text-align: left; } .right { text-align: right; } .center { text-align: center; }
td.right, td.center { font-variant-numeric: tabular-nums; }
.board { margin: 1.5em 0; }
.board .group { font-weight: 600; margin: 1em 0 .35em; font-size: .9rem; }
.board ul { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); gap: .3rem; }
.board li { border: 1px solid var(--hair); padding: .4em .5em; font-size: .8rem; line-height: 1.35; display: flex; flex-direction: column; justify-content: space-between; break-inside: avoid; }
.board li p { margin: 0 0 .35em; }
.board dl { margin: 0; font-size: .75rem; color: var(--quiet); }
.board dl div { display: flex; justify-content: space-between; gap: .5em; }
.board dd { margin: 0; font-variant-numeric: tabular-nums; }
.board .muted { background: var(--faint); color: var(--quiet); border-style: dashed; }
.legend { font-size: .8rem; color: var(--quiet); margin: .6em 0 0; }
.notes { border-block-start: 1px solid var(--rule); margin-block-start: 3rem; font-size: .9rem; }
.notes h2 { font-size: 1.1rem; margin-block-start: 1rem; }
.notes ol { padding-inline-start: 2em; }
.notes li:target, p:target { background: var(--target); }
body > footer { margin-block-start: 3rem; font-size: .8rem; color: var(--quiet); }
@media (max-width: 40rem) {
  .board ul { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  header dl div { grid-template-columns: 1fr; gap: 0; }
  table { table-layout: auto; }
  table.wide { min-width: 44rem; }
  .marked { padding-inline-start: 1.2em; }
}
@page { size: A4; margin: 2.3cm 2.2cm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt sans-serif; } }
@page wide { size: A4 landscape; }
@media print {
  :root { font-size: 10pt; }
  body.landscape { page: wide; }
  .table { overflow: visible; }
  body { max-width: none; padding: 0; }
  .board { break-inside: avoid; padding: 1px; }
  a { color: inherit; text-decoration: none; }
  nav { break-after: page; }
  .page-break { break-after: page; }
  p { orphans: 2; widows: 2; }
  tr, figure img, .board li { break-inside: avoid; }
  thead { display: table-header-group; }
  body > footer, [role='doc-backlink'] { display: none; }
}
`;
