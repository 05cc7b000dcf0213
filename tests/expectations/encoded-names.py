# Writes encoded-names.json: small tables of names as Python's own codecs encode them.
import base64
import json
import pathlib

SAMPLES = [
    ("shift_jis", "shift_jis", "氏名,住所\n山田太郎,東京都港区芝公園\n佐藤花子,大阪市北区梅田\n"),
    ("shift_jis", "shift_jis", "顧客番号;商品名;数量\n1;りんごジュース;3\n2;コーヒー豆;5\n"),
    ("euc-jp", "euc_jp", "氏名,住所\n山田太郎,東京都港区芝公園\n佐藤花子,大阪市北区梅田\n"),
    ("gb18030", "gb18030", "姓名,城市,金额\n王小明,北京市朝阳区,100\n李华,上海浦东新区,200\n"),
    ("big5", "big5", "姓名,城市,金額\n王小明,台北市信義區,100\n李華,高雄市,200\n"),
    ("euc-kr", "euc_kr", "이름,도시,금액\n김철수,서울특별시,100\n이영희,부산광역시,200\n"),
    ("windows-1250", "cp1250", "imię,miasto\nŁukasz,Kraków\nŻaneta,Gdańsk\nZoë,Łódź\n"),
    ("windows-1250", "cp1250", "jméno;město\nJiří Dvořák;Plzeň\nŠárka;Ústí nad Labem\n"),
    ("iso-8859-2", "iso8859_2", "imię,miasto\nŁukasz,Kraków\nŻaneta,Gdańsk\nPaweł Śliwa,Łódź\n"),
    ("windows-1251", "cp1251", "Имя,Город\nИван Петров,Москва\nАнна,Санкт-Петербург\n"),
    ("koi8-r", "koi8_r", "Имя,Город\nИван Петров,Москва\nАнна,Санкт-Петербург\n"),
    ("ibm866", "cp866", "Имя,Город\nИван Петров,Москва\nАнна,Санкт-Петербург\n"),
    ("iso-8859-5", "iso8859_5", "Имя,Город\nИван Петров,Москва\nАнна,Санкт-Петербург\n"),
    ("windows-1252", "cp1252", "name,city\nJosé Núñez,Málaga\nFrançois,Besançon\n"),
    ("windows-1252", "cp1252", "Name;Straße;Preis\nMüller;Königsallee;10 €\nGroß;Äußere Straße;5\n"),
    ("windows-1252", "cp1252", "navn,by\nSøren,Århus\nKåre,Tromsø\n"),
    ("windows-1252", "cp1252", "item,n\n“smart” – it’s,1\n"),
    ("macintosh", "mac_roman", "name,city\nJosé Núñez,Málaga\nFrançois,Besançon\n"),
    ("windows-1253", "cp1253", "Όνομα,Πόλη\nΓιώργος,Αθήνα\nΜαρία,Θεσσαλονίκη\n"),
    ("windows-1254", "cp1254", "ad,şehir\nAyşe Yılmaz,İstanbul\nOğuz Çelik,Eskişehir\n"),
    ("windows-1255", "cp1255", "שם,עיר\nדוד כהן,תל אביב\n"),
    ("windows-1256", "cp1256", "الاسم,المدينة\nمحمد,القاهرة\n"),
    ("windows-1257", "cp1257", "vardas,miestas\nŽydrūnas,Šiauliai\nJānis Bērziņš,Rīga\n"),
    ("windows-874", "cp874", "ชื่อ,เมือง\nสมชาย,กรุงเทพ\n"),
]
found = [
    {"label": label, "text": text, "base64": base64.b64encode(text.encode(codec)).decode()}
    for label, codec, text in SAMPLES
]
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
