/* A picture, a board or a page break in the editor: it stays as it is; a picture's words can be changed. */
import texts from './texts.js';

export function keptView(node, view, getPos, pictures) {
  const dom = document.createElement('figure');
  dom.className = 'editor-kept';
  const set = (name, value) => {
    const { tr } = view.state;
    view.dispatch(
      tr.setNodeMarkup(getPos(), null, { ...view.state.doc.nodeAt(getPos()).attrs, [name]: value }),
    );
  };
  const field = (name, label) => {
    const box = document.createElement('label');
    const input = Object.assign(document.createElement('input'), {
      type: 'text',
      value: node.attrs[name] ?? '',
    });
    input.addEventListener('change', () => set(name, input.value.trim()));
    box.append(`${label} `, input);
    dom.append(box);
  };
  if (node.attrs.text !== null) {
    if (pictures)
      dom.append(
        Object.assign(document.createElement('img'), { src: `${pictures}&of=${node.attrs.of}`, alt: '' }),
      );
    field('text', texts['editor.alternative']);
    field('caption', texts['editor.ask.caption']);
  } else dom.append(node.attrs.caption || texts['editor.keptBlock']);
  return {
    dom,
    stopEvent: (event) => event.target.tagName === 'INPUT',
    ignoreMutation: () => true,
    // Its fields know better what stands in them.
    update: (other) => other.type === node.type && other.attrs.of === node.attrs.of,
  };
}
