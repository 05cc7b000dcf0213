/** Whether a key closes a form as Cancel does: Esc, unless something in the form was changed or took the key for itself. */
export const isCancel = (
  { key, defaultPrevented }: Pick<KeyboardEvent, 'key' | 'defaultPrevented'>,
  touched: boolean,
): boolean => key === 'Escape' && !defaultPrevented && !touched;
