import { describe, expect, it } from 'vitest';
import { labelFiles, type LabelledPart } from '../../../src/engine/files/label-files';
import { unwatched } from '../../../src/engine/work';
import { fileOf, PLAIN, written } from '../../support/files';

const added = { names: ['n'], cell: (row: number) => `row ${row}` };
const part = (text: string, cells: LabelledPart['cells'], change: object = {}): LabelledPart => ({
  source: fileOf(text),
  options: { ...PLAIN, header: true, ...change },
  cells,
});

describe('labelFiles', () => {
  it('writes the records of all files in the columns of one, cells as read, rows numbered through', async () => {
    const parts = [
      part('id,amount\na,"1,50"\nb\n', [0, 1, null]),
      part('title\nAMOUNT;note;ID\n2,00;"say ""hi""";c\n', [2, 0, 1], { delimiter: ';', skip: 1 }),
    ];
    const text = await written(labelFiles(parts, ['id', 'amount', 'note'], added, unwatched));
    expect(text.replaceAll('\r', '')).toBe(
      'id,amount,note,n\na,"1,50",,row 0\nb,,,row 1\nc,"2,00","say ""hi""",row 2\n',
    );
  });

  it('writes the header alone where no file has rows', async () => {
    const text = await written(labelFiles([part('id\n', [0])], ['id'], added, unwatched));
    expect(text.trimEnd()).toBe('id,n');
  });
});
