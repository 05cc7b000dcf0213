// Numbers as people read them, and tables in Markdown.
export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

export const seconds = (ms) => (ms === undefined || ms === null ? '–' : (ms / 1000).toFixed(2));

export const ratio = (ours, theirs) => (ours && theirs ? (ours / theirs).toFixed(2) : '–');

export const whole = (number) => (Number.isFinite(number) ? number.toFixed(0) : '–');

/** The median of every number in several results of one shape; null where there is none. */
export function middle(results) {
  const present = results.filter((one) => one !== null);
  if (present.length === 0) return null;
  return Object.fromEntries(
    Object.keys(present[0]).map((key) => [
      key,
      typeof present[0][key] === 'number' ? median(present.map((one) => one[key])) : present[0][key],
    ]),
  );
}

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
