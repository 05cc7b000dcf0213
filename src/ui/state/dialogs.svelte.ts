/** Dialogs that are opened from several places. */
class Dialogs {
  history = $state(false);
}

export const dialogs = new Dialogs();
