import { BooleanBuilder } from './boolean-builder';
import type { BuilderSpec } from './builder-part';
import type { TypedBuilder } from './column-builder';
import { DateBuilder } from './date-builder';
import { DateCells } from './date-cell';
import { FormattedNumberBuilder } from './formatted-number-builder';
import type { Marks } from './marks';
import { NumberBuilder } from './number-builder';
import { NumberCells } from './number-cells';
import { TextBuilder } from './text-builder';

/** A new builder that understands cells as the one did whose `spec` it was. */
export function builderFromSpec(spec: BuilderSpec, marks: Marks): TypedBuilder | TextBuilder {
  switch (spec.builder) {
    case 'text':
      return new TextBuilder();
    case 'boolean':
      return new BooleanBuilder(marks, spec.zeroOne);
    case 'number':
      return new NumberBuilder(marks, spec.decimal);
    case 'formatted-number':
      return new FormattedNumberBuilder(marks, new NumberCells(spec.format));
    case 'date':
      return new DateBuilder(marks, new DateCells(spec.order, spec.separator));
  }
}
