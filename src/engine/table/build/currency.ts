/** Currencies of ISO 4217 that stand in shops' files. */
const CODES = new Set(
  (
    'AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNH CNY COP CRC CZK DKK DOP DZD EGP EUR GBP GEL GHS HKD HRK HUF IDR ILS ' +
    'INR ISK JOD JPY KES KRW KWD KZT LBP LKR MAD MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN PYG QAR RON RSD RUB SAR SEK ' +
    'SGD THB TND TRY TWD TZS UAH UGX USD UYU VES VND XAF XOF ZAR'
  ).split(' '),
);
/** Ways to write a currency that are neither a sign nor a code. */
const WORDS = new Set(
  'kr kr. zł kč ft lei лв лв. руб руб. р. rs rs. re. sfr. fr. sfr fr euro euros dm rm rp php'.split(' '),
);
const SIGN = /^(?:[A-Z]{1,3})?\p{Sc}$/u;

/** Whether a text is a currency's sign (`€`, `US$`, `R$`), its code in any case, or a word for it (`kr`, `zł`, `Rs.`). */
export const isCurrency = (text: string): boolean =>
  SIGN.test(text) || CODES.has(text.toUpperCase()) || WORDS.has(text.toLowerCase());
