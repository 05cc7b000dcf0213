import type { Shown } from './form';
import type { PictureState } from './picture-wait';
import { PROMPT_COMES, WAIT_WORDS } from './words';

/** Shows how it stands with the picture: no picture, no text and no press before all of it is there. */
export function showPictureState(state: PictureState, { view, picture, about, prompt, send }: Shown): void {
  const there = state === 'there';
  // What is below stays where it is while another is drawn.
  view.style.minHeight = state === 'drawing' && !picture.hidden ? `${view.offsetHeight}px` : '';
  picture.hidden = !there;
  view.classList.toggle('drawing', state === 'drawing' || state === 'late');
  about.classList.toggle('wrong', state === 'not-drawn');
  if (state !== 'there') about.textContent = WAIT_WORDS[state];
  prompt.input.readOnly = !there;
  prompt.input.placeholder = state === 'not-drawn' ? '' : PROMPT_COMES;
  if (!there) prompt.input.value = '';
  // It keeps the focus, and says why it cannot be pressed.
  if (there) send.removeAttribute('aria-disabled');
  else send.setAttribute('aria-disabled', 'true');
}
