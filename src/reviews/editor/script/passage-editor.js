/*
 * One passage in an editor, in place of the textarea of its form. It saves by itself; until the server has the words they are
 * kept in this browser, as those of any form are.
 */
import { baseKeymap } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { EditorState, NodeSelection } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import texts from './texts.js';
import { askNote, settle } from './asking.js';
import { toBlocks, toDoc } from './blocks.js';
import { keys } from './commands.js';
import { keptView } from './kept-view.js';
import { schema } from './schema.js';
import { toolbarOf } from './toolbar.js';
import { wordsKept } from './words-kept.js';

const SAVE_MS = 2_000;
let count = 0;

/** `replaced(html)`: what the server answered in place of the form. */
export function edit(form, { focus = false, replaced, closed }) {
  const area = form.querySelector('textarea');
  const holder = area.closest('.field') ?? area;
  const id = `passage-editor-${(count += 1)}`;
  const box = Object.assign(document.createElement('div'), { className: 'editor' });
  const said = form.querySelector('[data-said]');
  const say = (text) => (said.textContent = text);
  const kept = wordsKept(form);
  const blocksNow = () => toBlocks(view.state.doc);
  let saved = JSON.stringify(toBlocks(toDoc(JSON.parse(form.dataset.blocks))));
  let timer = null;
  let sending = null;
  let touched = false;

  const view = new EditorView(box, {
    state: stateOf(JSON.parse(form.dataset.blocks)),
    attributes: {
      id,
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': form.dataset.label,
      lang: area.lang,
      dir: form.dataset.direction,
      spellcheck: 'true',
      class: 'prose',
    },
    nodeViews: { kept: (node, editor, getPos) => keptView(node, editor, getPos, form.dataset.pictures) },
    handleClickOn(editor, _position, node, at) {
      if (node.type !== schema.nodes.footnote) return false;
      editor.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, at)));
      askNote(editor, tools.asking);
      return true;
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      tools.update(view.state);
      if (transaction.docChanged) changed();
    },
  });
  const tools = toolbarOf(view, id);
  box.prepend(tools.bar, tools.asking);
  tools.update(view.state);
  holder.hidden = true;
  area.disabled = true;
  holder.after(box);
  if (focus) view.focus();

  function stateOf(blocks) {
    const plugins = [history(), keymap(keys), keymap(baseKeymap), tableEditing()];
    return EditorState.create({ doc: toDoc(blocks), plugins });
  }

  function changed() {
    touched = true;
    say(texts['editor.unsaved']);
    void kept.put(blocksNow());
    clearTimeout(timer);
    // What is not there yet is begun by its button, once.
    if (form.elements.version) timer = setTimeout(save, SAVE_MS);
  }

  const body = (more) => {
    const fields = new URLSearchParams(
      [...new FormData(form)].filter(([, value]) => typeof value === 'string'),
    );
    fields.set('blocks', JSON.stringify(blocksNow()));
    for (const [name, value] of Object.entries(more)) fields.set(name, value);
    return fields;
  };
  const post = (more) =>
    fetch(form.action, {
      method: 'POST',
      body: body(more),
      headers: { 'x-editor': 'on' },
      redirect: 'error',
    });

  /** One save after the other: each names the version that the one before it made. */
  async function save() {
    clearTimeout(timer);
    timer = null;
    if (!form.elements.version) return;
    if (sending) return void (timer = setTimeout(save, SAVE_MS));
    const words = JSON.stringify(blocksNow());
    if (words === saved) return;
    sending = post({ saving: 'on' }).then(
      async (answer) => {
        const answered = fragmentOf(await answer.text()).querySelector('[data-version]');
        if (answer.ok && answered) {
          form.elements.version.value = answered.dataset.version;
          saved = words;
          if (JSON.stringify(blocksNow()) === words) void kept.drop();
        }
        // A conflict is shown when the form is sent: nobody is interrupted while they write.
        say(answered?.textContent ?? texts['editor.notSaved']);
      },
      () => say(texts['editor.offline']),
    );
    await sending;
    sending = null;
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    settle(tools.asking);
    clearTimeout(timer);
    await sending;
    await post({}).then(
      async (answer) => {
        const html = await answer.text();
        if (answer.ok) void kept.drop();
        replaced(html, answer.ok);
      },
      () => say(texts['editor.offline']),
    );
  });
  form.addEventListener('click', (event) => {
    if (!event.target.closest('[data-close]')) return;
    event.preventDefault();
    settle(tools.asking);
    clearTimeout(timer);
    // What is not saved stays in the browser, and is offered again.
    closed(!touched);
  });
  addEventListener('pagehide', () => {
    settle(tools.asking);
    void save();
  });

  void kept.offer(form, {
    now: () => JSON.stringify(blocksNow()),
    take(blocks) {
      view.updateState(stateOf(blocks));
      changed();
      view.focus();
    },
  });
  return {
    destroy() {
      settle(tools.asking);
      clearTimeout(timer);
      view.destroy();
    },
    save,
  };
}

export function fragmentOf(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}
