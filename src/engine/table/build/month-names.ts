/** Names and short names from January on, without accents: English, German, French, Spanish, Italian, Dutch, Portuguese, and the Nordic ones where they differ. */
const NAMES = [
  'jan january januar janner janvier janv ene enero gen gennaio januari janeiro',
  'feb february februar febrero febbraio fevrier fevr fev februari fevereiro',
  'mar march marz maerz mrz mars marzo maart mrt marco',
  'apr april avril avr abr abril aprile',
  'may mai mayo mag maggio mei maio maj',
  'jun june juni juin junio giu giugno junho',
  'jul july juli juillet juil julio lug luglio julho',
  'aug august aout ago agosto augustus augusti',
  'sep sept september septembre septiembre set sett settembre setembro',
  'oct october okt oktober octobre octubre ott ottobre out outubro',
  'nov november novembre noviembre novembro',
  'dec december dez dezember decembre dic diciembre dicembre dezembro des desember',
];
const MONTH_OF = new Map(
  NAMES.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);
const WEEKDAYS = new Set(
  (
    'mon tue wed thu fri sat sun mo di mi do fr sa so die mit don fre sam son lun mar mer jeu ven dim mie jue vie sab ' +
    'dom gio ma wo vr za zo maa din woe vri zat zon seg ter qua qui sex tor ons lor man tir'
  ).split(' '),
);
const LONGEST_WEEKDAY = 13;

/** In lower case and without accents, so that `Février` and `fevrier` are one. */
const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** 1 to 12; NaN for a word that is no month. */
export const monthOf = (name: string): number => MONTH_OF.get(plain(name)) ?? NaN;

/** Whether a word is, or begins as, the name of a day of the week. */
export function isWeekday(word: string): boolean {
  const name = plain(word);
  return (
    name.length <= LONGEST_WEEKDAY &&
    (WEEKDAYS.has(name) || (name.length > 3 && WEEKDAYS.has(name.slice(0, 3))))
  );
}
