"""The function words of each language: what holds sentences together and names nothing.

Articles, pronouns, prepositions, conjunctions, auxiliaries, negations and question words, in lower
case, written from the grammar of each language. They are the commonest words of any prose, so even
one sentence holds a few that tell its language; and they are the words that a question can do
without, so the same tables serve as stop words. Content words stay out, however common.
"""

_TABLES = {
    "en": """a about after all am an and any are as at be because been before being between
        but by can could did do does doing during each for from further had has have having
        he her here hers him his how i if in into is it its itself just me more most my no
        nor not of off on once only or other our ours out over own same she should so some
        such than that the their theirs them then there these they this those through to too
        under until up us very was we were what when where which while who whom whose why
        will with would you your yours also ever it's that's what's who's where's there's
        don't doesn't didn't isn't aren't wasn't weren't won't can't cannot couldn't wouldn't
        shouldn't hasn't haven't i'm i've we're they're you're he's she's let's might must
        shall many much""",
    "de": """aber als also am an auch auf aus bei beim bin bis bist da damit dann das dass
        davon dem den denn der deren des dessen die dies diese diesem diesen dieser dieses
        doch du durch ein eine einem einen einer eines er es etwas euch euer für gegen
        gewesen hab habe haben hat hatte hatten hätte hier hinter ihm ihn ihnen ihr ihre
        ihrem ihren ihrer im in ins ist ja jede jeden jeder jedes jetzt kann kein keine
        keinen können konnte man mein meine mich mir mit muss nach nicht noch nun nur ob oder
        ohne sehr sein seine seinem seinen seiner seit sich sie sind so soll sollte sollen
        sondern über um und uns unser unter vom von vor war wäre waren warum was weil weiß
        welche welchem welchen welcher welches wem wen wenn wer werde werden weshalb wessen
        wie wieder wieso will wir wird wo woher wohin worden wozu wurde wurden würde zu zum
        zur zwar zwischen wann wieviel wieviele während ab viel viele wofür wogegen worauf
        worum woraus wovor wodurch womit woran worin wovon statt beiden heißt heißen hieß
        lautet lautete gibt gab""",
    "fr": """à ai alors après as au aucun aucune aussi autre aux avait avec avoir c ça car ce
        ceci cela celle celui ces cet cette ceux chez comme comment d dans de depuis des deux
        dit donc dont du elle elles en encore entre est et était étaient été être eu fait fut
        il ils j je jusqu l la là laquelle le lequel les lesquels leur leurs lors lorsque lui
        m ma mais me même mes moi mon n ne ni nos notre nous on ont ou où par parce pas
        pendant peu peut plus pour pourquoi puis qu quand que quel quelle quelles quels qui
        quoi s sa sans selon se sera ses si soit son sont sous sur t ta te tes toi ton très
        tu un une vers vos votre vous y a combien avant peuvent doit lesquelles auquel duquel""",
    "es": """a al algo ante antes aquel aquella así aun aunque bajo cada como cómo con contra
        cual cuál cuáles cuales cuando cuándo cuanta cuánta cuantas cuántas cuanto cuánto
        cuantos cuántos cuya cuyo de del desde donde dónde durante e el él ella ellas ellos
        en entre era eran es esa esas ese eso esos esta está están estaba estas este esto
        estos fue fueron ha haber había habían han hasta hay la las le les lo los más me mi
        mientras mis mucho muy nada ni no nos nosotros nuestra nuestro o os otra otro para
        pero poco por porque pues qué que quien quién quienes quiénes se sea según ser si sí
        sido sin sino sobre son su sus también tampoco tan tanto te tiene tienen todo tras tu
        un una uno unos unas y ya yo puede pueden debe tener tenía tenían después""",
    "it": """a ad agli ai al alla alle allo anche ancora aveva c che chi ci ciò come con
        contro cosa così cui d da dagli dai dal dalla dalle degli dei del della delle dello
        dentro di dopo dove dov e è ed egli era erano essere fa fino fra fu furono gli ha
        hanno ho i il in io l la le lei li lo loro lui ma me mentre mi mia mio ne nei nel
        nell nella nelle negli no noi non nostra nostro o ogni oppure per perché però più poi
        prima qual quale quali quando quanta quante quanti quanto quel quella quelle quelli
        quello questa queste questi questo qui quindi se secondo sei senza si sia sono sopra
        sotto sta stata stati stato stessa stesso su sua sue sui sugli sul sull sulla sulle
        suo suoi te tra tu tutti un una uno verso vi voi può possono deve""",
    "pt": """a à ao aos apenas após aquela aquele aquilo as às até cada com como contra cujo
        da das de dela delas dele deles depois desde do dos durante e é ela elas ele eles em
        entre era eram essa essas esse esses está estão estava estavam este estes esta estas
        eu foi foram há isso isto já la lhe lhes lo mais mas me mesmo meu minha muito na não
        nas nem nenhum no nos nós nossa nosso num numa o onde os ou para pela pelas pelo
        pelos perante pode podem por porém porque quais qual quando quanta quantas quanto
        quantos que quê quem são se seja sem sempre ser será seu seus sob sobre sua suas só
        também tem têm tinha te tu um uma umas uns você vocês deve""",
    "nl": """aan al als altijd ben bij daar dan dat de der deze die dit doen door dus een en
        er geen had hadden heb hebben heeft hem hen het hier hij hoe hoeveel hun iets ik in
        is ja je jij jouw jullie kan kon kunnen langs maar me meer men met mij mijn moest
        moet moeten na naar niet niets nog nu of om omdat onder ons onze ook op over sinds
        sommige te tegen terwijl toch toen tot tussen u uit uw van vanaf veel via volgens
        voor waar waarom waarbij waarin wanneer want waren was wat we wel welk welke werd
        werden wie wiens wij wil worden wordt zal ze zei zich zij zijn zo zonder zou zouden""",
    "sv": """alla allt att av bara blev bli blir de dem den denna deras dess dessa det detta
        dig din dit du där därför då efter ej eller en er ett från få får för genom ha hade
        han hans har hon hennes henne honom hur hos hit här i icke in inga ingen inom inte
        jag kan kunde man med medan mellan men mig min mitt mot mycket måste ni nu när någon
        något några och om oss på samma sedan sig sin sina sitt själv ska skall skulle som så
        till trots under upp ut utan vad var vara varför varit varje vart vem vems vi vid
        vilka vilken vilket vår våra är åt över många""",
    "da": """af alle alt at bare blev blive bliver da de dem den denne der deres det dette
        dig din disse dog du efter eller en end er et for fordi fra få får før gennem ham han
        hans har havde hen hende hendes her hos hun hvad hvem hver hvilke hvilken hvilket
        hvis hvor hvordan hvorfor hvornår i igen ikke ind ingen ja jeg jer kan kun kunne man
        med meget mellem men mens mig min mod må ned nej nogen noget nogle nu når og også om
        op os over på sammen selv sig sin sit skal skulle som så til uden ud under var ved vi
        vil ville vor været mange mere""",
    "no": """alle alt at av bare ble bli blir blitt da de dei dem den denne der deres det
        dette deg din disse du eg ein eit eller en enn er et etter for fordi fra frå få får
        før gjennom ha hadde han hans har hennes henne her hos hun ho hva hvem hver hverken
        hvilke hvilken hvilket hvis hvor hvordan hvorfor i ikke ikkje igjen ingen inn ja jeg
        kan korleis kva kven kun kunne man med meg mellom men mens mer mot mye mange må nei
        noe noen nå når og også om opp oss over på sammen samme seg selv sin sine sitt skal
        skulle som så til under ut uten var ved vi vil ville vært være vår""",
    "fi": """ei eivät ehkä eli emme en ennen entä että hän häneen hänellä hänen hänet he
        heidän heidät heillä ilman itse ja jo joka johon joissa joita joiden jolla jonka jos
        joskus jossa josta jota jotka jotta juuri kaikki kanssa kautta keiden keitä kenen
        kenelle ketkä ketä koko koska kuin kuinka kuitenkin kuka kun kunnes kyllä luona läpi
        me meidän mihin mikä miksi milloin millainen millä minkä minne minua minun minä missä
        mistä mitkä mitä mitään moni montako mukaan mutta myös muun nämä ne niiden niin
        niissä niitä noin nuo nyt ole olen olet oli olisi olivat olla olleet ollut on ovat
        paljonko pitkin saakka se sekä sen siellä siihen siinä siitä sillä sinä sitä sitten
        tai taas te teidän toinen tuo tämä tämän tässä tästä tätä vaan vai vaikka vain vielä
        voi yli ympäri""",
    "pl": """a aby albo ale ani aż bardzo bez bo by być był była było byli były będzie będą
        chociaż co coś czego czy czyj czyja czyje czym dla dlaczego do gdy gdzie gdyż go i
        ich ile ilu im innych ja jak jaka jaki jakie jakich jako jednak jego jej jest jestem
        jeszcze jeśli już każdy kiedy kim kogo komu kto która którą które którego której
        który których którym ku lub ma mają mi mnie mój może można my na nad nam nas nasz
        nawet nich nie nią nim niż o od ona one oni ono oraz po pod podczas poza przed przez
        przy są się skąd sobie swój swoje ta tak także tam te tego tej ten to też tę tych
        tylko tym u w we wam was według wasz więc wszystko z za ze że został została zostały
        żeby""",
    "cs": """a aby aj ale ani asi až bez bude budou by byl byla byli bylo byly být co což či
        dnes do ho i já jak jaká jaké jaký jako je jeho jej jejich její jemu jen jenž ještě
        ji jí již jim jimi jsem jsi jsme jsou jste k kam každý kde kdo kdy kdyby když ke
        kolem kolik komu která které kterého kterou který kteří ku kvůli ma má mají mě mezi
        mi mít mně mnou moci můj může my na nad nám nás náš ne nebo nebyl nejsou než nic ní
        nich ním o od ode on ona oni ono pak po pod podle pokud pouze pro proč proti protože
        před přes při s se si sice své svůj ta tady tak také takže tam té tedy ten tento této
        tím to toho tomu tu ty tyto u už v vám vás váš ve však vy z za zda ze že čem čeho""",
    "hu": """a abban addig ahhoz ahogy ahol akar aki akik akkor alatt alá amely amelyek
        amelyet ami amíg amikor annak annyi arra az azért azok azon azonban azt aztán azután
        azzal bár be ben csak de e egy egyik el előtt ennek erre ez ezek ezen ezért ezt ezzel
        fel felé hanem hány hisz hogy hogyan hol honnan hova ha ő ők őt igen így ill ilyen is
        itt jobban ki kik kinek kit között közül le legyen lehet lenne lesz lett ma maga már
        más meg mely melyik melyek melyet mert mi mikor miért mennyi milyen mint mintha
        minden mit mivel most míg nekem neki nem nincs olyan ott össze rá s saját se sem sok
        szerint talán te tehát több tud úgy után utána vagy vagyok valaki valami vannak van
        volna volt voltak""",
    "ro": """a acea aceasta această aceea acel acela acele acest acesta aceste acestea
        acestei acestor acestui acolo ai aici al ale alt altă alte am anumite ar are as asta
        astfel asupra așa aţi ați au avea aveau avut că către care căror cărui cărei ca câ
        cât câtă câte câți cel cea cei cele celor ce chiar cine cu cui cum când cînd da dacă
        dar de deci decât deja deşi deși din dintre după ea ei el ele era erau este eu eşti
        ești face fără fi fie fiind fost iar în îl îi între își într într-o într-un la le li
        lor lui mai mea meu mult ne nici nimic noi nostru nu o or ori pe pentru peste prin
        printre până sa săi sale să sau său se și şi sine sînt sunt spre despre sub te tot
        toate toți totuși tu un una unde unei unele unor unora unui unul vă voi vor vom de-a
        lângă s i va atunci ceea poate pot trebuie acei""",
    "tr": """acaba ama ancak artık asla aslında ayrıca az bana bazen bazı belki ben beni
        benim beri bile bir biraz birçok biri birkaç birlikte biz bize bizi bizim bu buna
        bunda bundan bunlar bunları bunu bunun burada çok çünkü da daha dahi de değil diğer
        diye dolayı edildi edilen eğer en fakat gibi göre hakkında hala hangi hangisi hani
        hatta hem henüz hep hepsi her herhangi hiç hiçbir için içinde idi ile ilgili ise iki
        işte kaç kadar karşı kendi kez ki kim kimdir kime kimi kimin kimler mı mi midir mıdır
        mu mü müdür mudur nasıl ne neden nedeniyle nedir neler nelerdir nerede nereden nereye
        nereli neresi niçin niye o olan olarak oldu olduğu olduğunu olması olmuştur olup olur
        olursa ona ondan onlar onların onu onun oysa öyle pek rağmen sadece sanki sen senin
        siz sizin sonra şey şu şunlar tarafından tüm üzere var vardır ve veya ya yani yapılan
        yerine yine yok yoksa zaman zaten ettiği etti vardı dair neydi neyi neye neyin kimdi
        önce aynı arasında üzerinde sırasında hangileri""",
    "id": """ada adalah agar akan akankah aku anda antara apa apakah atas atau bagaimana bagi
        bahwa banyak beberapa begitu belum berapa bisa bukan dalam dan dapat dari dengan di
        dia dulu hanya harus hingga ia ini itu jadi jika juga kalau kami kamu kapan karena ke
        kepada ketika kita lagi lain lalu maka mana masih mau mengapa mereka mungkin namun
        oleh pada paling para pernah pun saat saja sambil sampai sangat saya sebab sebagai
        sebelum sedang sejak sekarang selama seluruh semua seorang seperti serta setelah
        setiap siapa siapakah suatu sudah supaya tanpa telah tentang terhadap tersebut tetapi
        tidak untuk yaitu yang""",
    "vi": """ai bao bằng bị bởi các cái càng chỉ cho chưa chứ có cô của cũng cùng đã đang đâu
        đây đấy để đến đều đi điều do đó được gì giữa hay hoặc họ khi không là lại lên lúc mà
        mấy mọi một này nào nên nếu ngay như nhưng những nhiêu nó nơi nữa ở qua ra rằng rất
        rồi sao sau sẽ sự tại theo thế thì tôi trên trong trước từ tuy và vào vẫn về vì việc
        với vừa nhất""",
    "ca": """a això al algun als altra altre amb aquell aquella aquest aquesta aquests així
        cada com contra d da dalt de del dels des després dins doncs durant e el ella elles
        ells els em en encara entre era eren es és esta està estan fa fins ha han hi ho i ja
        jo l la les li llavors lo los més m ma mentre meu molt na ne ni no nosaltres o on per
        perquè però poc qual quan quant quanta quantes quants que què quin quina quines quins
        qui s sa sense ser serà si sobre són sota sos seu seva seves seus t també te tot tots
        tu un una uns unes va van vostre""",
    "eu": """al ala aldiz ari arte baina bai baino bat batean batek batzuk beharko bera berak
        beraz bere berriz beste bezala bi da dago dagoen daude den denean dela delako dena
        dira diren dio direla diote ditu dituzte du duela duen duena dugu dut dute ere ez eta
        egin egiten gabe hala han hau hauek hemen hori horiek honek horrek hura izan izango
        kontra lehen nahiz nik nire nola nolako non nondik noiz nongo nor norena nork nori
        oso ondoren orain ordea ote behar zein zeintzuk zen zer zerk zeren zenbat zergatik
        ziren zituen zuen zuten zuek gero buruz""",
    "eo": """al ankaŭ ankoraŭ antaŭ apud aŭ ĉar ĉe ĉi ĉia ĉio ĉirkaŭ ĉiu ĉiuj ĉu da de dum
        ebla ekde eĉ el en estas estis estos esti estus for ĝi ĝia ĝin ĝis ili ilia ilin
        inter ja jam je jen kaj ke kia kial kiam kian kie kiel kies kio kion kioma kiom kiu
        kiuj kiun kontraŭ kun kvankam la laŭ li lia lin malgraŭ mi mia min ne nek neniam
        nenio neniu nun ni nia nur ol oni per pli plej plu po por post preskaŭ preter pri pro
        se sed sen si sia ŝi ŝia ŝin sub super sur tamen tia tial tiam tie tiel tio tion tiu
        tiuj tra trans tre tro tuj unu vi via""",
    "et": """aga ainult all ees ega ehk ei ent enne et hiljem igal iga ikka ilma ise ja jah
        ju juba juurde järel kaasa kas keda kelle kellega kelleks kellele kes keegi kogu
        kohta koos kuhu kui kuid kuidas kuna kuni kus kust kõik ka ma me meie mida mille
        millal milleks miks millest milline millised mina minu mis miski mitte mitu mul mõne
        mõni nad need neid neile nende nii ning nüüd oma on oleks olema oli olid olla olnud
        ole oled pole peale pidi pärast põhjal sa saab sai samuti seal see seda selle sellel
        selles selleks sellest siin siis sina sinu sest ta tal teda teie tema temale tuleb
        üle vaid veel vahel vastu või väga""",
    "ga": """a ach ag agus aici air aige aisti am amach an ann anois ansin ar as atá
        b'fhéidir ba bhfuil bheith bhí bhíonn cad cá cathain cé céard cén conas chuig chun dá
        dar de den do don dóibh é ea eatarthu eile faoi faoin fós gach gan go gur i iad
        iarraidh idir in inné is isteach ó le lena leis léi leo linn liom má mar mé mo muid
        mura ná nach níl ní nó nuair ón os roimh sa san sé seo sí sibh sin sinn siad sna tá
        tar tú tríd um uaidh uirthi""",
    "lt": """aš apie ar arba be bei bet buvo būti būtų ten čia dar dabar daug dėl dėka esu
        esant galbūt gali iki ir iš ji jie jį jis jos jo joje jiems jų jums jūs ją kad kada
        kai kaip kam kas kieno kiek kita kiti kitas kur kuri kurie kuris kurį kurios kurių
        kuriame kodėl koks kokia kokie kokį kol ko lyg mano mane man mes mūsų nebe nėra nei
        nes nors nuo o pagal pas pat per po prie prieš pro sau savo su štai šio šis ši šie
        tačiau tai taip taigi tas ta tą tie tik tiek to todėl toks tu už virš visi visa
        viskas yra žemiau""",
    "sk": """a aby aj ak ako aká aké aký ale alebo ani asi až bez bol bola boli bolo bude
        budú by byť čo či čí čím do ešte ho i ich iba im ja jej jeho ju k kam každý kde kedy
        keď keby kto ktorá ktoré ktorého ktorej ktorí ktorú ktorý ku kvôli koľko lebo len ma
        má majú mať medzi mi mňa môj môže my na nad nám nás náš ne nebol nebola než nič nich
        nie nim niet o od odkiaľ on ona oni ono po pod podľa pokiaľ potom pre prečo pred
        preto pretože pri proti s sa sme so som ste sú svoj svoje ta tá tak takže tam táto te
        ten tento tej to toho tom tomto tu tú ty tieto tým u už v vám vás váš však vo vy z za
        zo že""",
    "hr": """a ako ali bez bi bih bila bili bilo bio bit biti bismo bude budu čega čemu da do
        dok dokle gdje god i iako ih ili im ima imaju iz iza izmedu između ja je jedan jer
        jesam jesi jest još ju kad kada kako kakav kakva kakvo kamo kao kod koja koje kojeg
        kojem koji kojih kojoj kojim koju koliko kome kroz li ma me među mene meni mi moj
        moja moje može mogu na nad nakon nam nas naš ne neće nego nema netko nešto ni nije
        nikad nisam nisu niti no njega njen njih njihov njegov njoj o od odakle ona onaj oni
        ono ovaj ova ovo ovi po pod pored prema pri prije protiv s sa sam samo se sebe si smo
        ste su sve svi svoj šta što ta taj tada tako također tamo te ti to toga tko tu u uz
        vam vas vaš već vi zbog za zar zašto će ću tijekom gde""",
    "sl": """a ali ampak bi bil bila bile bili bilo bo bodo bolj brez če čeprav da dokler do
        ga glede ih in ima imajo iz iti jaz je jih jim jo kadar kaj kako kakšen kakšna kakšno
        kam kateri katera katero kdaj kdo ker ki kje kjer ko koga koliko komu kot k lahko le
        ma manj me med mi mnogo moj na nad naj nam nas naš ne nekaj ni nihče nič nisem niso
        njega njegov njen njihov njim o ob od on ona oni ono oz pa po pod potem pred pri
        proti s sam samo se sebi sem si smo so sta ste svoj ta tako tam te tega tem ter ti
        tisti to toda tu tudi v vam vas vaš več vendar ves vsak vse vsi z za zakaj zaradi
        zato že čigav""",
    "lv": """ap ar arī aiz bet bez bija bijis bijuši būs būt caur citi cik daudz dēļ es esmu
        esam esat gan gar ir it jā jau jo jūs ja ka kā kad kādā kādi kāda kāds kam kamēr kas
        kāpēc katrs ko kopš kur kura kuras kurā kuri kurš kuru līdz man mani mans mēs mūsu
        mums ne nav nebija nekad nekas nevis no nu pa par pār pat pats pēc pie pirms pret
        sava savu savas savi starp tā tad tādēļ tagad tai tam tāpēc tās tas te tev ti tie
        tiek tika tikai tikt to tomēr tos tu tur uz un vai vairs var viena viens viņa viņas
        viņi viņš viņu virs visi vēl zem šī šis šo šajā šie""",
    "is": """af að alla allir allt annað auk á bara báðir ef eftir eða eiga ein eins einn
        ekki en engin er eru ég fara fékk frá fram fyrir gegn gegnum geta hafa hafði hans
        hafi hann hefur henni hennar hér hið hjá hún hvað hvaða hvar hvenær hver hverjir
        hvers hvernig hversu hvert hvort í inn já kannski með meðal mér mig milli mín mjög
        mun má ná nei neinn niður nú nær og okkar okkur sem sér sig sína sinn síðan sumir svo
        til um undir upp út úr var vegna vera verða verið við vilja voru vorum yfir þá það
        þann þar þarna þau þegar þeim þeir þeirra þess þessa þessi þessu þetta þið þú því þær
        hverju""",
    "sq": """ai ajo aq ata ato asnjë atij atyre apo ashtu as bëri dhe deri e edhe është ishte
        ishin i ia im in ja janë jo ju kam kanë ka kishte këtë këta këto kjo ky ku kur kush
        kujt me megjithatë më mbi mes mos nga në ndërsa nëse një nuk o ose pa pas para pasi
        por pra për përse përmes po prej që qe sa saj së se sepse si sipas siç tij tek te të
        tyre unë u vetëm ti tha çfarë ç çdo""",
    "sr": """а ако али без би била били било био бити буде да до док где год и иако из или им
        има имају између их ја је један јер још ју кад када како као какав каква какво код
        која које којег којем који којих којим којој коју колико коме ко кроз ли међу мени
        мене ми мој може на над након нам нас наш не неће него нема нешто ни није никад нису
        нити но њега њен њих њихов његов њој о од одакле он она онај они оно овај ова ово по
        под поред према при против с са сам само се себе си смо сте су све сви свој та тај
        тада тако такође тамо те ти то тога ту у уз вам вас ваш већ ви због за зар зашто ће
        ћу шта што""",
    "ru": """а без более бы был была были было быть в вам вас ведь во вот все всё всего вы
        где да для до его ее её ей ему если есть еще ещё же за здесь зачем и из изза или им
        ими их к как какая какие какими каких какого какое какой каком какую ко когда кого
        которая которого которое которой которую который которые которых котором кому кто кем
        куда ли либо между меня мне мной может можно мой моя мы на над надо наш не него нее
        неё ней нет ни них но ну о об однако он она они оно от откуда перед по под после
        потому почему при про с сам себя свой свою своих со сколько так такая также такие
        такой там твой те тем то тогда того тоже той только том тот ту тут ты у уже хотя чего
        чей чем через что чтобы чье чья чему эта этим этих эти это этого этой этом этот я
        кто-то каким каково какова каковы является являются являлся являлась называется
        называются против такое могут имеет""",
    "uk": """а або авжеж але б без би більше був була були було бути в вам вас ваш все всі
        вже ви від він вона вони воно де до для є ж же за завжди замість зі зовсім з і із
        інший її їй їм їх його йому й коли кого кому ким куди коло котрий крім лише ледве ли
        ліпше мене мені між мій може можна ми на навіщо навіть над нам нас наш не нема немає
        неї нею ні ніж ніхто нього ним них ну о об од одна однак отже перед по під після поки
        потім при про проте хіба саме свій свого свою себе скільки та так також така таке
        такі такий там те тебе тим тих ти то тоді того той тому ту тут у усе усі хоч хто
        хтось це цей ці цього цієї цьому через чи чий чим чого чому чия ще що щоб щодо я як
        яка яке який які якого якої яких якій якщо яку звідки""",
    "be": """а або але б без бы быў была былі было быць у вам вас ваш все ўсе ўжо вы ад ён
        яна яны яно дзе да для ж жа за заўсёды з са і ці яе яму іх яго калі каго каму куды
        акрамя толькі мяне мне паміж мой можа можна мы на навошта нават над нам нас наш не
        няма ні ніхто ім аб пры пра перад па пад пасля потым аднак свой сябе колькі так
        таксама такая такое такія такі там тое тым тых ты то тады таго той тут хоць хто гэта
        гэты гэтая гэтыя гэтага праз чый чым чаго чаму яшчэ што каб я як якая якое які якія
        якога якой якіх якім адкуль ў""",
    "bg": """а ако ала бе беше би бил била били било без бъде бъдат в вас ваш вече ви вие във
        всеки всички всичко всяка все върху г ги го д да дали до докато дори е едва един една
        едно ето за защо защото зад и из или им има имат й как каква какви какво какъв като
        кога когато кого което които кой който коя която колко към къде където ли м ме между
        мен ми може могат му на над нас наш не него нея ни ние никой нито но някои няма о
        около освен от откъде отново по под поради повече после пък пред през при преди с са
        сам само се сега си сме след сте съм със също според срещу така такива такъв там те
        тези тоя този това тогава той тя то толкова у че чрез чий чия чие чии ще щом я ѝ""",
    "mk": """а ако али без беше би биде бил била биле било бидејќи во веќе ве ви вие врз
        врска го ги да дали до додека дури е еден една едно ете ја јас за зошто затоа зад и
        из или им има имаат иако како каква какви какво каков каде кај ќе кога кого кое кои
        кој која колку кон ли ме меѓу мене ми може му на над нас наш не него неа ни ние никој
        ниту но некои нема низ негов нејзин нивниот нив о околу освен од откако по под поради
        повеќе потоа пред преку при со сам само се сега си сме сте сум сите според против
        така такви таков таму тие тој тоа тогаш таа те толку у дека чиј чија што""",
    "el": """α αλλά αλλα αν ανά αντί απ απο από αυτά αυτές αυτή αυτήν αυτό αυτοί αυτός αυτού
        αυτούς αυτών αφού για γιατί γιά δε δεν δια διά εάν εγώ εδώ εκεί εκείνη εκείνο εκείνος
        εμείς ένα έναν ένας εναντίον ενώ επειδή επί έχει έχουν είχε είχαν εσείς εσύ έτσι ή
        ήδη η ήταν είναι είμαι είμαστε είστε και κάθε καθώς κάποια κάποιο κάποιος κατά κι
        λόγω μα μας με μέσα μέσω μεταξύ μετά μέχρι μη μην μια μία μιας μου μόνο μπορεί
        μπορούν να ναι ο οι όμως όπου όπως όσο όταν ότι ούτε όχι παρά περί πια πιο πλέον ποια
        ποιά ποιας ποιαν ποιες ποιο ποιό ποιοι ποιοί ποιος ποιός ποιον ποιόν ποιους ποιού
        ποιου ποιων πολύ πόσα πόσες πόσο πόσοι πόσος πόσους πόσων πόση ποτέ πότε που πού πριν
        προς πρέπει πώς πως σαν σας σε στα στη στην στις στο στον στους στης σου συ τα τη την
        τι της τις το τον του τους τότε των τώρα υπήρχε υπάρχει υπάρχουν υπέρ υπό χωρίς ως
        ώστε θα ενός εκτός τίνος οποίο οποία οποίος οποίοι οποίες οποίων οποίου""",
    "ar": """إلى الى على علي من في عن مع هذا هذه ذلك تلك هؤلاء هو هي هم هن أنا نحن أنت أنتم
        انت انا ما ماذا لماذا متى أين اين كيف كم هل أي أية اي التي الذي الذين اللذان اللاتي
        أن إن ان أنه إنه أنها إنها انه انها كان كانت كانوا يكون تكون كما لم لن لا ليس ليست قد
        لقد ثم أو او أم بل لكن ولكن حتى إذا اذا إذ عند عندما بعد قبل بين خلال حول ضد منذ تحت
        فوق دون غير كل بعض بها به بهم له لها لهم فيه فيها منه منها عنه عنها عليه عليها إليه
        إليها و ف ب ل ك ومن وفي وعلى وهو وهي وقد وأن وكان وكانت وما بما مما عما لما فيما حيث
        مثل أيضا ايضا هناك هنا بسبب أثناء ذا وماذا وكيف وأين ومتى ولماذا بأن لأن تم يتم يمكن
        قام قامت""",
    "fa": """از با به بر برای بی تا در را و یا هم که این آن اینکه آنکه او وی ما شما آنها
        ایشان من تو است هست بود بودند باشد باشند شد شدند شده شود می نمی خواهد خواهند کرد
        کردند کرده کند کنند دارد دارند داشت داشتند داده دهد ها های هایی ای چه چرا چی کی کجا
        کجاست چگونه چند چقدر چطور کدام کیست چیست آیا اگر اما ولی پس نیز همین همان هر هیچ یک
        دیگر بین میان روی زیر پیش بعد قبل درباره باره سپس زیرا چون مگر نه خود خویش مورد توسط
        طی علیه می‌شود می‌کند نیست اند بوده باید وقتی""",
    "ur": """کے کا کی کو میں سے نے ہے ہیں تھا تھی تھے پر اور یہ وہ جو کہ کیا کیوں کب کہاں کون
        کیسے کتنے کتنی کتنا اس ان اپنے اپنی اپنا ہو ہوا ہوئے ہوئی گیا گئی گئے نہیں بھی تو تک
        ساتھ لیے لئے کر کرنے والے والی والا کچھ ایک بعد پہلے ہم آپ میرا""",
    "he": """של את על אל אלה אלו אם אף אבל או אז אחר אחרי אין איך איפה איזה אילו איזו אך אני
        אנחנו אנו אתה אתם היא הוא הם הן היה היתה הייתה היו הזה הזאת זה זו זאת זהו כי כל כך
        כבר כדי כמה כמו כן כאשר לא לו לה להם לי לנו לפני לפי למה למי למרות ליד מאת מה מי מהו
        מהי מהם מדוע מול מן מתי נגד ממנו עד עם עוד עצמו על-ידי פי פה רק שלא שלו שלה שלהם שהיא
        שהוא שאת שם תחת בה בו בהם בין בלי בעת בגלל בתוך אותו אותה אותם אליו ידי יש ישנו לאן
        מאין מתוך גם היכן באיזה באיזו באילו האם""",
    "yi": """אַ אַן און אין איז אויף אויך אָבער אָדער אַז אַלע ביי בײַ ביז ביסט בין ביזן דאָס
        דאָ דאַן דער די דעם דעמאָלט דורך דו ער עס איר איך איינער האָט האָבן האָב הט ווי וואָס
        וואָו ווו ווער וועלכע ווען פאַרוואָס וועט ווערן געוואָרן געווען זיי זיין זײַן זיינען
        זענען זיך זי זאָל מיט מיר מען מיין ניט נישט נאָר נאָך נאך פון פֿון פֿאַר פאר פאַר צו
        צום צווישן קיין קען אונדז אונטער אונדזער""",
    "hi": """का के की को में से ने पर और या एक है हैं था थी थे हो होता होती होते हुआ हुई हुए
        गया गई गए जा जाता जाती जाते रहा रही रहे कर करता करती करते करने किया किए दिया दी यह ये
        वह वे इस इन उस उन इसके इसकी इसका उनके उनकी उनका उसके उसकी उसका जो जिस जिन जिसे जिसमें
        कि क्या क्यों कब कहाँ कहां कौन कौनसा कौनसी कैसे कैसा कितना कितनी कितने किस किसने किसे
        किसका किसकी किसके किन किसी कोई कुछ तो भी ही नहीं न ना मत तक साथ लिए बाद पहले अपने
        अपनी अपना मैं हम आप तुम मेरा द्वारा अगर लेकिन परंतु जब तब जैसे वाला वाली वाले बारे
        सकता सकती सकते सा सी सबसे बीच दौरान पास तरह होने कौन-सा जाने जिसका जिसकी इसमें उसमें""",
    "mr": """आहे आहेत होता होती होते होत्या आणि व या हा ही हे तो ती ते त्या त्याच्या तिच्या
        मध्ये वर ला ने चा ची चे च्या काय कोण का कधी कुठे कसे कसा किती कोणी कोणते कोणत्या नाही
        पण परंतु किंवा साठी पासून पर्यंत केली केला केले झाली झाला झाले म्हणून जे जो एक मी
        आम्ही तुम्ही असे अशी""",
    "ne": """का को की मा ले लाई बाट देखि सँग र वा यो त्यो यी ती यस त्यस यसको त्यसको उनको उनी
        उनले तथा पनि भने कि के किन कहिले कहाँ कुन कसरी कति कसले कसको छ छन् थियो थिए हो होइन
        छैन भएको भएका गर्ने गरेको गरे गर्न गरी रहेको लागि हुने हुन्छ हुन भयो एक म हामी तिमी
        तपाईं मेरो अनि तर यदि पछि अघि नै""",
    "ta": """ஒரு இந்த அந்த இது அது அவர் அவர்கள் அவன் அவள் நான் நாம் நாங்கள் நீ நீங்கள் என்று
        என்ற என்ன எப்போது எங்கே எங்கு யார் ஏன் எப்படி எத்தனை எவ்வளவு எது எந்த மற்றும் அல்லது
        ஆனால் உள்ள உள்ளது இருந்து இருந்தது இருக்கும் இல்லை வேண்டும் போது பின்னர் முன் மேல்
        கீழ் ஆகும் பற்றி மூலம் தான் கூட""",
    "hy": """ու եւ և է են էր էին եմ ես ենք եք չէ չի որ որը որի որոնք որպես ինչ ինչու ինչպես
        երբ որտեղ ով ովքեր ում քանի որքան այս այդ այն դա սա նա նրա նրան նրանց նրանք իր իրենց
        իմ մեր մենք դուք դու մի մեջ մասին մինչև հետ հետո համար վրա տակ առանց դեպի կամ բայց
        իսկ նաև քան ըստ միայն ամեն բոլոր պետք կա չկա եթե թե ից""",
    "st": """ba bo che e ea ee eo empa feela fela ha haholo hae ho hobane hona ka kang ke
        kgotsa ko kwa la le lena leha lona me mo moo mang na nang ne neng ntle nka o oa oo sa
        se seo tla tsa tse tsena tseo wa wona ya yona eng hore jwalo joalo hape kae jwang""",
    "af": """aan al as asook by baie daar dan dat deur die dit dié een en ek geen gehad had
        het hierdie hoe hoeveel hom hulle hul hy in indien is ja jou jy kan kon maar met moet
        my na nie nog nou of om omdat onder ons oor op reeds saam sal se sedert sy sou te
        teen toe tot totdat tussen u uit van vir volgens voor waar waarom wanneer was wat
        wees watter weer wie wil word""",
    "sw": """alikuwa ambao ambaye au baada bado basi bila cha gani hadi hapa hata hii hiyo
        hivyo huo huku ile ili ingawa ipi je juu kabla kama katika kila kisha ku kubwa kuhusu
        kupitia kutoka kuwa kwa kwamba kwani kwenye la lakini lini mbali mimi mpaka mwa na
        nani ni nini ndani ndio nyingi pa pamoja pia sana si sisi tu ule vile wa wake wakati
        wale wao wapi watu weye ya yake yao yeye yule za zaidi zao""",
    "tl": """ang ano anong at ay ayon ba bago bakit dahil dito din hindi isang ito iyon ka
        kanilang kanya kanyang kapag kaya kailan kay ko kung lamang lang mga may mayroon mula
        na nang ng ni nito niya o para pa pagkatapos paano po rin sa saan siya si sila sino
        tayo upang wala ilan ilang naging aking kanila""",
    "az": """amma ancaq artıq ya bax bəzi belə ben bir bu bunu bunun bütün çox çünki də da
        daha deyil ən əgər görə haqqında hansı hər heç həm ilə idi içində isə kim kimi ki
        lakin mən mənim nə necə nədir niyə neçə o olan olaraq olub oldu olmuş onlar onun onu
        öz qarşı qədər sonra sən siz üçün və var vardı yalnız yox hara harada""",
}

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    lang: frozenset(words.split()) for lang, words in _TABLES.items()
}
