const PLAIN = /^[\w@%+=:,./-]+$/;
/** What means something between double quotes to one of the usual shells. */
const MEANS_SOMETHING = /["$`\\!%]/;

/**
 * A file's name as one word of a command line, for sh and PowerShell, and for cmd where no sign in it means something
 * there; one that begins with a dash is not taken for an option.
 */
export function shellWord(name: string): string {
  const word = name.startsWith('-') ? `./${name}` : name;
  if (PLAIN.test(word) && !word.includes('%')) return word;
  return MEANS_SOMETHING.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : `"${word}"`;
}

/** The command that puts next month's customers into these segments. */
export const againCommand = (model: string): string =>
  `npm run -s tessera -- next-month.csv --model ${shellWord(model)} --out labelled.csv`;
