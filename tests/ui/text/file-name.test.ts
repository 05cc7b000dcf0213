import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName, stemOf } from '../../../src/ui/text/file-name';
import * as files from '../../../src/ui/text/files';

describe('fileName', () => {
  it.each([
    [['Sample - Superstore', 'segments'], 'py', 'sample-superstore-segments.py'],
    [['online_retail_II', 'a', 'Big spenders, slipping away'], 'csv', 'online-retail-ii-a-big-spenders-slipping-away.csv'],
    [['Größe\u0301', 'Été'], 'csv', 'größé-été.csv'],
    [['E\u0301te\u0301'], 'csv', 'été.csv'],
    [['ग्राहक सूची'], 'csv', 'ग्राहक-सूची.csv'],
    [['../../etc/passwd', 'a:b|c'], 'csv', 'etc-passwd-a-b-c.csv'],
    [['???', ''], 'zip', 'tessera.zip'],
    [['orders', '--'], 'zip', 'orders.zip'],
  ])('of %j is %s', (words, ending, name) => expect(fileName(words, ending)).toBe(name)); // prettier-ignore

  it('can stand in every file system, address and command, whatever it was made from', () => {
    const word = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        const name = fileName([a, b, c, '2'], 'csv');
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*\.csv$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect(fileName([name.slice(0, -4)], 'csv').length).toBeLessThanOrEqual(name.length);
      }),
    );
  });
});

describe('stemOf', () => {
  it.each([
    ['orders.csv', 'orders'],
    ['Sample - Superstore.xlsx', 'Sample - Superstore'],
    ['orders.csv.gz', 'orders'],
    ['Spring v1.2', 'Spring v1.2'],
    ['no ending', 'no ending'],
    ['a.b.parquet', 'a.b'],
  ])('of %s is %s', (file, stem) => expect(stemOf(file)).toBe(stem));
});

describe('the names of what is downloaded', () => {
  const file = 'Sample - Superstore.csv';
  const segments = [
    { id: 1, name: 'Champions' },
    { id: 27, name: 'Rare' },
  ];

  it('are all of one kind', () => {
    expect([
      files.customersFile(file, 'xlsx'),
      files.labelledFile(file),
      files.segmentFile(file, segments[0]!),
      files.segmentFile(file, segments[1]!, 'parquet'),
      files.segmentsFile(file),
      files.campaignZip(file, 'google-ads'),
      files.reportFile(file),
      files.starFile(file),
      files.codeFile(file, 'duckdb.sql'),
      files.recipeFile(file),
      files.recipeFile(file, 'Monthly clean-up'),
      files.recipeFile(file, '!'),
      files.modelFile(file),
      files.sessionFile('Spring – 1.2', 'session'),
      files.sessionFile('Spring – 1.2', 'model'),
      files.stepsFile(''),
      files.changedFile(file, 'klaviyo left out'),
    ]).toEqual([
      'sample-superstore-customers.xlsx',
      'sample-superstore-labelled.csv',
      'sample-superstore-a-champions.csv',
      'sample-superstore-27-rare.parquet',
      'sample-superstore-segments.zip',
      'sample-superstore-google-ads.zip',
      'sample-superstore-report.html',
      'sample-superstore-star.zip',
      'sample-superstore-segments.duckdb.sql',
      'sample-superstore.recipe.json',
      'monthly-clean-up.recipe.json',
      'sample-superstore.recipe.json',
      'sample-superstore.model.json',
      'spring-1-2.tessera',
      'spring-1-2-without-rows.tessera',
      'tessera.steps.json',
      'sample-superstore-klaviyo-left-out.csv',
    ]);
  });

  it('tell the files of a service by segment and part', () => {
    const all = [
      { segment: 1, part: 1 },
      { segment: 1, part: 2 },
      { segment: 27, part: null },
    ];
    expect(files.campaignFiles(file, 'meta', all, segments)).toEqual([
      'sample-superstore-meta-a-champions-1.csv',
      'sample-superstore-meta-a-champions-2.csv',
      'sample-superstore-meta-27-rare.csv',
    ]);
    expect(files.campaignFiles(file, 'klaviyo', [{ segment: null, part: null }], segments)).toEqual([
      'sample-superstore-klaviyo.csv',
    ]);
  });
});
