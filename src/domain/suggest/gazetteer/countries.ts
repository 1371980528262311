/**
 * Countries and territories: ISO 3166-1 alpha-2 | English names | English nationality words | Czech names in the
 * nominative (forms that the endings do not give after a slash) | stem of the Czech adjective.
 * From general knowledge; the codes are those of ISO 3166.
 */
export const countryTable = `
AF|Afghanistan|Afghan|Afghánistán|afghánsk
AL|Albania|Albanian|Albánie|albánsk
DZ|Algeria|Algerian|Alžírsko|alžírsk
AD|Andorra|Andorran|Andorra|andorrsk
AO|Angola|Angolan|Angola|angolsk
AR|Argentina|Argentine,Argentinian|Argentina|argentinsk
AM|Armenia|Armenian|Arménie|arménsk
AU|Australia|Australian|Austrálie|australsk
AT|Austria|Austrian|Rakousko|rakousk
AZ|Azerbaijan|Azerbaijani,Azeri|Ázerbájdžán|ázerbájdžánsk
BS|Bahamas|Bahamian|Bahamy|bahamsk
BH|Bahrain|Bahraini|Bahrajn|bahrajnsk
BD|Bangladesh|Bangladeshi|Bangladéš|bangladéšsk
BB|Barbados|Barbadian|Barbados|barbadosk
BY|Belarus,Republic of Belarus|Belarusian,Belarussian|Bělorusko|bělorusk
BE|Belgium|Belgian|Belgie|belgick
BZ|Belize|Belizean|Belize|belizsk
BJ|Benin|Beninese|Benin|beninsk
BT|Bhutan|Bhutanese|Bhútán|bhútánsk
BO|Bolivia|Bolivian|Bolívie|bolivijsk
BA|Bosnia and Herzegovina,Bosnia|Bosnian|Bosna a Hercegovina/Bosny a Hercegoviny/Bosně a Hercegovině/Bosnu a Hercegovinu,Bosna|bosensk
BW|Botswana|Botswanan|Botswana|botswansk
BR|Brazil|Brazilian|Brazílie|brazilsk
BN|Brunei|Bruneian|Brunej|brunejsk
BG|Bulgaria|Bulgarian|Bulharsko|bulharsk
BF|Burkina Faso||Burkina Faso|
BI|Burundi|Burundian|Burundi|burundsk
KH|Cambodia|Cambodian|Kambodža/Kambodže/Kambodži/Kambodžu/Kambodžou|kambodžsk
CM|Cameroon|Cameroonian|Kamerun|kamerunsk
CA|Canada|Canadian|Kanada|kanadsk
CF|Central African Republic||Středoafrická republika/Středoafrické republiky/Středoafrické republice/Středoafrickou republiku|
CL|Chile|Chilean|Chile|chilsk
CN|China,People's Republic of China,PRC|Chinese|Čína,Čínská lidová republika/Čínské lidové republiky/Čínské lidové republice/Čínskou lidovou republiku/Čínskou lidovou republikou,ČLR|čínsk
CO|Colombia|Colombian|Kolumbie|kolumbijsk
CR|Costa Rica|Costa Rican|Kostarika|kostarick
CI|Ivory Coast,Côte d'Ivoire|Ivorian|Pobřeží slonoviny|
HR|Croatia|Croatian|Chorvatsko|chorvatsk
CU|Cuba|Cuban|Kuba|kubánsk
CY|Cyprus|Cypriot|Kypr|kypersk
CZ|Czech Republic,Czechia|Czech|Česko,Česká republika/České republiky/České republice/Českou republiku/Českou republikou,ČR|česk
CD|Democratic Republic of the Congo,DRC|Congolese|Kongo|konžsk
DK|Denmark|Danish|Dánsko|dánsk
DO|Dominican Republic|Dominican|Dominikánská republika/Dominikánské republiky/Dominikánské republice|dominikánsk
EC|Ecuador|Ecuadorian,Ecuadorean|Ekvádor|ekvádorsk
EG|Egypt|Egyptian|Egypt|egyptsk
SV|El Salvador|Salvadoran|Salvador|salvadorsk
ER|Eritrea|Eritrean|Eritrea|eritrejsk
EE|Estonia|Estonian|Estonsko|estonsk
ET|Ethiopia|Ethiopian|Etiopie|etiopsk
FI|Finland|Finnish|Finsko|finsk
FJ|Fiji|Fijian|Fidži|fidžijsk
FR|France|French|Francie|francouzsk
GA|Gabon|Gabonese|Gabon|gabonsk
GM|Gambia|Gambian|Gambie|gambijsk
GE|Georgia|Georgian|Gruzie|gruzínsk
DE|Germany,Federal Republic of Germany|German|Německo,Spolková republika Německo,SRN|německ
GH|Ghana|Ghanaian|Ghana|ghansk
GR|Greece|Greek|Řecko|řeck
GT|Guatemala|Guatemalan|Guatemala|guatemalsk
GN|Guinea|Guinean|Guinea|guinejsk
HT|Haiti|Haitian|Haiti|haitsk
HN|Honduras|Honduran|Honduras|honduras
HK|Hong Kong||Hongkong|hongkongsk
HU|Hungary|Hungarian|Maďarsko|maďarsk
IS|Iceland|Icelandic|Island|islandsk
IN|India|Indian|Indie|indick
ID|Indonesia|Indonesian|Indonésie|indonésk
IR|Iran,Islamic Republic of Iran|Iranian|Írán,Íránská islámská republika/Íránské islámské republiky/Íránské islámské republice/Íránskou islámskou republiku/Íránskou islámskou republikou|íránsk
IQ|Iraq|Iraqi|Irák|iráck
IE|Ireland|Irish|Irsko|irsk
IL|Israel|Israeli|Izrael|izraelsk
IT|Italy|Italian|Itálie|italsk
JM|Jamaica|Jamaican|Jamajka|jamajsk
JP|Japan|Japanese|Japonsko|japonsk
JO|Jordan|Jordanian|Jordánsko|jordánsk
KZ|Kazakhstan|Kazakh|Kazachstán|kazašsk
KE|Kenya|Kenyan|Keňa/Keni/Keňu/Keňou|keňsk
XK|Kosovo|Kosovar|Kosovo|kosovsk
KW|Kuwait|Kuwaiti|Kuvajt|kuvajtsk
KG|Kyrgyzstan|Kyrgyz|Kyrgyzstán|kyrgyzsk
LA|Laos|Laotian|Laos|laosk
LV|Latvia|Latvian|Lotyšsko|lotyšsk
LB|Lebanon|Lebanese|Libanon|libanonsk
LR|Liberia|Liberian|Libérie|liberijsk
LY|Libya|Libyan|Libye|libyjsk
LI|Liechtenstein||Lichtenštejnsko|lichtenštejnsk
LT|Lithuania|Lithuanian|Litva|litevsk
LU|Luxembourg|Luxembourgish|Lucembursko|lucembursk
MO|Macau,Macao|Macanese|Macao|macajsk
MG|Madagascar|Malagasy|Madagaskar|madagaskarsk
MW|Malawi|Malawian|Malawi|malawisk
MY|Malaysia|Malaysian|Malajsie|malajsijsk
MV|Maldives|Maldivian|Maledivy|maledivsk
ML|Mali|Malian|Mali|malijsk
MT|Malta|Maltese|Malta|maltsk
MR|Mauritania|Mauritanian|Mauritánie|mauritánsk
MU|Mauritius|Mauritian|Mauricius|mauricijsk
MX|Mexico|Mexican|Mexiko|mexick
MD|Moldova,Republic of Moldova|Moldovan|Moldavsko|moldavsk
MC|Monaco|Monegasque|Monako|monack
MN|Mongolia|Mongolian|Mongolsko|mongolsk
ME|Montenegro|Montenegrin|Černá Hora/Černé Hory/Černé Hoře/Černou Horu/Černou Horou|černohorsk
MA|Morocco|Moroccan|Maroko|marock
MZ|Mozambique|Mozambican|Mosambik|mosambick
MM|Myanmar,Burma|Burmese|Myanmar,Barma|barmsk
NA|Namibia|Namibian|Namibie|namibijsk
NP|Nepal|Nepalese,Nepali|Nepál|nepálsk
NL|Netherlands,Holland|Dutch|Nizozemsko,Nizozemí,Holandsko|nizozemsk
NZ|New Zealand||Nový Zéland/Nového Zélandu/Novému Zélandu/Novém Zélandu/Novým Zélandem|novozélandsk
NI|Nicaragua|Nicaraguan|Nikaragua|nikaragujsk
NE|Niger|Nigerien|Niger|nigersk
NG|Nigeria|Nigerian|Nigérie|nigerijsk
KP|North Korea,Democratic People's Republic of Korea,DPRK|North Korean|Severní Korea/Severní Koreje/Severní Koreji/Severní Koreu/Severní Koreou,KLDR|severokorejsk
MK|North Macedonia,Macedonia|Macedonian|Severní Makedonie/Severní Makedonii/Severní Makedonií|makedonsk
NO|Norway|Norwegian|Norsko|norsk
OM|Oman|Omani|Omán|ománsk
PK|Pakistan|Pakistani|Pákistán|pákistánsk
PS|Palestine|Palestinian|Palestina|palestinsk
PA|Panama|Panamanian|Panama|panamsk
PG|Papua New Guinea||Papua-Nová Guinea|
PY|Paraguay|Paraguayan|Paraguay|paraguaysk
PE|Peru|Peruvian|Peru|peruánsk
PH|Philippines|Philippine,Filipino|Filipíny/Filipín/Filipínám/Filipínách|filipínsk
PL|Poland|Polish|Polsko|polsk
PT|Portugal|Portuguese|Portugalsko|portugalsk
QA|Qatar|Qatari|Katar|katarsk
RO|Romania|Romanian|Rumunsko|rumunsk
RU|Russia,Russian Federation|Russian|Rusko,Ruská federace/Ruské federace/Ruské federaci/Ruskou federaci/Ruskou federací|rusk
RW|Rwanda|Rwandan|Rwanda|rwandsk
SA|Saudi Arabia|Saudi,Saudi Arabian|Saúdská Arábie/Saúdské Arábie/Saúdské Arábii/Saúdskou Arábii/Saúdskou Arábií|saúdskoarabsk
SN|Senegal|Senegalese|Senegal|senegalsk
RS|Serbia|Serbian|Srbsko|srbsk
SG|Singapore|Singaporean|Singapur|singapursk
SK|Slovakia,Slovak Republic|Slovak|Slovensko,Slovenská republika/Slovenské republiky/Slovenskou republiku|slovensk
SI|Slovenia|Slovenian,Slovene|Slovinsko|slovinsk
SO|Somalia|Somali|Somálsko|somálsk
ZA|South Africa|South African|Jihoafrická republika/Jihoafrické republiky/Jihoafrické republice/Jihoafrickou republiku,JAR|jihoafrick
KR|South Korea,Republic of Korea|South Korean|Jižní Korea/Jižní Koreje/Jižní Koreji/Jižní Koreu/Jižní Koreou|jihokorejsk
SS|South Sudan|South Sudanese|Jižní Súdán/Jižního Súdánu|jihosúdánsk
ES|Spain|Spanish|Španělsko|španělsk
LK|Sri Lanka|Sri Lankan|Srí Lanka/Srí Lanky/Srí Lance/Srí Lanku|srílansk
SD|Sudan|Sudanese|Súdán|súdánsk
SE|Sweden|Swedish|Švédsko|švédsk
CH|Switzerland|Swiss|Švýcarsko|švýcarsk
SY|Syria|Syrian|Sýrie|syrsk
TW|Taiwan|Taiwanese|Tchaj-wan/Tchaj-wanu/Tchaj-wanem,Taiwan|tchajwansk
TJ|Tajikistan|Tajik|Tádžikistán|tádžick
TZ|Tanzania|Tanzanian|Tanzanie|tanzansk
TH|Thailand|Thai|Thajsko|thajsk
TG|Togo|Togolese|Togo|tožsk
TN|Tunisia|Tunisian|Tunisko|tunisk
TR|Turkey,Türkiye|Turkish|Turecko|tureck
TM|Turkmenistan|Turkmen|Turkmenistán|turkmensk
UG|Uganda|Ugandan|Uganda|ugandsk
UA|Ukraine|Ukrainian|Ukrajina|ukrajinsk
AE|United Arab Emirates,UAE|Emirati|Spojené arabské emiráty/Spojených arabských emirátů/Spojeným arabským emirátům/Spojených arabských emirátech,SAE|emirátsk
GB|United Kingdom,UK,U.K.,Great Britain,Britain,England,Scotland,Wales,Northern Ireland|British,Scottish,Welsh|Velká Británie/Velké Británie/Velké Británii/Velkou Británii/Velkou Británií,Británie,Spojené království/Spojeného království/Spojenému království/Spojeném království/Spojeným královstvím,Anglie,Skotsko|britsk
US|United States of America,United States,US,U.S.,USA,U.S.A.,America|American|Spojené státy/Spojených států/Spojeným státům/Spojených státech/Spojenými státy,Spojené státy americké/Spojených států amerických,USA,Amerika|americk
UY|Uruguay|Uruguayan|Uruguay|uruguaysk
UZ|Uzbekistan|Uzbek|Uzbekistán|uzbeck
VA|Vatican,Holy See|Vatican|Vatikán|vatikánsk
VE|Venezuela|Venezuelan|Venezuela|venezuelsk
VN|Vietnam,Viet Nam|Vietnamese|Vietnam|vietnamsk
YE|Yemen|Yemeni|Jemen|jemensk
ZM|Zambia|Zambian|Zambie|zambijsk
ZW|Zimbabwe|Zimbabwean|Zimbabwe|zimbabwsk
GL|Greenland|Greenlandic|Grónsko|grónsk
FO|Faroe Islands|Faroese|Faerské ostrovy/Faerských ostrovů|faersk
GI|Gibraltar|Gibraltarian|Gibraltar|gibraltarsk
BM|Bermuda|Bermudian|Bermudy|bermudsk
PR|Puerto Rico|Puerto Rican|Portoriko|portorick
GU|Guam|Guamanian|Guam|guamsk
MH|Marshall Islands|Marshallese|Marshallovy ostrovy/Marshallových ostrovů|
PW|Palau|Palauan|Palau|palausk
VU|Vanuatu|Vanuatuan|Vanuatu|vanuatsk
WS|Samoa|Samoan|Samoa|samojsk
TO|Tonga|Tongan|Tonga|tonžsk
SB|Solomon Islands||Šalomounovy ostrovy/Šalomounových ostrovů|
TL|Timor-Leste,East Timor|Timorese|Východní Timor/Východního Timoru|
`

