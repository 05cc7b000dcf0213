export { EngineError, Stopped, type ErrorCode, type ErrorDetails } from './errors';
export { CrewLost, type Crew, type Shift } from './crew/crew';
export { beginTrade } from './crew/trades';
export { unwatched, type Progress, type Work } from './work';
export type { ColumnTable as Table } from 'arquero';
export type { Column, Kind } from './table/columns';
export { metaOf, originOf, type Grain, type Role, type TableMeta } from './table/meta';
export { orderBy, pageOf, rowsEqual, type RowsPage } from './table/page';
export { neverShare } from './table/buffers';
export { packCells, packTable, unpackTable, type PackedTable } from './table/packed';
export { cellsFit, sizesFit } from './table/packed-fault';
export { columnNames, columnOf } from './table/table';
export { bytesSource, type ByteSource } from './files/source';
export type { DialectEvidence } from './files/dialect-evidence';
export type { ReadOptions } from './files/read-options';
export { bytesOfTable } from './files/expected-bytes';
export { firstLook, type FirstLook, type FirstRows } from './files/first-rows';
export type { ColumnChoice } from './files/column-choice';
export { tryColumn, type ColumnTrial } from './files/try-column';
export { columnChoices } from './recipe/column-choices';
export type { RunnerUp, Why } from './files/read-report';
export { openTable, type OpenedTable } from './files/open-table';
export { HandsLost, type Hands, type PartBounds, type PartPlan, type PartResult } from './files/parts';
export { readPart } from './files/read-part';
export { TextMemory } from './files/text-memory';
export { rowInFile } from './files/row-in-file';
export { readTable, type ReadChoice } from './files/read-table';
export { tableSource, type SpreadsheetFacts, type TableSource } from './files/spreadsheet-source';
export type { AddedColumns } from './files/added-columns';
export { labelSource } from './files/label-source';
export { newNotes, type ExportNotes } from './export/export-notes';
export { beginsLikeFormula, FormulaGuard } from './export/formula-guard';
export {
  listFile,
  segmentFiles,
  type CsvLook,
  type LabelledWork,
  type ListChoice,
  type ListFormat,
  type SegmentFile,
} from './export/list-file';
export { offeredColumns, offeredForRows, type OfferedColumn } from './export/list-columns';
export { parquetTable } from './export/parquet-table';
export { xlsxFile, type BookSheet } from './export/xlsx/xlsx-file';
export { zipArchive, type ArchivedFile } from './export/zip-archive';
export { writtenSource } from './files/written-source';
export { writeCsv, type WriteOptions, type WrittenColumn } from './files/write-csv';
export { knownSources } from './insight/known-sources';
export { settleDates, settledChoices, settledRead } from './insight/settle-dates';
export { plainName } from './steps/append/plain-name';
export type { SettledDates } from './files/read-report';
export type { ColumnReading, ReadReport, ReadResult, SheetReport, Stopper } from './files/read-report';
export { optionsAsBefore, type AsBefore, type ReadUnlike } from './recipe/options-as-before';
export { parseModel, parseRecipe } from './recipe/parse';
export { parseStepGroup, type FreeStep, type StepGroup } from './recipe/step-group';
export { columnsNeeded } from './recipe/columns-needed';
export { groupOnTable, type GroupOnTable } from './recipe/group-on-table';
export { run, type RunOptions } from './recipe/run';
export { sourceTable } from './recipe/source-table';
export { unitsAsRead } from './recipe/units-as-read';
export { StepCache } from './recipe/step-cache';
export { validate } from './recipe/validate';
export { everyFault, type FaultInTurn } from './recipe/every-fault';
export { effectOf, type EffectOptions } from './recipe/effect';
export type { CellExample, EffectCell, RowExample, Shape, StepEffect } from './recipe/effect/step-effect';
export type { Json, Model, Recipe, RecipeSource, RecipeStep } from './recipe/schema';
export type { RecipeFault, RunOutcome, StepOutcome } from './recipe/outcome';
export type { Counts, KnownColumn } from './recipe/step';
export { fitsFor } from './recipe/fits-for';
export { kindsOf } from './recipe/source-table';
export { fillSources, type FilledSources } from './recipe/fill-sources';
export type {
  Choices,
  ColumnList,
  ColumnSummary,
  Finding,
  Remedy,
  RoleGuess,
  SortedColumn,
  Understanding,
} from './insight/understanding';
export { customerColumns } from './insight/customer-columns';
export { customerPairs, type CustomerPair, type CustomerPairs } from './steps/merge-customers/pairs-view';
export { spellingsOf, type Spellings } from './insight/spellings/spellings-view';
export type { SpellingGroup } from './insight/spellings/find-spellings';
export type { MethodName } from './steps/segment';
export type {
  Condition,
  FeatureSummary,
  KRun,
  MapPoints,
  RfmCell,
  RfmMap,
  RfmOffer,
  SegmentProfile,
  Segmentation,
  Strip,
  FlagShares,
  Trait,
} from './insight/segmentation';
export type { MapPlane } from './insight/map-density';
export type { Box } from './stats/box';
export type { Interval } from './stats/effect-size';
export type { Grade, GradeReason } from './insight/grade';
export type { Branch, Dendrogram } from './insight/dendrogram';
export type { SilhouetteView } from './insight/silhouette-view';
export { prepare } from './insight/prepare';
export type { Prepared } from './insight/prepared-read';
export { understand } from './insight/understand';
export { suggestionsOf } from './insight/suggestions/suggestions';
export type { Suggestion } from './insight/suggestions/suggestion';
export { checkContract, isBroken, type Comparison, type Difference } from './insight/check-contract';
export type { MatchReason } from './insight/match-columns';
export { renamedRead } from './files/renamed-read';
export { compareRecipes, type RecipesCompared } from './recipe/compare-recipes';
export { tryRun, upToStep, type Trial } from './recipe/try-run';
export { binsAhead, type BinsAhead } from './steps/bin/bins-ahead';
export { tryFormula, type FormulaTrial, type TryFormula } from './formula/try-formula';
export type { Contract } from './recipe/contract';
export { columnProfile, PROFILE_SHARES, type ColumnProfile } from './insight/column-profile';
export {
  overviewOf,
  type ColumnOverview,
  type ColumnPicture,
  type KnownOfColumns,
} from './insight/explore/overview-of';
export type { DateSummary, NumberSummary, TextSummary } from './insight/explore/overview-of';
export { associations, type Association, type Associations } from './insight/explore/associations';
export { headlineSplit, type HeadlineSplit } from './insight/explore/headline-split';
export { togetherByGroup, type TogetherByGroup } from './insight/explore/together-by-group';
export {
  brushFor,
  brushOver,
  type BarChoice,
  type BesideColumns,
  type Brush,
  type Brushed,
  type Looked,
  type Selection,
} from './insight/explore/brush/brush';
export type { BrushPicture } from './insight/explore/brush/bars';
export type { AxesLook, Look, LookAxis } from './insight/explore/brush/coded-pictures';
export type { CardsSplit, ColumnSplit } from './insight/explore/brush/split-cards';
export { selectionRule, type SelectionRule } from './insight/explore/brush/selection-rule';
export { selectionStep } from './insight/explore/brush/selection-step';
export type { Told } from './insight/explore/brush/told';
export { comparable, measuring } from './insight/explore/columns-for';
export { missingBy, type MissingBy } from './insight/explore/missing-by';
export { missingPatterns, missingTogether, type MissingTogether } from './insight/explore/missing-together';
export { outlyingRows, type OutlyingRows } from './insight/explore/outlying-rows';
export { pairFindings } from './insight/explore/pair-findings';
export { matrixAmong, pairMatrix, type PairMatrix } from './insight/explore/pair/pair-matrix';
export { matrixByGroup, type MatrixByGroup } from './insight/explore/pair/matrix-by-group';
export type { PairPanels } from './insight/explore/pair/pair-panels';
export { pairByGroup, type PairByGroup } from './insight/explore/pair/pair-by-group';
export { pairView, type PairPicture, type PairView } from './insight/explore/pair/pair-view';
export { knownOfColumns } from './insight/explore/known-of-columns';
export {
  columnShape,
  type ColumnShape,
  type ShapeOptions,
  type ValuesShape,
} from './insight/explore/column-shape';
export type { DateShape } from './insight/explore/date-shape';
export { segmentGroups } from './insight/explore/segment-groups';
export { splitGroups } from './insight/explore/split-groups';
export { SortedColumns } from './stats/sorted-columns';
export { splitShape, type SplitShape } from './insight/explore/split-shape';
export type { Spread, SpreadPeak } from './insight/explore/spread';
export type { NumberShape } from './insight/explore/number-shape';
export {
  broughtByRow,
  explore,
  worstFirst,
  type Explored,
  type KnownOfMoney,
} from './insight/explore/explore';
export type { ExploreFinding, ExploreFindingKind, FindingPicture, Headline } from './insight/explore/finding';
export { featuresTogether } from './insight/features/features-together';
export { proposeFeatures } from './insight/features/propose-features';
export type { FeatureProposal, FeatureReason } from './insight/features/proposal';
export { customerColumn } from './insight/customer-column';
export { planFiles, type AppendPlan, type FilesPlan, type UnrelatedFile } from './insight/several-files';
export { joinBy, type JoinPlan } from './insight/join-plan';
export { plannedFiles, plannedSteps, sourceSteps } from './insight/source-steps';
export { headOf, type ColumnHead } from './insight/head-of';
export { customerList, listedColumns, sourceLabels, type LabelledList } from './insight/labelled';
export { compareGroupings, type Grouping, type GroupingsCompared } from './insight/compare-groupings';
export { columnGrouping, countGrouping, groupingFor, segmentGrouping } from './insight/groupings';
export { driftOfRun, type Drift, type FeatureDrift } from './insight/drift';
export {
  customersInList,
  labelledCustomers,
  type LabelledCustomers,
} from './insight/moves/labelled-customers';
export { packLabels, unpackLabels, type PackedLabels } from './insight/moves/packed-labels';
export { fitsStillTrue } from './recipe/fits-still-true';
export { matchCustomers, type MatchedCustomers } from './insight/moves/match-customers';
export { movedList, type MovedChoice } from './insight/moves/moved-list';
export { movesOf, type Flow, type MovedSegment, type Moves } from './insight/moves/moves-of';
export { historyBetween, historyOf } from './insight/history/history-of';
export { historyKey, renamedBetween, renamedHistory, sameTables } from './insight/history/history-key';
export type { History, HistoryPoint } from './insight/history/history';
export { movesTable as historyMoves, sizesTable as historySizes } from './insight/history/history-tables';
export type { NoHistory, RunToReplay } from './insight/history/replayed-steps';
export { unfitList } from './insight/unfit-list';
export { labelledFiles, rowsToLabel, type FileOfRecipe } from './insight/labelled-files';
export { mosaicTiles } from './insight/mosaic-tiles';
export { backgroundOf, type Background } from './insight/narrative/background';
export { reportOf, reportView, type ReportView } from './report/report-view';
export { narrate } from './insight/narrative/narrate';
export type {
  FigureRef,
  NarrativePoint,
  PointOf,
  SegmentNarrative,
  TypicalFigure,
} from './insight/narrative/point';
export { segmentColumns } from './insight/segment-columns';
export { countInside, type InsideCount, type MapArea } from './steps/edit-segments/map-area';
export type { FilterParams } from './steps/filter-rows/params';
export { countRules, type RulesCount } from './steps/rule-segments/match-rules';
export type { Rule } from './steps/rule-segments/params';
export { segmentationOf } from './insight/segmentation-of';
export { sampleCustomers } from './sample/sample-customers';
export { sampleShop } from './sample/sample-shop';
export { Contacts, type ContactColumn } from './export/profiles/contacts';
export type { ConsentChoice, FieldSource, ProfileChoice } from './export/profiles/choice';
export type { ConsentValue } from './export/profiles/consent';
export type { DestinationId } from './export/profiles/destination';
export { lostCsv, type Lost } from './export/profiles/lost-rows';
export {
  campaignOffer,
  consentIn,
  type CampaignOffer,
  type OfferedDestination,
} from './export/profiles/offer';
export { preflight, type Preflight, type PreflightWarning } from './export/profiles/preflight';
export { prepareRows, type PreparedRows } from './export/profiles/prepare-rows';
export type { CellReason, RowReason } from './export/profiles/reasons';
export { writeProfile } from './export/profiles/write-profile';
export { codeOf, type Code, type CodeInput, type CodeSegments, type Unsaid } from './export/code/code-of';
export { TARGET_FACTS, TARGETS, type Target, type TargetFacts } from './export/code/targets';
export { writeStar, type StarChoice } from './export/star/star';
