const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** @param at from 0, Monday */
export const weekdayName = (at: number): string => WEEKDAYS[at]!;

/** "09:00" */
export const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
