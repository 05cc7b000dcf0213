import type { Outcome, SessionInfo } from './api';
import * as sessions from './sessions';
import { outcome } from './wire';
import { WatchedCalls } from './watched-calls';

/** What can be done with stored sessions without opening one. */
export class SessionShelf extends WatchedCalls {
  sessions(): Promise<Outcome<readonly SessionInfo[]>> {
    return outcome(async () => {
      const stored = await sessions.listSessions();
      void outcome(() => sessions.removeUnfinished());
      return stored;
    });
  }

  renameSession(id: string, name: string): Promise<Outcome<null>> {
    return outcome(() => sessions.renameSession(id, name).then(() => null));
  }

  deleteSession(id: string): Promise<Outcome<null>> {
    return outcome(() => sessions.deleteSession(id).then(() => null));
  }

  removeEverything(): Promise<Outcome<null>> {
    return outcome(() => sessions.deleteAllSessions().then(() => null));
  }
}
