/** The places of delimiters and line ends, rising. Searches go forward from the last one found, and may begin anew. */
export class MarkList {
  /** The next place to look at. */
  at = 0;

  constructor(
    /** Its last one lies beyond all bytes. */
    public places: Uint32Array,
  ) {}

  /** Goes back to the beginning where the place looked for lies behind. */
  seek(from: number): void {
    if (this.at > 0 && this.places[this.at - 1]! >= from) this.at = 0;
  }
}
