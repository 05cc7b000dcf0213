/** Whether two objects are one file: one that crosses from the page twice is two objects. */
export const isSameFile = (one: File, other: File): boolean =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
