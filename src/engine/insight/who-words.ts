import type { ColumnFacts } from './column-facts';

const WHO =
  /^((customer|kunden?|client) )?(age|alter)$|\b(income|einkommen|revenus?|salary|gehalt|education|bildung|schooling|marital|familienstand|married|kids?|kid ?home|teens?|teen ?home|child|children|kinder|enfants|gender|sex|geschlecht|genre|city|town|stadt|ort|ville|country|land|pays|region|state|post ?code|postal|zip|plz|household ?size|birth|geburt\w*|naissance|born)\b/;
const RESPONSE =
  /\b(response|responded|accepted|accept|complain\w*|complaints?|churn\w*|converted|conversion|subscribed|opened|clicked|exited|attrition|left|target)\b/;
/** Words of a column that says when somebody was born. */
export const BIRTH = /\b(birth|born|geburt\w*|geb|naissance|yob)\b/;

/** Whether the name says who a customer is (age, income, city …) or how it answered, rather than what it does. */
export function saysWho({ words }: Pick<ColumnFacts, 'words'>): boolean {
  return WHO.test(words) || RESPONSE.test(words);
}

/** Whether the name says how something ended (responded, churned), which is no deed of the customer's to group by. */
export const saysOutcome = ({ words }: Pick<ColumnFacts, 'words'>): boolean => RESPONSE.test(words);

/** Whole numbers that can be years of birth, under a name that says so. */
export function isBirthYear({ words, spread, min, max }: ColumnFacts): boolean {
  return spread !== null && spread.whole && min! >= 1800 && max! <= 2100 && BIRTH.test(words);
}
