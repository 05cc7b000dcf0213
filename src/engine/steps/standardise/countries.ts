/**
 * ISO 3166-1, a country a line: alpha-2, alpha-3, short English name (CLDR), further names (ISO's own, official, in the
 * country's main language). Written by tools/make-countries.mjs.
 */
export const COUNTRIES = `
AD|AND|Andorra|Principality of Andorra
AE|ARE|United Arab Emirates|الإمارات العربية المتحدة
AF|AFG|Afghanistan|Islamic Republic of Afghanistan|افغانستان
AG|ATG|Antigua & Barbuda|Antigua and Barbuda
AI|AIA|Anguilla
AL|ALB|Albania|Republic of Albania|Shqipëri
AM|ARM|Armenia|Republic of Armenia|Հայաստան
AO|AGO|Angola|Republic of Angola
AQ|ATA|Antarctica
AR|ARG|Argentina|Argentine Republic
AS|ASM|American Samoa
AT|AUT|Austria|Republic of Austria|Österreich
AU|AUS|Australia
AW|ABW|Aruba
AX|ALA|Åland Islands|Åland
AZ|AZE|Azerbaijan|Republic of Azerbaijan|Azərbaycan
BA|BIH|Bosnia & Herzegovina|Bosnia|Bosnia and Herzegovina|Republic of Bosnia and Herzegovina|Bosna i Hercegovina
BB|BRB|Barbados
BD|BGD|Bangladesh|People's Republic of Bangladesh|বাংলাদেশ
BE|BEL|Belgium|Kingdom of Belgium|België
BF|BFA|Burkina Faso
BG|BGR|Bulgaria|Republic of Bulgaria|България
BH|BHR|Bahrain|Kingdom of Bahrain|البحرين
BI|BDI|Burundi|Republic of Burundi|Uburundi
BJ|BEN|Benin|Republic of Benin|Bénin
BL|BLM|St. Barthélemy|Saint Barthélemy|Saint-Barthélemy
BM|BMU|Bermuda
BN|BRN|Brunei|Brunei Darussalam
BO|BOL|Bolivia|Bolivia, Plurinational State of|Plurinational State of Bolivia
BQ|BES|Caribbean Netherlands|Bonaire, Sint Eustatius and Saba
BR|BRA|Brazil|Federative Republic of Brazil|Brasil
BS|BHS|Bahamas|Commonwealth of the Bahamas
BT|BTN|Bhutan|Kingdom of Bhutan|འབྲུག
BV|BVT|Bouvet Island|Bouvetøya
BW|BWA|Botswana|Republic of Botswana
BY|BLR|Belarus|Republic of Belarus|Беларусь
BZ|BLZ|Belize
CA|CAN|Canada
CC|CCK|Cocos Islands|Cocos (Keeling) Islands|Kepulauan Cocos (Keeling)
CD|COD|Congo - Kinshasa|Congo, The Democratic Republic of the|Congo-Kinshasa
CF|CAF|Central African Republic|Ködörösêse tî Bêafrîka
CG|COG|Congo - Brazzaville|Congo|Republic of the Congo|Congo-Brazzaville
CH|CHE|Switzerland|Swiss Confederation|Schweiz
CI|CIV|Côte d’Ivoire|Côte d'Ivoire|Republic of Côte d'Ivoire
CK|COK|Cook Islands
CL|CHL|Chile|Republic of Chile
CM|CMR|Cameroon|Republic of Cameroon|Cameroun
CN|CHN|China|People's Republic of China|中国
CO|COL|Colombia|Republic of Colombia
CR|CRI|Costa Rica|Republic of Costa Rica
CU|CUB|Cuba|Republic of Cuba
CV|CPV|Cape Verde|Cabo Verde|Republic of Cabo Verde
CW|CUW|Curaçao
CX|CXR|Christmas Island
CY|CYP|Cyprus|Republic of Cyprus|Κύπρος
CZ|CZE|Czechia|Czech Republic|Česko
DE|DEU|Germany|Federal Republic of Germany|Deutschland
DJ|DJI|Djibouti|Republic of Djibouti
DK|DNK|Denmark|Kingdom of Denmark|Danmark
DM|DMA|Dominica|Commonwealth of Dominica
DO|DOM|Dominican Republic|República Dominicana
DZ|DZA|Algeria|People's Democratic Republic of Algeria|الجزائر
EC|ECU|Ecuador|Republic of Ecuador
EE|EST|Estonia|Republic of Estonia|Eesti
EG|EGY|Egypt|Arab Republic of Egypt|مصر
EH|ESH|Western Sahara|الصحراء الغربية
ER|ERI|Eritrea|the State of Eritrea|ኤርትራ
ES|ESP|Spain|Kingdom of Spain|España
ET|ETH|Ethiopia|Federal Democratic Republic of Ethiopia|ኢትዮጵያ
FI|FIN|Finland|Republic of Finland|Suomi
FJ|FJI|Fiji|Republic of Fiji
FK|FLK|Falkland Islands|Falkland Islands (Malvinas)
FM|FSM|Micronesia|Micronesia, Federated States of|Federated States of Micronesia
FO|FRO|Faroe Islands|Føroyar
FR|FRA|France|French Republic
GA|GAB|Gabon|Gabonese Republic
GB|GBR|United Kingdom|UK|United Kingdom of Great Britain and Northern Ireland
GD|GRD|Grenada
GE|GEO|Georgia|საქართველო
GF|GUF|French Guiana|Guyane française
GG|GGY|Guernsey
GH|GHA|Ghana|Republic of Ghana|Gaana
GI|GIB|Gibraltar
GL|GRL|Greenland|Kalaallit Nunaat
GM|GMB|Gambia|Republic of the Gambia
GN|GIN|Guinea|Republic of Guinea|Guinée
GP|GLP|Guadeloupe
GQ|GNQ|Equatorial Guinea|Republic of Equatorial Guinea|Guinea Ecuatorial
GR|GRC|Greece|Hellenic Republic|Ελλάδα
GS|SGS|South Georgia & South Sandwich Islands|South Georgia and the South Sandwich Islands
GT|GTM|Guatemala|Republic of Guatemala
GU|GUM|Guam
GW|GNB|Guinea-Bissau|Republic of Guinea-Bissau|Guiné-Bissau
GY|GUY|Guyana|Republic of Guyana
HK|HKG|Hong Kong|Hong Kong SAR China|Hong Kong Special Administrative Region of China|中国香港特别行政区
HM|HMD|Heard & McDonald Islands|Heard Island and McDonald Islands
HN|HND|Honduras|Republic of Honduras
HR|HRV|Croatia|Republic of Croatia|Hrvatska
HT|HTI|Haiti|Republic of Haiti
HU|HUN|Hungary|Magyarország
ID|IDN|Indonesia|Republic of Indonesia
IE|IRL|Ireland
IL|ISR|Israel|State of Israel|ישראל
IM|IMN|Isle of Man
IN|IND|India|Republic of India|भारत
IO|IOT|British Indian Ocean Territory
IQ|IRQ|Iraq|Republic of Iraq|العراق
IR|IRN|Iran|Iran, Islamic Republic of|Islamic Republic of Iran|ایران
IS|ISL|Iceland|Republic of Iceland|Ísland
IT|ITA|Italy|Italian Republic|Italia
JE|JEY|Jersey
JM|JAM|Jamaica
JO|JOR|Jordan|Hashemite Kingdom of Jordan|الأردن
JP|JPN|Japan|日本
KE|KEN|Kenya|Republic of Kenya
KG|KGZ|Kyrgyzstan|Kyrgyz Republic|Кыргызстан
KH|KHM|Cambodia|Kingdom of Cambodia|កម្ពុជា
KI|KIR|Kiribati|Republic of Kiribati
KM|COM|Comoros|Union of the Comoros|جزر القمر
KN|KNA|St. Kitts & Nevis|Saint Kitts and Nevis
KP|PRK|North Korea|Korea, Democratic People's Republic of|Democratic People's Republic of Korea|북한
KR|KOR|South Korea|Korea, Republic of|대한민국
KW|KWT|Kuwait|State of Kuwait|الكويت
KY|CYM|Cayman Islands
KZ|KAZ|Kazakhstan|Republic of Kazakhstan|Казахстан
LA|LAO|Laos|Lao People's Democratic Republic|ລາວ
LB|LBN|Lebanon|Lebanese Republic|لبنان
LC|LCA|St. Lucia|Saint Lucia
LI|LIE|Liechtenstein|Principality of Liechtenstein
LK|LKA|Sri Lanka|Democratic Socialist Republic of Sri Lanka|ශ්‍රී ලංකාව
LR|LBR|Liberia|Republic of Liberia
LS|LSO|Lesotho|Kingdom of Lesotho
LT|LTU|Lithuania|Republic of Lithuania|Lietuva
LU|LUX|Luxembourg|Grand Duchy of Luxembourg
LV|LVA|Latvia|Republic of Latvia|Latvija
LY|LBY|Libya|ليبيا
MA|MAR|Morocco|Kingdom of Morocco|المغرب
MC|MCO|Monaco|Principality of Monaco
MD|MDA|Moldova|Moldova, Republic of|Republic of Moldova|Republica Moldova
ME|MNE|Montenegro|Црна Гора
MF|MAF|St. Martin|Saint Martin (French part)|Saint-Martin
MG|MDG|Madagascar|Republic of Madagascar|Madagasikara
MH|MHL|Marshall Islands|Republic of the Marshall Islands
MK|MKD|North Macedonia|Republic of North Macedonia|Северна Македонија
ML|MLI|Mali|Republic of Mali
MM|MMR|Myanmar|Myanmar (Burma)|Republic of Myanmar|မြန်မာ
MN|MNG|Mongolia|Монгол
MO|MAC|Macao|Macao SAR China|Macao Special Administrative Region of China|中国澳门特别行政区
MP|MNP|Northern Mariana Islands|Commonwealth of the Northern Mariana Islands
MQ|MTQ|Martinique
MR|MRT|Mauritania|Islamic Republic of Mauritania|موريتانيا
MS|MSR|Montserrat
MT|MLT|Malta|Republic of Malta
MU|MUS|Mauritius|Republic of Mauritius|Maurice
MV|MDV|Maldives|Republic of Maldives
MW|MWI|Malawi|Republic of Malawi
MX|MEX|Mexico|United Mexican States|México
MY|MYS|Malaysia
MZ|MOZ|Mozambique|Republic of Mozambique|Moçambique
NA|NAM|Namibia|Republic of Namibia|Namibië
NC|NCL|New Caledonia|Nouvelle-Calédonie
NE|NER|Niger|Republic of the Niger|Nijar
NF|NFK|Norfolk Island
NG|NGA|Nigeria|Federal Republic of Nigeria
NI|NIC|Nicaragua|Republic of Nicaragua
NL|NLD|Netherlands|Kingdom of the Netherlands|Nederland
NO|NOR|Norway|Kingdom of Norway|Norge
NP|NPL|Nepal|Federal Democratic Republic of Nepal|नेपाल
NR|NRU|Nauru|Republic of Nauru
NU|NIU|Niue
NZ|NZL|New Zealand
OM|OMN|Oman|Sultanate of Oman|عُمان
PA|PAN|Panama|Republic of Panama|Panamá
PE|PER|Peru|Republic of Peru|Perú
PF|PYF|French Polynesia|Polynésie française
PG|PNG|Papua New Guinea|Independent State of Papua New Guinea
PH|PHL|Philippines|Republic of the Philippines|Pilipinas
PK|PAK|Pakistan|Islamic Republic of Pakistan|پاکستان
PL|POL|Poland|Republic of Poland|Polska
PM|SPM|St. Pierre & Miquelon|Saint Pierre and Miquelon|Saint-Pierre-et-Miquelon
PN|PCN|Pitcairn Islands|Pitcairn
PR|PRI|Puerto Rico
PS|PSE|Palestine|Palestinian Territories|Palestine, State of|the State of Palestine|الأراضي الفلسطينية
PT|PRT|Portugal|Portuguese Republic
PW|PLW|Palau|Republic of Palau
PY|PRY|Paraguay|Republic of Paraguay
QA|QAT|Qatar|State of Qatar|قطر
RE|REU|Réunion|La Réunion
RO|ROU|Romania|România
RS|SRB|Serbia|Republic of Serbia|Србија
RU|RUS|Russia|Russian Federation|Россия
RW|RWA|Rwanda|Rwandese Republic|U Rwanda
SA|SAU|Saudi Arabia|Kingdom of Saudi Arabia|المملكة العربية السعودية
SB|SLB|Solomon Islands
SC|SYC|Seychelles|Republic of Seychelles
SD|SDN|Sudan|Republic of the Sudan|السودان
SE|SWE|Sweden|Kingdom of Sweden|Sverige
SG|SGP|Singapore|Republic of Singapore
SH|SHN|St. Helena|Saint Helena, Ascension and Tristan da Cunha
SI|SVN|Slovenia|Republic of Slovenia|Slovenija
SJ|SJM|Svalbard & Jan Mayen|Svalbard and Jan Mayen|Svalbard og Jan Mayen
SK|SVK|Slovakia|Slovak Republic|Slovensko
SL|SLE|Sierra Leone|Republic of Sierra Leone
SM|SMR|San Marino|Republic of San Marino
SN|SEN|Senegal|Republic of Senegal|Senegaal
SO|SOM|Somalia|Federal Republic of Somalia|Soomaaliya
SR|SUR|Suriname|Republic of Suriname
SS|SSD|South Sudan|Republic of South Sudan|جنوب السودان
ST|STP|São Tomé & Príncipe|Sao Tome and Principe|Democratic Republic of Sao Tome and Principe|São Tomé e Príncipe
SV|SLV|El Salvador|Republic of El Salvador
SX|SXM|Sint Maarten|Sint Maarten (Dutch part)
SY|SYR|Syria|Syrian Arab Republic|سوريا
SZ|SWZ|Eswatini|Kingdom of Eswatini
TC|TCA|Turks & Caicos Islands|Turks and Caicos Islands
TD|TCD|Chad|Republic of Chad|تشاد
TF|ATF|French Southern Territories|Terres australes françaises
TG|TGO|Togo|Togolese Republic
TH|THA|Thailand|Kingdom of Thailand|ไทย
TJ|TJK|Tajikistan|Republic of Tajikistan|Тоҷикистон
TK|TKL|Tokelau
TL|TLS|Timor-Leste|Democratic Republic of Timor-Leste
TM|TKM|Turkmenistan|Türkmenistan
TN|TUN|Tunisia|Republic of Tunisia|تونس
TO|TON|Tonga|Kingdom of Tonga
TR|TUR|Türkiye|Republic of Türkiye
TT|TTO|Trinidad & Tobago|Trinidad and Tobago|Republic of Trinidad and Tobago
TV|TUV|Tuvalu
TW|TWN|Taiwan|Taiwan, Province of China|台湾
TZ|TZA|Tanzania|Tanzania, United Republic of|United Republic of Tanzania
UA|UKR|Ukraine|Україна
UG|UGA|Uganda|Republic of Uganda
UM|UMI|U.S. Outlying Islands|United States Minor Outlying Islands
US|USA|United States|US|United States of America
UY|URY|Uruguay|Eastern Republic of Uruguay
UZ|UZB|Uzbekistan|Republic of Uzbekistan|Oʻzbekiston
VA|VAT|Vatican City|Holy See (Vatican City State)|Città del Vaticano
VC|VCT|St. Vincent & Grenadines|Saint Vincent and the Grenadines
VE|VEN|Venezuela|Venezuela, Bolivarian Republic of|Bolivarian Republic of Venezuela
VG|VGB|British Virgin Islands|Virgin Islands, British
VI|VIR|U.S. Virgin Islands|Virgin Islands, U.S.|Virgin Islands of the United States
VN|VNM|Vietnam|Viet Nam|Socialist Republic of Viet Nam|Việt Nam
VU|VUT|Vanuatu|Republic of Vanuatu
WF|WLF|Wallis & Futuna|Wallis and Futuna|Wallis-et-Futuna
WS|WSM|Samoa|Independent State of Samoa
YE|YEM|Yemen|Republic of Yemen|اليمن
YT|MYT|Mayotte
ZA|ZAF|South Africa|Republic of South Africa
ZM|ZMB|Zambia|Republic of Zambia
ZW|ZWE|Zimbabwe|Republic of Zimbabwe
`;
