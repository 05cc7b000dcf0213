/** The cell as RFC 4180 writes it: between quotes, doubled inside, only where the text would be read otherwise. */
export function csvCell(text: string, delimiter: string): string {
  return needsQuotes(text, delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}

function needsQuotes(text: string, delimiter: string): boolean {
  if (text === '') return false;
  const blankEnds = text.charCodeAt(0) <= 0x20 || text.charCodeAt(text.length - 1) <= 0x20;
  return blankEnds || text.includes(delimiter) || /["\r\n]/.test(text);
}
