/**
 * The commonest characters beyond ASCII in running text of the languages an encoding was made for, roughly in the
 * order of their frequency.
 * @see J. Da, Modern Chinese Character Frequency List (2004); Korpus of the National Institute of Korean Language
 * (2005); letter frequencies of the European languages as Unicode CLDR lists their exemplar letters.
 */
const WESTERN = 'éèàüöäßçêâîôûëïùœæøåñóíáúãõìòÉÈÀÜÖÄÇÊÓÍÁÚÑÃÅØÆ';
const CENTRAL = 'áíéąęłóśżćńźčěšřžýůúôäöüőűťďňľăâîşţĺŕđÁÉŁŚŻČŠŘŽÖÜ';
const CYRILLIC = 'оеаинтсрвлкмдпуяызьгбчйхжюшцщэфёіїєґўОЕАИНТСРВЛКМДПУЯЗГБЧЙХЖЮШЦЩЭФ';
const GREEK = 'αοιετσνηυρπκμλςίόάγέήθωδχφύβώξζψΑΟΙΕΤΣΝΗΥΡΠΚΜΛΓΔΘΦΧΒΆΈΌ';
const TURKISH = 'ıişğüöçâİŞĞÜÖÇî';
const BALTIC = 'āēīšžūėųįąčęģķļņõäöüŠŽČĀ';
const HEBREW = 'יוהלאמתרבשנםדעחקפגטכסזצךןץף';
const ARABIC = 'اليمونرتبةعدسفهكقأحجشطصخذغئءزضثإىظؤپچگک';
const THAI = 'านรกอเงมลยวตสทดหคชไบพข';
const SIMPLIFIED =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔';
const TRADITIONAL =
  '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作里用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運';
const KOREAN =
  '이다는을가의에고하지기로한사은서대어도나시자인해리일아를장정수부그제보들있라조전원과상구만주동선여공연세스유화신안비성우위소실오용면와회계발업경관거모문내치학무방재국산식각분김차결간의불심번중없할려행통체니르까때음물것금년월명건당당입양민합출품영생직교후단처강약터력저작감날미두진말점포름려되된던';
const KANA =
  'のにるたをはしとがでてなかいれらもりさっすこあうきまけどよくめそつせおみだンスルトラリイアクシロジドグテコバパマタフレサメキデムプカニナャュョェオウビブ';

/** What is common in the text that an encoding was made for. */
export const KNOWN_LETTERS = {
  western: WESTERN,
  central: CENTRAL,
  cyrillic: CYRILLIC,
  greek: GREEK,
  turkish: TURKISH,
  baltic: BALTIC,
  hebrew: HEBREW,
  arabic: ARABIC,
  thai: THAI,
  simplified: SIMPLIFIED,
  traditional: TRADITIONAL,
  korean: KOREAN,
  japanese:
    KANA +
    '日一人年大国会中本月生出社者上東市分学品客県区店名号京都道府町村番氏住所電話顧商数量金額価格合計注文付曜火水木土株式山田川井松林藤佐伊高橋小野石池清原崎天気子太郎美',
} as const;

export type Script = keyof typeof KNOWN_LETTERS;
