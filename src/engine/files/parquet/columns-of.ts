import { moments, quantities } from './leaf-numbers';
import { texts } from './leaf-texts';
import { PHYSICAL, leavesOf, type SchemaNode } from './schema';

/** One column of the table that a Parquet file is read into. */
export interface ParquetColumn {
  /** Names on the way to it: structs become columns of their own, `address.city`. */
  name: string;
  node: SchemaNode;
  /** A list, a map, or structs in lists: one text of JSON per row. */
  nested: boolean;
  /** Why it cannot be shown: `binary`, `interval`, `variant`, `geometry`. */
  leftOut: string | null;
}

/** The columns of a file in the order of its schema. */
export function columnsOf(root: SchemaNode): ParquetColumn[] {
  return root.children.flatMap(below);
}

function below(node: SchemaNode): ParquetColumn[] {
  const name = node.path.join('.');
  const { as } = node.meaning;
  if (as === 'variant') return [{ name, node, nested: false, leftOut: as }];
  if (node.repetition === 'repeated' || as === 'list' || as === 'map')
    return [
      {
        name,
        node,
        nested: true,
        leftOut: leavesOf(node).some((leaf) => reasonOf(leaf) === 'variant') ? 'variant' : null,
      },
    ];
  if (node.children.length > 0) return node.children.flatMap(below);
  return [{ name, node, nested: false, leftOut: reasonOf(node) }];
}

function reasonOf(leaf: SchemaNode): string | null {
  if (moments(leaf) ?? quantities(leaf) ?? texts(leaf)) return null;
  if (leaf.type === PHYSICAL.int64 || leaf.type === PHYSICAL.boolean) return null;
  const { as } = leaf.meaning;
  return as === 'interval' || as === 'geometry' || as === 'variant' ? as : 'binary';
}
