/** A column blank in a larger share says too little to be kept; in one blank in more than the lesser, what is filled in would be most of it. */
export const MOSTLY = 0.9;
export const FILLED_UP_TO = 0.4;
/** A text column of more different texts is no list of categories. */
export const MAY_BE_FILLED = 50;
/** Categories: at most so many, and rare ones below this share of the rows, together below twice that. */
export const FEW_CATEGORIES = 20;
export const RARE = 0.005;
/** Nobody is older, in years. */
export const OLDEST = 110;
