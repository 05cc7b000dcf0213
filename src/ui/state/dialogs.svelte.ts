/** Dialogs that are opened from several places. */
class Dialogs {
  history = $state(false);
  compare = $state(false);
  name = $state(false);
  keepSteps = $state(false);
  palette = $state(false);
}

export const dialogs = new Dialogs();
