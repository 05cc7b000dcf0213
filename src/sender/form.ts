/** An element with its words and properties; nothing is ever written as markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

let count = 0;

/** A field below its label, with a line for what is wrong with it. */
export function field<T extends HTMLInputElement | HTMLTextAreaElement>(label: string, input: T) {
  const wrong = el('p', { className: 'wrong', id: `wrong-${++count}`, hidden: true });
  input.id = `field-${count}`;
  input.setAttribute('aria-describedby', wrong.id);
  const box = el('div', { className: 'field' }, el('label', { htmlFor: input.id }, label), input, wrong);
  const say = (words: string): void => {
    wrong.textContent = words;
    wrong.hidden = words === '';
    input.setAttribute('aria-invalid', String(words !== ''));
  };
  return { box, input, say };
}

/** What every sender shows: the picture, the text that goes with it, and the buttons. */
export function makeShown(title: string, ask: string) {
  // Without a source a picture with other words for it is shown as a broken one.
  const picture = el('img', { alt: 'The chart as it is sent', hidden: true });
  const view = el('div', { className: 'view', ariaLabel: 'The picture, to be scrolled sideways' }, picture);
  view.setAttribute('role', 'group');
  const about = el('figcaption', { id: 'about-picture', ariaLive: 'polite' });
  const prompt = field('The text that goes with it (you can change it)', el('textarea', { rows: 5 }));
  const send = el('button', { type: 'button', className: 'send' }, ask);
  send.setAttribute('aria-describedby', about.id);
  const stop = el('button', { type: 'button', className: 'stop', hidden: true }, 'Stop');
  const state = el('p', { className: 'state' });
  state.setAttribute('role', 'status');
  const waited = el('span', { className: 'waited' });
  waited.setAttribute('aria-hidden', 'true');
  const question = [el('h2', {}, title), el('figure', {}, view, about), prompt.box];
  const actions = el('div', { className: 'actions' }, send, stop, state, waited);
  return { question, actions, view, picture, about, prompt, send, stop, state, waited };
}

export type Shown = ReturnType<typeof makeShown>;

const input = (properties: Partial<HTMLInputElement>): HTMLInputElement =>
  el('input', { autocomplete: 'off', spellcheck: false, ...properties });

/** All that the document of a provider shows. */
export function makeForm(name: string) {
  const shown = makeShown('What is sent', `Send to ${name}`);
  const model = field('Model', input({ type: 'text' }));
  const key = field('Key', input({ type: 'password' }));
  const address = field('Address', input({ type: 'url' }));
  const keep = el('input', { type: 'checkbox' });
  const to = el('code');
  const content = [
    ...shown.question,
    el('div', { className: 'pair' }, address.box, model.box, key.box),
    el('label', { className: 'keep' }, keep, 'Keep these on this device'),
    el('p', { className: 'to' }, 'It goes to ', to),
    shown.actions,
  ];
  return { ...shown, content, model, key, address, keep, to };
}
