import type { Work } from '../../../work';
import type { ByteSource } from '../../source';
import { NotUnderstood } from '../not-understood';
import type { ZipEntry } from '../zip-entries';
import { eachTag } from './small-part';
import { nameCode } from './xml-tag';

/** The parts of a workbook. */
export interface WorkbookParts {
  sheets: readonly { name: string; hidden: boolean; entry: ZipEntry }[];
  strings: ZipEntry | null;
  styles: ZipEntry | null;
  date1904: boolean;
}

interface Relation {
  /** The last word of its type: `worksheet`, `sharedStrings` … */
  type: string;
  /** The part it leads to, in small letters as archives list them here. */
  target: string;
}

const RELATION = nameCode('Relationship');
const SHEETS = nameCode('sheets');
const SHEET = nameCode('sheet');
const PROPERTIES = nameCode('workbookPr');

/**
 * Finds the worksheets of a workbook in their order, by the relations between its parts; charts, dialogs and macros
 * are sheets too and are passed over.
 * @throws NotUnderstood where there is no workbook, or a sheet of it is not there; EngineError as `scanPart`
 */
export async function workbookParts(
  source: ByteSource,
  entries: readonly ZipEntry[],
  work: Work,
): Promise<WorkbookParts> {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const relationsOf = async (part: string): Promise<Map<string, Relation>> => {
    const relations = new Map<string, Relation>();
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    const entry = byName.get(`${folder}_rels/${part.slice(folder.length)}.rels`);
    if (!entry) return relations;
    await eachTag(
      source,
      entry,
      ({ name, closing, attribute }) => {
        if (name !== RELATION || closing || attribute('TargetMode') === 'External') return;
        const type = (attribute('Type') ?? '').replace(/^.*\//, '');
        relations.set(attribute('Id') ?? '', { type, target: targetOf(folder, attribute('Target') ?? '') });
      },
      work,
    );
    return relations;
  };
  const root = [...(await relationsOf('')).values()].find(({ type }) => type === 'officeDocument');
  const book = byName.get(root?.target ?? '') ?? byName.get('xl/workbook.xml');
  if (!book) throw new NotUnderstood('no workbook');
  const relations = await relationsOf(book.name);
  const sheets: { name: string; hidden: boolean; entry: ZipEntry }[] = [];
  let date1904 = false;
  let inSheets = false;
  await eachTag(
    source,
    book,
    ({ name, closing, empty, attribute }) => {
      if (name === SHEETS) inSheets = !closing && !empty;
      // Extensions have elements of the same name.
      if (name === PROPERTIES) date1904 ||= /^(1|true|on)$/i.test(attribute('date1904') ?? '');
      if (name !== SHEET || closing || !inSheets) return;
      const relation = relations.get(attribute('id') ?? '');
      if (relation && relation.type !== 'worksheet') return;
      const entry = byName.get(relation?.target ?? '');
      if (!entry) throw new NotUnderstood('sheet without a part');
      const hidden = /hidden$/i.test(attribute('state') ?? '');
      sheets.push({ name: attribute('name') ?? '', hidden, entry });
    },
    work,
  );
  const partOf = (type: string): ZipEntry | null => {
    const relation = [...relations.values()].find((one) => one.type === type);
    return byName.get(relation?.target ?? '') ?? null;
  };
  return { sheets, strings: partOf('sharedStrings'), styles: partOf('styles'), date1904 };
}

/** A target, relative to its folder or from the root, as the name of a part. */
function targetOf(folder: string, target: string): string {
  const plain = decoded(target).toLowerCase().replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (plain.startsWith('/') ? plain : folder + plain).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