/** Towns: the English name, and the Czech one where it is another. Capitals first, then towns that such reports name. */
export const townTable = `
Prague|Praha,Berlin|Berlín,London|Londýn,Paris|Paříž/Paříže/Paříži/Paříží,Washington|Washington,Washington D.C.,Washington DC,Moscow|Moskva,Beijing|Peking,Brussels|Brusel,Vienna|Vídeň/Vídně/Vídni/Vídní,Warsaw|Varšava,Bratislava|Bratislava,Budapest|Budapešť/Budapešti/Budapeští,Kyiv|Kyjev,Kiev,Minsk|Minsk,Vilnius|Vilnius,Riga|Riga,Tallinn|Tallinn,Helsinki|Helsinky/Helsink/Helsinkách/Helsinkám,Stockholm|Stockholm,Oslo|Oslo,Copenhagen|Kodaň/Kodaně/Kodani/Kodaní,Reykjavik|Reykjavík,Dublin|Dublin,The Hague|Haag,Amsterdam|Amsterodam,Luxembourg City|Lucemburk,Bern|Bern,Rome|Řím,Madrid|Madrid,Lisbon|Lisabon,Athens|Atény/Atén/Aténách/Aténám,Sofia|Sofie,Bucharest|Bukurešť/Bukurešti/Bukureští,Belgrade|Bělehrad,Zagreb|Záhřeb,Ljubljana|Lublaň/Lublaně/Lublani/Lublaní,Sarajevo|Sarajevo,Podgorica|Podgorica,Skopje|Skopje,Tirana|Tirana,Pristina|Priština,Chisinau|Kišiněv,Ankara|Ankara,Istanbul|Istanbul,Tbilisi|Tbilisi,Yerevan|Jerevan,Baku|Baku,Tehran|Teherán,Teheran,Baghdad|Bagdád,Riyadh|Rijád,Doha|Dauhá,Abu Dhabi|Abú Zabí,Dubai|Dubaj,Jerusalem|Jeruzalém,Tel Aviv|Tel Aviv,Beirut|Bejrút,Damascus|Damašek,Cairo|Káhira,Tripoli|Tripolis,Tunis|Tunis,Algiers|Alžír,Rabat|Rabat,Nairobi|Nairobi,Pretoria|Pretorie,Johannesburg|Johannesburg,Lagos|Lagos,Abuja|Abuja,Addis Ababa|Addis Abeba,Pyongyang|Pchjongjang,Seoul|Soul,Tokyo|Tokio,Taipei|Tchaj-pej,Manila|Manila,Hanoi|Hanoj,Bangkok|Bangkok,Jakarta|Jakarta,Kuala Lumpur|Kuala Lumpur,New Delhi|Nové Dillí,Delhi|Dillí,Islamabad|Islámábád,Kabul|Kábul,Astana|Astana,Tashkent|Taškent,Ulaanbaatar|Ulánbátar,Canberra|Canberra,Wellington|Wellington,Ottawa|Ottawa,Mexico City|Ciudad de México,Havana|Havana,Caracas|Caracas,Bogota|Bogota,Lima|Lima,Santiago|Santiago,Buenos Aires|Buenos Aires,Brasilia|Brasília,
New York|New York,Brooklyn|Brooklyn,Manhattan|Manhattan,Los Angeles|Los Angeles,San Francisco|San Francisco,Seattle|Seattle,Chicago|Chicago,Boston|Boston,Atlanta|Atlanta,Houston|Houston,Dallas|Dallas,Austin,Miami|Miami,Philadelphia|Filadelfie,Pittsburgh|Pittsburgh,San Diego|San Diego,Las Vegas|Las Vegas,Arlington,Fort Meade,Langley,Honolulu,Toronto|Toronto,Montreal|Montreal,Vancouver|Vancouver,Sydney|Sydney,Melbourne|Melbourne,Brisbane|Brisbane,Perth|Perth,Auckland|Auckland,Geneva|Ženeva,Zurich|Curych,Basel|Basilej,Munich|Mnichov,Hamburg|Hamburk,Frankfurt|Frankfurt,Cologne|Kolín nad Rýnem,Bonn|Bonn,Dresden|Drážďany/Drážďan/Drážďanech,Leipzig|Lipsko,Stuttgart|Stuttgart,Karlsruhe|Karlsruhe,Rotterdam|Rotterdam,Antwerp|Antverpy,Strasbourg|Štrasburk,Lyon|Lyon,Marseille|Marseille,Milan|Milán,Turin|Turín,Barcelona|Barcelona,Manchester|Manchester,Birmingham|Birmingham,Edinburgh|Edinburgh,Cheltenham|Cheltenham,Salisbury|Salisbury,Oxford|Oxford,Belfast|Belfast,Glasgow|Glasgow,Krakow|Krakov,Gdansk|Gdaňsk,Saint Petersburg|Petrohrad,St. Petersburg,St Petersburg,Kaliningrad|Kaliningrad,Novosibirsk|Novosibirsk,Rostov|Rostov,Rostov-on-Don|Rostov na Donu,Khimki|Chimki,Sevastopol|Sevastopol,Simferopol|Simferopol,Donetsk|Doněck,Luhansk|Luhansk,Kharkiv|Charkov,Odesa|Oděsa,Odessa,Lviv|Lvov,Dnipro|Dnipro,Mariupol|Mariupol,Kherson|Cherson,Ivano-Frankivsk|Ivano-Frankivsk,Wuhan|Wu-chan,Shanghai|Šanghaj,Shenzhen|Šen-čen,Guangzhou|Kanton,Chengdu|Čcheng-tu,Tianjin|Tchien-ťin,Nanjing|Nanking,Haikou,Hefei,Xiamen,Hangzhou,Chongqing,Qingdao,Mumbai|Bombaj,Bangalore|Bengalúru,Osaka|Ósaka,Busan|Pusan,Bergen|Bergen,Trondheim|Trondheim,Stavanger,Gothenburg|Göteborg,Malmö|Malmö,Tampere|Tampere,Turku|Turku,Espoo|Espoo,Aarhus,Tartu|Tartu,Narva|Narva,Kaunas|Kaunas,
Brno|Brno,Ostrava|Ostrava,Plzeň|Plzeň/Plzně/Plzni/Plzní,Olomouc|Olomouc,Liberec|Liberec,Benešov|Benešov,Pardubice|Pardubice/Pardubic/Pardubicích,České Budějovice|České Budějovice/Českých Budějovic/Českých Budějovicích,Hradec Králové|Hradec Králové/Hradce Králové/Hradci Králové,Zlín|Zlín,Kladno|Kladno,Karlovy Vary|Karlovy Vary/Karlových Varů/Karlových Varech,Jihlava|Jihlava,Kolín|Kolín,Opava|Opava,Ústí nad Labem|Ústí nad Labem,Zlín|Zlín,Vsetín|Vsetín,Třinec|Třinec,Mladá Boleslav|Mladá Boleslav/Mladé Boleslavi,Poděbrady|Poděbrady/Poděbrad/Poděbradech,Prešov|Prešov,Žilina|Žilina,Trnava|Trnava,Nitra|Nitra,Banská Bystrica|Banská Bystrica/Banské Bystrice/Banské Bystrici,Trenčín|Trenčín,Košice|Košice/Košic/Košicích,Kansas City,Colorado Springs,Denver,Phoenix,Baltimore,Detroit,Cleveland,Nashville,Salt Lake City,Sacramento,San Jose,Newark,Kyoto|Kjóto,Adelaide,Hobart,Quebec City,Calgary,Winnipeg,Christchurch,Ghent|Gent,Eindhoven,Utrecht|Utrecht,Rzeszów|Řešov,Poznań|Poznaň/Poznaně/Poznani/Poznaní,Wrocław|Vratislav/Vratislavi/Vratislaví,Łódź|Lodž,Kraków,Gdańsk,Cluj|Kluž,Timișoara|Temešvár,Varna|Varna,Thessaloniki|Soluň/Soluně/Soluni/Soluní,Naples|Neapol/Neapole/Neapoli/Neapolí,Venice|Benátky/Benátek/Benátkách,Seville|Sevilla,Valencia|Valencie,Porto|Porto,Bilbao|Bilbao,Toulouse|Toulouse,Innsbruck|Innsbruck,Graz|Štýrský Hradec,Linz|Linec,Salzburg|Salcburk,Lausanne|Lausanne,Hannover|Hannover,Bremen|Brémy/Brém/Brémách,Düsseldorf|Düsseldorf,Nuremberg|Norimberk,Potsdam|Postupim/Postupimi,Leeds|Leeds,Liverpool|Liverpool,Bristol|Bristol,Cardiff|Cardiff,Aberdeen|Aberdeen,Kirkenes,Tromsø,Uppsala,Linköping,Oulu|Oulu,Klaipėda|Klajpeda,Daugavpils,Vinnytsia|Vinnycja,Poltava|Poltava,Zaporizhzhia|Záporoží,Chernihiv|Černihiv,Vladivostok|Vladivostok,Kazan|Kazaň/Kazaně/Kazani,Yekaterinburg|Jekatěrinburg,Sochi|Soči,Isfahan|Isfahán,Natanz|Natanz,Mashhad,Haifa|Haifa,Izmir|Izmir,Harbin|Charbin,Jinan,Xi'an|Si-an,Urumqi|Urumči,Lhasa|Lhasa,Karachi|Karáčí,Lahore|Láhaur,Dhaka|Dháka,Colombo|Kolombo,Kathmandu|Káthmándú,Phnom Penh|Phnompenh,Yangon|Rangún,Sinuiju,Incheon|Inčchon,Nagoya|Nagoja,Vrbětice|Vrbětice/Vrbětic/Vrběticích
`
