/**
 * Thrown by our own reader where a workbook is written in a way it does not know, so that SheetJS may try. It never
 * leaves `tableSource`.
 */
export class NotUnderstood extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'NotUnderstood';
  }
}
