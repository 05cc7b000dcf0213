import type { ReadOptions } from '../../engine/index';
import { goToWork } from './open-stored';
import { route } from './route.svelte';
import { sharing } from './sharing.svelte';
import { workspace } from './workspace.svelte';

export const ACCEPT =
  '.tessera,.json,.csv,.tsv,.txt,.gz,.zip,.xlsx,.xlsm,.xls,.xlsb,.ods,.parquet,.sqlite,.sqlite3,.db,text/csv,text/tab-separated-values,text/plain';

interface LaunchQueue {
  setConsumer(consumer: (launch: { files: readonly { getFile(): Promise<File> }[] }) => void): void;
}

/** Every way a file comes in: the chooser, a drop anywhere, the operating system. */
export class ChooseFile {
  #held = $state(0);
  #adding = false;
  #reading = $state<string | null>(null);
  #failed = $state.raw<unknown>(null);
  #last: File | null = null;
  #depth = 0;
  #input: HTMLInputElement | null = null;

  /** How many files are held over the window. */
  get held(): number {
    return this.#held;
  }

  /** Name of the file that is being read, or that could not be read as long as that is said. */
  get reading(): string | null {
    return this.#failed === null || this.#failed === workspace.error ? this.#reading : null;
  }

  /** Opens the browser's file chooser, for files beside the one that is open if `adding`; call it from a click. */
  ask(adding = false): void {
    this.#adding = adding;
    this.#input ??= this.#makeInput();
    this.#input.value = '';
    this.#input.click();
  }

  /** Reads one file; several are read and shown before they are put together. */
  async take(files: readonly File[], adding = false): Promise<void> {
    const [file] = files;
    if (!file) return;
    const session = files.find(isSession);
    if (session) return this.openSession(session);
    const saved = files.find(isRecipe);
    const data = files.filter((one) => one !== saved);
    if (saved) return this.#takeRecipe(saved, data);
    this.#last = file;
    this.#reading = file.name;
    const several = adding || files.length > 1;
    const before = adding ? workspace.choice : null;
    await (several
      ? this.#watch(workspace.together.gather(files, before))
      : this.#into(workspace.open(file)));
  }

  /** A saved recipe runs on the file that comes with it, else on the one that is open, else on the next. */
  async #takeRecipe(saved: File, data: readonly File[]): Promise<void> {
    this.#reading = saved.name;
    if (!(await workspace.applying.hold(saved))) {
      this.#failed = workspace.error;
      return;
    }
    this.#reading = null;
    if (data.length > 0) await this.take(data);
    else if (workspace.status === 'open') await workspace.applying.compare();
  }

  /** A session file is opened at once, or once its passphrase is given; one without rows waits for a file, as a recipe does. */
  async openSession(file: File, passphrase: string | null = null): Promise<void> {
    this.#reading = file.name;
    const opened = await workspace.sessionFiles.open(file, passphrase);
    this.#failed = workspace.error;
    if (this.#failed === null) this.#reading = null;
    if (opened === 'session') goToWork();
    else if (opened === 'model' && workspace.status === 'open') await workspace.applying.compare();
  }

  /** What was done to the file that is open, or in a stored session, is to be done to another. */
  async askFor(held: Promise<boolean>): Promise<void> {
    if (await held) this.ask();
  }

  /** Reads the file that was last asked for in another way. */
  async again(options: Partial<ReadOptions>): Promise<void> {
    if (this.#last) await this.#into(workspace.open(this.#last, options));
  }

  /** Answers what was asked about several files. */
  answer(how: 'sample' | 'all' | 'leave'): Promise<void> {
    return this.#watch(workspace.together.answer(how));
  }

  async sample(): Promise<void> {
    this.#last = null;
    this.#reading = null;
    await this.#into(workspace.openSample());
  }

  /** Listens to drops anywhere in the window and to files the system opens with the app. Returns how to stop. */
  listen(): () => void {
    const stop = new AbortController();
    const { signal } = stop;
    this.#input ??= this.#makeInput();
    addEventListener('dragenter', (event) => this.#over(event, 1), { signal });
    addEventListener('dragleave', (event) => this.#over(event, -1), { signal });
    addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault(), { signal });
    addEventListener('drop', (event) => this.#drop(event), { signal });
    const queue = (globalThis as { launchQueue?: LaunchQueue }).launchQueue;
    queue?.setConsumer(({ files }) => void this.#launched(files));
    return () => stop.abort();
  }

  /** What is on screen stays until the new file is read; if it cannot be, it stays for good. */
  async #into(opening: Promise<void>): Promise<void> {
    await this.#watch(opening);
    if (workspace.error || workspace.stopped || workspace.opening.tooLarge) return;
    if (workspace.status === 'empty') return;
    route.go('data');
    if (workspace.applying.waiting !== null) await workspace.applying.compare();
  }

  async #watch(reading: Promise<void>): Promise<void> {
    this.#failed = null;
    await reading;
    this.#failed = workspace.error;
    if (this.#failed === null) this.#reading = null;
  }

  #makeInput(): HTMLInputElement {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = ACCEPT;
    input.multiple = true;
    input.hidden = true;
    document.body.append(input);
    input.addEventListener('change', () => void this.take([...(input.files ?? [])], this.#adding));
    return input;
  }

  #over(event: DragEvent, change: 1 | -1): void {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.#depth = Math.max(this.#depth + change, 0);
    this.#held = this.#depth > 0 ? Math.max(event.dataTransfer?.items.length ?? 1, 1) : 0;
  }

  #drop(event: DragEvent): void {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.#depth = 0;
    this.#held = 0;
    const folder = folderIn(event);
    if (folder === null) void this.take([...(event.dataTransfer?.files ?? [])]);
    else
      workspace.fail({
        code: 'unreadable-file',
        details: { file: folder, reason: 'folder' },
        step: null,
      });
  }

  /** Opens what another app shared, if that is how the page was opened. */
  async takeShared(): Promise<void> {
    const arrived = await sharing.take();
    if (arrived === null) return;
    if ('files' in arrived) await this.take(arrived.files);
    else workspace.fail({ code: 'not-shared', details: { reason: arrived.refused }, step: null });
  }

  async #launched(handles: readonly { getFile(): Promise<File> }[]): Promise<void> {
    const files = await Promise.all(handles.map((handle) => handle.getFile()));
    await this.take(files);
  }
}

/** Name of the first folder among what was dropped; a browser hands it over as a file that cannot be read. */
function folderIn(event: DragEvent): string | null {
  for (const item of event.dataTransfer?.items ?? []) {
    const entry = item.webkitGetAsEntry();
    if (entry?.isDirectory) return entry.name;
  }
  return null;
}

const isSession = ({ name }: File): boolean => /\.tessera$/i.test(name);
const isRecipe = ({ name }: File): boolean => /\.json$/i.test(name);

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export const chooseFile = new ChooseFile();
