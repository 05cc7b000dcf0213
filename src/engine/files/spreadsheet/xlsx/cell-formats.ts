import { formatKind, showsTime } from '../number-format';
import { serialText } from '../serial-text';
import type { PartTag } from './small-part';
import { nameCode } from './xml-tag';

/** Formats that are dates and times without being written down. Source: ECMA-376 part 1, 18.8.30. */
const BUILT_IN = new Map<number, string>([
  [14, 'mm-dd-yy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yy h:mm'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
]);
/** Days and times of East Asian editions. */
const EASTERN_DAYS: readonly number[] = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];
const EASTERN_TIMES: readonly number[] = [32, 33, 34, 35];
for (const id of EASTERN_DAYS) BUILT_IN.set(id, 'yyyy-mm-dd');
for (const id of EASTERN_TIMES) BUILT_IN.set(id, 'h:mm:ss');

const FORMAT = nameCode('numFmt');
const CELL_STYLES = nameCode('cellXfs');
const STYLE = nameCode('xf');
const MOST_KNOWN = 1 << 16;

/** What the styles of a workbook make of numbers: moments, or numbers. */
export class CellFormats {
  /** Counted from 1904. */
  date1904 = false;
  readonly #written = new Map<number, string>();
  readonly #styles: string[] = [];
  readonly #moments: boolean[] = [];
  readonly #known = new Map<string, Map<number, string>>();
  #inStyles = false;

  /** Takes a tag of `styles.xml`. */
  readonly take = ({ name, closing, empty, attribute }: PartTag): void => {
    if (name === FORMAT && !closing)
      this.#written.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
    else if (name === CELL_STYLES) this.#inStyles = !closing && !empty;
    else if (name === STYLE && this.#inStyles && !closing) this.#add(Number(attribute('numFmtId') ?? 0));
  };

  #add(id: number): void {
    const format = this.#written.get(id) ?? BUILT_IN.get(id) ?? 'General';
    this.#styles.push(format);
    this.#moments.push(formatKind(format) !== 'number');
  }

  isMoment(style: number): boolean {
    return this.#moments[style] === true;
  }

  showsTime(style: number): boolean {
    return showsTime(this.#styles[style] ?? 'General');
  }

  /** The moment a number is in that style; the same ones come again and again. */
  moment(value: number, style: number): string {
    const format = this.#styles[style]!;
    let known = this.#known.get(format);
    if (!known) this.#known.set(format, (known = new Map()));
    let text = known.get(value);
    if (text !== undefined) return text;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(value, (text = serialText(value, format, this.date1904)));
    return text;
  }
}
