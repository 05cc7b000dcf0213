import { EngineError } from '../engine/index';
import type { ChangedChoice, ExportOptions, Outcome, SinceLastTime, Watch } from './api';
import { Campaigning } from './campaigning';
import type { Run } from './on-the-desk';
import { SinceLast } from './since-last';
import { outcome } from './wire';

/** What can be asked of the work beside how it was when the model in use was made. */
export abstract class Comparing extends Campaigning {
  protected readonly since = new SinceLast();

  keepLabels(session: { id: string; name: string } | null): Promise<Outcome<null>> {
    return outcome(async () => {
      if (session) await this.since.keepOf(session.id, session.name);
      else this.since.keep(this.present());
      return null;
    });
  }

  sinceLast(call: number, watch: Watch): Promise<Outcome<SinceLastTime | null>> {
    return this.watched(call, watch, (work) => {
      const run = this.present();
      return run && this.since.look(run, work);
    });
  }

  compareWithList(call: number, file: File, watch: Watch): Promise<Outcome<SinceLastTime | null>> {
    return this.watched(call, watch, (work) => this.since.takeList(file, this.#run(), work));
  }

  changedCsv(
    call: number,
    choice: ChangedChoice,
    options: ExportOptions,
    watch: Watch,
  ): Promise<Outcome<Blob>> {
    return this.watched(call, watch, (work) => this.since.list(this.#run(), choice, options, work));
  }

  #run(): Run {
    const run = this.present();
    if (!run) throw new EngineError('missing-column', { column: 'segment' });
    return run;
  }
}
