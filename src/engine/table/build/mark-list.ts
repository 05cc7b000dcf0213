/** The places of delimiters and line ends, rising. Searches go on from the last one found. */
export class MarkList {
  /** The next place to look at. */
  at = 0;

  constructor(
    /** Its last one lies beyond all bytes. */
    public places: Uint32Array,
  ) {}

  /** Goes back as far as needed where the place looked for lies behind: the end of a part is looked at several times. */
  seek(from: number): void {
    while (this.at > 0 && this.places[this.at - 1]! >= from) this.at--;
  }
}
