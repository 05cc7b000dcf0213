/** Marks of Markdown and what stands for them, in order; what they enclose stays. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^ {0,3}(?:`{3,}|~{3,})[^\n]*\n?/gm, ''],
  [/^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$\n?/gm, ''],
  [/^ {0,3}#{1,6}[ \t]+/gm, ''],
  [/^ {0,3}(?:>[ \t]?)+/gm, ''],
  [/^([ \t]*)[-*+][ \t]+(?=\S)/gm, '$1• '],
  [/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1'],
  [/(?<!\\)\*\*/g, ''],
  [/(?<![\w_])__(?=\S)|(?<=\S)__(?![\w_])/g, ''],
  [/(?<![\w*\\])\*(\S(?:[^*\n]*[^\s\\*])?)\*(?![\w*])/g, '$1'],
  [/(?<![\w_])_(\S(?:[^_\n]*\S)?)_(?![\w_])/g, '$1'],
  [/`([^`\n]+)`/g, '$1'],
  [/\\([\\`*_{}[\]()#+\-.!|>~])/g, '$1'],
];

/** An answer without the marks of Markdown: headings, bold and links as their words, lists with a dot. */
export const plainWords = (answer: string): string =>
  MARKS.reduce((text, [mark, instead]) => text.replace(mark, instead), answer);
