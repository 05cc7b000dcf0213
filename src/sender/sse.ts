/**
 * Server-sent events out of text that arrives in any pieces; gives the data of each event once it is whole.
 * WHATWG HTML, "Interpreting an event stream"; names, ids and retries are not needed here.
 */
export class EventReader {
  #rest = '';
  #data: string[] = [];
  #begun = false;

  /** The data of the events that this piece completes. */
  push(piece: string): string[] {
    const text = this.#rest + (this.#begun ? piece : piece.replace(/^\ufeff/, ''));
    if (text !== '') this.#begun = true;
    // A carriage return at the end may be half of a line's end.
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
    const lines = whole.split(/\r\n|\r|\n/);
    this.#rest = lines.pop()! + text.slice(whole.length);
    return lines.flatMap((line) => this.#line(line));
  }

  #line(line: string): string[] {
    if (line === '') {
      const data = this.#data;
      this.#data = [];
      return data.length > 0 ? [data.join('\n')] : [];
    }
    const [, value] = /^data(?:: ?(.*))?$/s.exec(line) ?? [];
    if (line === 'data' || line.startsWith('data:')) this.#data.push(value ?? '');
    return [];
  }
}
