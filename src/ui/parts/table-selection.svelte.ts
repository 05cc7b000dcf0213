export interface Place {
  /** −1 is the head. */
  row: number;
  column: number;
}

/** The active cell and the block of cells chosen from it with Shift. */
export class TableSelection {
  #active = $state.raw<Place>({ row: 0, column: 0 });
  #anchor = $state.raw<Place>({ row: 0, column: 0 });

  get active(): Place {
    return this.#active;
  }

  /** Rows and columns chosen, ends included. */
  readonly block = $derived({
    top: Math.max(Math.min(this.#active.row, this.#anchor.row), 0),
    bottom: Math.max(this.#active.row, this.#anchor.row),
    left: Math.min(this.#active.column, this.#anchor.column),
    right: Math.max(this.#active.column, this.#anchor.column),
  });

  has(row: number, column: number): boolean {
    const { top, bottom, left, right } = this.block;
    return row >= top && row <= bottom && column >= left && column <= right;
  }

  to(place: Place, extend = false): void {
    this.#active = place;
    if (!extend) this.#anchor = place;
  }

  /** Moves by a key; false if the key means nothing here. */
  move(event: KeyboardEvent, rows: number, columns: number, page: number, hasHead: boolean): boolean {
    const { row, column } = this.#active;
    const all = event.ctrlKey || event.metaKey;
    const to: Record<string, Place> = {
      ArrowDown: { row: all ? rows - 1 : row + 1, column },
      ArrowUp: { row: all ? 0 : row - 1, column },
      ArrowRight: { row, column: all ? columns - 1 : column + 1 },
      ArrowLeft: { row, column: all ? 0 : column - 1 },
      PageDown: { row: row + page, column },
      PageUp: { row: Math.max(row - page, 0), column },
      Home: { row: all ? 0 : row, column: 0 },
      End: { row: all ? rows - 1 : row, column: columns - 1 },
    };
    const next = to[event.key];
    if (!next) return false;
    const first = hasHead && !event.shiftKey ? -1 : 0;
    this.to(
      {
        row: Math.min(Math.max(next.row, first), rows - 1),
        column: Math.min(Math.max(next.column, 0), columns - 1),
      },
      event.shiftKey,
    );
    return true;
  }
}
