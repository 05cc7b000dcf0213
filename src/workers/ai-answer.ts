/** A part of an answer: words, or a number with whether it is among the figures of the segmentation. */
export interface AnswerPiece {
  text: string;
  ours?: boolean;
}

/** What an AI said about a chart; kept with the session, never part of a recipe. */
export interface AiAnswer {
  id: string;
  /** ms since 1970, UTC. */
  when: number;
  /** Which chart was sent. */
  chart: string;
  /** Origin it was sent to; empty where it was the browser's own model. */
  to: string;
  model: string;
  prompt: string;
  pieces: readonly AnswerPiece[];
  /** Whether it came to its own end. */
  whole: boolean;
  /** Sizes of the segments it is about, which tell whether they have changed since. */
  sizes: readonly number[];
}
