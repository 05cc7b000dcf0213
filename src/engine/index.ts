export { EngineError, Stopped, type ErrorCode, type ErrorDetails } from './errors';
export { unwatched, type Progress, type Work } from './work';
export type { Column, Kind } from './table/columns';
export { metaOf, originOf, type Grain, type Role, type TableMeta } from './table/meta';
export { bytesSource, type ByteSource } from './files/source';
export type { ReadOptions } from './files/read-options';
export type { ColumnReading, ReadReport, ReadResult, Stopper } from './files/read-report';
export type { Json, Model, Recipe, RecipeSource, RecipeStep } from './recipe/schema';
export type { RecipeFault, RunOutcome, StepOutcome } from './recipe/outcome';
export type { Counts } from './recipe/step';
export type {
  ColumnList,
  ColumnSummary,
  Finding,
  RoleGuess,
  SortedColumn,
  Understanding,
} from './insight/understanding';
export type {
  Condition,
  FeatureSummary,
  KRun,
  SegmentProfile,
  Segmentation,
  Strip,
  Trait,
} from './insight/segmentation';
