/** A symmetric matrix, row by row. */
export type Symmetric = readonly Float64Array[];

/** Cholesky's lower triangle; null where the matrix is not positive definite. */
function lowerTriangle(matrix: Symmetric): Float64Array[] | null {
  const lower = matrix.map((row) => new Float64Array(row.length));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!;
      if (i !== j) lower[i]![j] = rest / lower[j]![j]!;
      else if (rest > 0) lower[i]![i] = Math.sqrt(rest);
      else return null;
    }
  }
  return lower;
}

/** x with matrix · x = right; null where the matrix is not positive definite. */
export function solvePositive(matrix: Symmetric, right: Float64Array): Float64Array | null {
  const lower = lowerTriangle(matrix);
  if (!lower) return null;
  const x = Float64Array.from(right);
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}

/** The diagonal of the inverse; null where the matrix is not positive definite. */
export function inverseDiagonal(matrix: Symmetric): number[] | null {
  const found = matrix.map((_, i) => {
    const unit = new Float64Array(matrix.length);
    unit[i] = 1;
    return solvePositive(matrix, unit)?.[i] ?? null;
  });
  return found.every((value) => value !== null) ? found : null;
}
