interface Piece {
  readonly length: number;
}

function join<P extends Piece & { set(piece: P, at: number): void }>(
  pieces: P[],
  make: (length: number) => P,
): P {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  const whole = make(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  // Frees the pieces while other columns are still being joined.
  pieces.length = 0;
  return whole;
}

/** The pieces end to end; they are let go. */
export const joinFloats = (pieces: Float64Array[], make: (length: number) => Float64Array): Float64Array =>
  join(pieces, make);

/** The pieces end to end; they are let go. */
export const joinCodes = (pieces: Uint32Array[], make: (length: number) => Uint32Array): Uint32Array =>
  join(pieces, make);

/** The pieces end to end; they are let go. */
export const joinBytes = (pieces: Uint8Array[], make: (length: number) => Uint8Array): Uint8Array =>
  join(pieces, make);
