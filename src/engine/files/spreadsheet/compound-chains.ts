const FIRST_CHAIN = 0x4c;
const IN_HEADER = 109;

/**
 * Whether the sectors of a compound file (the container of .xls and of workbooks with a password) follow each other to
 * an end. A chain that comes back to itself keeps SheetJS reading until the memory is full.
 * Source: Microsoft, [MS-CFB], sections 2.2, 2.3 and 2.5.
 */
export function chainsEnd(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512) return false;
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return false;
  const sectors = Math.ceil(bytes.length / 2 ** shift) - 1;
  const number = (sector: number, at: number): number => {
    const place = (sector + 1) * 2 ** shift + at * 4;
    return place + 4 <= bytes.length ? view.getUint32(place, true) : 0xffffffff;
  };
  const perSector = 2 ** shift / 4;
  const tables = tableSectors(view, number, sectors, perSector);
  if (!tables) return false;
  const next = (sector: number): number => {
    const table = tables[Math.floor(sector / perSector)];
    return table === undefined ? 0xffffffff : number(table, sector % perSector);
  };
  return endsEverywhere(next, sectors);
}

/** The sectors that hold the table of chains; null where their own list comes back to itself. */
function tableSectors(
  view: DataView,
  number: (sector: number, at: number) => number,
  sectors: number,
  perSector: number,
): number[] | null {
  const tables: number[] = [];
  for (let at = 0; at < IN_HEADER; at++) tables.push(view.getUint32(FIRST_CHAIN + at * 4, true));
  let more = view.getUint32(68, true);
  for (let seen = 0; more < sectors; seen++) {
    if (seen > sectors) return null;
    for (let at = 0; at < perSector - 1; at++) tables.push(number(more, at));
    more = number(more, perSector - 1);
  }
  return tables;
}

/** Follows every chain once: a sector met twice on one way is a circle. */
function endsEverywhere(next: (sector: number) => number, sectors: number): boolean {
  const way = new Uint32Array(sectors);
  for (let start = 0; start < sectors; start++) {
    for (let sector = start; sector < sectors && way[sector] !== start + 1; sector = next(sector)) {
      if (way[sector] !== 0) break;
      way[sector] = start + 1;
      if (next(sector) < sectors && way[next(sector)] === start + 1) return false;
    }
  }
  return true;
}
