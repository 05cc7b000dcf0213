/** A sum of squares below this share of the whole it is a part of is rounding: nothing. */
export const ROUNDING = 1e-14;
