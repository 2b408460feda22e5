"""What a full stop may stand for besides the end of a sentence, by language.

An entry in lower case holds for any case; one with a capital only as written. Full stops inside
stay, the last one goes, and blanks go: "z. B." is `z.B`.
"""

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language that the rules for a full stop look up."""

    inner: frozenset[str]
    """Never last in a sentence: Mr."""
    numbered: frozenset[str]
    """Not last before a number: No. 5"""
    either: frozenset[str]
    """Last only before a word that likes to begin a sentence: Inc."""
    closing: frozenset[str]
    """Last before any capital, except before `clock`: p.m."""
    clock: frozenset[str]
    starters: frozenset[str]
    determiners: frozenset[str]
    """What stands before a number with a full stop that is an ordinal: am 3."""
    counted: frozenset[str]
    """What stands behind one: 3. Mai"""
    speech: frozenset[str]
    """What follows a name behind a quoted question: "Why?" Smith asked"""


_INNER = {
    "": "dr prof st vs cf ca approx Mr Mrs Ms Mme Sr Sra",
    "en": """
        mr mrs ms messrs mmes dr drs prof profs Gen Lt Col Maj Capt Cpl Sgt Cmdr Adm Brig Pvt
        Pfc Sen Sens Rep Reps Gov Govs Lt.Gov Maj.Gen Pres Rev Revs Hon Fr Msgr Supt Insp Det
        Atty Amb Asst Assoc Dir Sec Treas Ste Mt Mts e.g i.e eg ie cf vs v viz approx ca esp
        incl excl fwd Ald Mx Mlle Mme
        """,
    "de": """
        dr dres prof hr hrn fr frl dipl ing dipl.-ing med jur phil rer pol oec habil hc h.c
        min.-dir st sankt nr nrn bzw bspw beisp vgl evtl ggf ggfs sog sogen inkl exkl einschl ca
        zzgl zzt abzgl allg bes betr bez bisw christl dt engl frz ital span russ griech lat
        amerik europ wiss landw kath ev evang röm österr preuß geb gest gegr verh verw gesch geg
        hrsg hg übers bearb erg gez i.A i.V i.d i.H.v d.h d.i z.B z.Bsp z.Zt z.Z z.Hd m.E m.a.W
        m.W o.g s.o s.u u.U u.Ä v.a v.d vs tel tgl mtl jährl wtl monatl mind nördl südl östl
        westl Bd Bde Abb Abs Abschn Ziff Anm Aufl Ausg Lfg Kl Mrz Hptm Lt Oblt Ltn Kpt Olt Feldw
        Uffz Gefr Pf Pfr Msgr Staatsmin StA RA Bgm Obgm Abg Vors stellv Stv ehem vorm ehm zw Fa
        Ges Verf Hw Jgg Jg Rn Rdn Slg Entsch Urt Beschl Az N.N Mr Mrs Ms insb insbes urspr
        durchschn wg lt gem versch Mag
        """,
    "fr": """
        mme mmes mlle mlles dr drs pr prof mgr st ste sts stes gén cdt cf av apr ap env chap éd
        ed coll trad dir réf tél p.ex c.-à-d càd i.e vs ca bd bld boul fg pl hab rééd préf dép
        sén Me M MM
        """,
    "es": """
        sr sra sres sras srta srtas dr dra dres dras prof profa dª dña lic licda ing arq abg
        gral cnel tte sgto cmdte alm mons fr pbro rev sto sta hno hna st pdte pdta vicepdte
        excmo excma ilmo ilma mr mrs ms av avda avd ctra cra pza plza pl urb edif dpto depto ej
        p.ej v.gr ee pág págs núm núms tel tfno ext vol fig ed eds cf cfr vid aprox máx mín ca
        vs i.e e.g EE FF RR CC JJ AA DD Gen Cap D
        """,
    "it": """
        sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa avv ing arch geom rag on sen gen
        cap ten brig mons card ss ecc.mo egr gent.mo spett es p.es ad.es cfr cf vd v art artt
        pag pagg fig vol n nn tel ca op cit ed mr mrs ms st vs sec S
        """,
    "pt": """
        sr sra srs sras srta dr dra drs dras prof profa profs eng enga arq adv des min dep sen
        gov pres gen cel cap ten sgt maj alm exmo exma ilmo ilma fr pe mons sto sta av pça trav
        rod al est ed tel p.ex ex art arts pág págs p pp núm n nº fig vol cf vs aprox i.e e.g mr
        mrs ms st R D
        """,
    "nl": """
        dhr mevr mw mej mr mrs dr drs ir ing prof ds bc ged gen kol kapt lt maj min st bijv b.v
        d.w.z dwz i.v.m i.p.v i.p t.a.v t.o.v t.g.v m.b.t m.b.v m.i.v m.n n.a.v o.a o.l.v o.i.d
        v.w z.g.n zgn a.d a.g.v evt incl excl resp ca vgl vs t.w tel art blz nr nrs fig afb dl
        jl
        """,
    "ru": """
        т.е т.н т.к т.о т тов гр гр-н г-н г-жа проф акад доц канд докт ген полк подп лейт сер ул
        пр просп пер наб пл д кв корп обл р-н пос дер с о оз р ст табл гл разд напр англ фр
        франц лат греч итал исп япон рус др.-греч ок прибл св преп Дж Ст Св Эд Юл Вл Ал зам нач
        руков чл чл.-кор
        """,
    "uk": """
        т.зв т.к т.ч тов гр проф акад доц канд ген полк ім вул просп пров бул пл буд кв корп обл
        р-н смт с о оз табл гл розд див пор напр англ нім фр лат грец ісп рос укр бл св заст нач
        ст Дж Св
        """,
    "pl": """
        m.in tj tzn tzw np prof doc hab mgr inż med św śp bł gen płk ppłk mjr kpt por ppor sierż
        st mł ks bp abp kard o s ul al pl os pow woj gm ww wg zob jw j.w cyt red wyd oprac przeł
        tłum art ust pkt poz str rozdz t nr tel wł zm ur dyr min prez przew wicemin b daw dot
        ang niem franc łac gr ros hiszp
        """,
    "tr": """
        dr prof doç yrd öğr gör av uzm müh mim alb yb bnb yzb tğm ütğm org korg tümg tuğg ord sn
        örn bkz krş mah cad sok blv apt no nu hz st çev age agm
        """,
    "el": """
        κ κα κκ δρ καθ αρ αριθ σελ σ βλ πρβλ λ.χ π.χ π.δ.χ δηλ τηλ οδ λεωφ αγ άγ αντιστρ στρ
        υποστρ ταξ συντ λοχ υπολ μτφρ εκδ επιμ τομ κεφ άρθ εδ παρ εικ πιν ι.ε
        """,
    "ar": "د أ م ا ص ج ع ت ط ب أ.د م.م د.م أ.م ش س ق أ.ف.ب",
    "hi": """
        डॉ डा श्री श्रीमती सुश्री पं प्रो कु मो सं क्र रु ई बी सी डी एफ जी एच आई जे के एल एम एन
        ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई ज़ेड ए एड इं कि मि
        """,
}

_NUMBERED = {
    "": "no nr art fig vol p pp",
    "en": """
        no nos p pp art arts fig figs vol vols ch chap sec sect par para pt pts ed eds op eq tab
        Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Rte Hwy Rt Rm Apt Ste Bldg Reg Ex Exh
        tel ext Cl Div Dist ft lb lbs oz
        """,
    "de": """
        Jan Feb Febr Mär Apr Jun Jul Aug Sept Sep Okt Nov Dez S § §§ Rz Tz Pos Pkt Bl Fn max min
        art kap Abt Anm
        """,
    "fr": "n no nos p pp janv févr avr juil sept oct nov déc t par al liv art fig vol ch chap",
    "es": "n nº p pp ene feb abr jun jul ago sept sep oct nov dic t par inc No art arts",
    "it": "gen feb apr giu lug ago sett ott nov dic p pp par co",
    "pt": "jan fev abr jun jul ago set nov dez t inc par No",
    "nl": "p pp jan febr feb mrt apr jun jul aug sept sep okt nov dec par hfdst",
    "ru": "№ п пп ч т вып янв февр мар апр июн июл авг сент окт нояб дек ст абз рис стр тел",
    "uk": """
        № п пп ч т вип січ лют бер квіт трав черв лип серп верес жовт листоп груд рис стор тел
        """,
    "pl": "godz p pp ss par",
    "tr": "s ss md m",
    "el": "αρ Ιαν Φεβ Μαρ Απρ Μαΐ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ",
    "ar": "رقم ف",
}

_EITHER = {
    "": "inc ltd co corp jr",
    "en": """
        inc ltd co cos corp llc plc bros Jr Sr jr sr esq ph.d Ph.D M.D B.A M.A D.D.S Ed.D ave
        blvd rd ln hwy pkwy sq ct mfg assn ass'n intl int'l natl nat'l govt gov't hosp Ala Ariz
        Ark Calif Colo Conn Del Fla Ga Ida Ill Ind Kan Ky La Md Mich Minn Mo Mont Neb Nev Okla
        Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Mass Miss al et.al Mex Penn Cal Mon Tue Tues
        Wed Thu Thur Thurs Fri Sat Sun est repr min max avg dept univ St Ft Pt Dept
        """,
    "de": """
        Mio Mrd Tsd Bio Mill Std Min Sek Stk Stck Jr jr sen jun Sen Co Corp Inc Ltd u.a a.a.O
        v.Chr n.Chr v.u.Z Mo Di Mi Do Sa d.R d.J d.M d.Js a.D i.R a.M a.d m.b.H e.V V.i.S.d.P Ew
        Einw Gen Abt Rev max min Jh Jhdt Jhd Bhf Hbf S-Bhf str Str Univ Inst
        """,
    "fr": "etc j.-c J.-C ltd inc co Cie cie jr S.A s.a mio mrd hab",
    "es": """
        uu UU ee.uu EE.UU RR.HH HH FF.AA CC.OO JJ.OO AA.VV dd.hh OO s.a sa S.A S.L S.A.U Cía cía
        Corp Inc Ltd Ltda Co Jr hnos a.c d.c J.C j.c D.F mill Ud Uds Vd Vds
        """,
    "it": "s.p.a S.p.A S.r.l s.r.l ecc a.c d.c a.C d.C Jr Inc Ltd Co mln mld",
    "pt": "S.A Ltda Cia cia Jr Inc Ltd Co etc a.c d.c a.C d.C E.U.A EUA mi bi",
    "nl": "enz e.d e.a N.V B.V n.v Chr v.Chr n.Chr Jr Inc Ltd Co mln mld bv",
    "ru": """
        г гг в вв руб коп тыс млн млрд трлн чел экз кг км мм га мин сек ч т.д т.п др пр н.э
        до.н.э э л шт долл им см м
        """,
    "uk": "р рр ст в грн коп тис млн млрд чол кг км га хв год т.д т.п ін н.е е дол шт м",
    "pl": """
        r w itd itp zł gr tys mln mld ha min sek proc wiek n.e p.n.e e Sp S.A o.o z.o.o im lek
        """,
    "tr": "vb vd şti ltd a.ş A.Ş T.C M.Ö M.S Jr Inc Co",
    "el": "κλπ κ.λπ κ.ά κ.α κ.ο.κ κτλ μ.Χ π.Χ Α.Ε α.ε δισ εκατ εκ χιλ χλμ Ε.Π.Ε",
    "ar": "ق.م هـ إلخ الخ م.ب ب.م",
}

_CLOSING = {
    "en": "a.m p.m am pm etc A.M P.M B.C A.D B.C.E C.E",
    "de": "usw etc usf u.v.m u.a.m u.s.w dgl u.dgl o.Ä u.ä",
    "es": "etc a.m p.m",
    "it": "etc",
    "el": "π.μ μ.μ",
    "tr": "vs",
}

_CLOCK = """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
    July August September October November December Mon Tue Tues Wed Thu Thurs Fri Sat Sun Jan Feb
    Apr Aug Sept Oct Nov Dec EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT UTC BST CET CEST IST
    JST AEST Eastern Central Mountain Pacific Greenwich Moscow Beijing London Local
    """

_STARTERS = {
    "": "",
    "en": """
        The A An This That These Those It It's It’s He She They We You I I'm I’m He's He’s She's
        She’s We're We’re They're They’re There There's There’s That's That’s Here His Her Their
        Our My Its Your In On At By For From With Without Within To Of As After Before Since
        Until Till While When Where Whether Why What Who Whom Whose Which How If But And Or Nor
        So Yet Then Than Though Although Because Despite During Under Between Among Against
        Through Throughout Across Besides Beyond However Meanwhile Moreover Furthermore
        Nevertheless Nonetheless Therefore Thus Hence Instead Still Also Even Only Just Not
        Nothing Nobody None Some Many Most Much Several Few Both Each Every Everyone Everybody
        Others Another Such Once Now Today Yesterday Tomorrow Later Earlier Recently Currently
        Previously Perhaps Maybe Indeed Yes Did Does Do Is Are Was Were Has Have Had Can Could
        Should Would Let Let's Let’s According Asked Unlike Like Amid About Along Around
        Officials Police Authorities Critics Experts Analysts Researchers Prosecutors
        Investigators Lawmakers Residents Witnesses
        """,
    "de": """
        Der Die Das Dem Den Des Ein Eine Einen Einem Einer Eines Er Sie Es Wir Ich Ihr Du Man In
        Im Am An Auf Bei Beim Mit Nach Von Vom Vor Zu Zum Zur Zwar Und Aber Oder Doch Denn Dann
        Da Dies Diese Dieser Diesen Diesem Dieses Jener Jene Jenes Auch Als Wenn Weil Während
        Nun Noch Nur So Wie Was Wer Wo Warum Wieso Wann Woher Wohin Für Aus Über Unter Zwischen
        Seit Bis Durch Gegen Ohne Um Allerdings Jedoch Außerdem Zudem Dabei Damit Danach Davor
        Dazu Daher Darum Darüber Darunter Dort Dorthin Hier Heute Gestern Bereits Schon Immer
        Laut Viele Mehrere Einige Alle Alles Jeder Jede Jedes Kein Keine Keiner Nicht Nichts
        Niemand Jemand Sein Seine Seiner Seinen Ihre Ihren Ihrem Unser Unsere Mein Meine Trotz
        Trotzdem Wegen Dagegen Dennoch Deshalb Deswegen Hingegen Ferner Insgesamt Zuletzt Zuvor
        Zunächst Schließlich Inzwischen Mittlerweile Unterdessen Anschließend Später Früher
        Damals Ob Obwohl Obgleich Sobald Solange Sofern Falls Nachdem Bevor Ehe Seitdem Indem
        Sonst Ebenso Etwa Gemeinsam Manche Solche Welche Welcher Welches Ist Sind War Waren Hat
        Haben Wird Werden Kann Können Neben Innerhalb Angesichts Aufgrund Rund Gut Insbesondere
        Dadurch Davon Daran Daraus Darin Hinzu Erst
        """,
    "fr": """
        Le La Les L L' L’ Un Une Des Du De Ce Cet Cette Ces C'est C’est Il Elle Ils Elles On
        Nous Vous Je J'ai J’ai Tu En Au Aux À A Dans Par Pour Sur Sous Avec Sans Selon Après
        Avant Depuis Pendant Lors Mais Et Ou Or Donc Car Si Quand Lorsque Comme Cependant
        Toutefois Pourtant Ainsi Alors Aussi Puis Enfin Ensuite Son Sa Ses Leur Leurs Notre Nos
        Mon Ma Mes Qui Que Quoi Quel Quelle Pourquoi Comment Où Plusieurs Certains Certaines
        Tous Toutes Tout Malgré Entre Vers Chez Contre Outre Aujourd'hui Aujourd’hui Hier Demain
        Désormais Parmi Deux Trois Rien Personne Aucun Aucune Chaque Quelques Beaucoup
        """,
    "es": """
        El La Los Las Lo Un Una Unos Unas Este Esta Estos Estas Esto Ese Esa Esos Esas Eso Aquel
        Él Ella Ellos Ellas Yo Tú Usted Ustedes Nosotros Se En De Del Al A Con Sin Por Para
        Según Desde Hasta Entre Sobre Tras Ante Contra Durante Mediante Pero Y E O Ni Sino
        Aunque Si Cuando Mientras Como Donde Porque Pues Así Además También Tampoco Asimismo
        Entonces Luego Después Antes Ahora Hoy Ayer Mañana Ya Aún Todavía No Sí Su Sus Mi Mis
        Nuestro Nuestra Nuestros Qué Quién Quiénes Cuál Cómo Cuándo Dónde Cuánto Muchos Muchas
        Varios Varias Algunos Algunas Todos Todas Todo Toda Cada Otro Otra Otros Otras Nadie
        Nada Ningún Ninguno Ninguna Hay Es Son Fue Era Ha Han Había Está Están Le Les Me Nos Te
        Dos Tres
        """,
    "it": """
        Il Lo La I Gli Le L L' L’ Un Uno Una Di Del Della Dei Delle Degli A Al Alla Ai Alle Da
        Dal Dalla In Nel Nella Nei Nelle Con Su Sul Sulla Per Tra Fra Ma E Ed O Se Che Chi Non
        Questo Questa Questi Queste Quello Quella È Ha Hanno Sono Era Erano Si Ci Anche Ancora
        Dopo Prima Poi Quando Mentre Come Dove Perché Secondo Durante Oggi Ieri Domani Lui Lei
        Loro Noi Voi Io Così Però Tuttavia Inoltre Infine Intanto Molti Alcuni Tutti Ogni Suo
        Sua Suoi
        """,
    "pt": """
        O A Os As Um Uma Uns Umas De Do Da Dos Das Em No Na Nos Nas Ao Aos À Às Por Pelo Pela
        Para Com Sem Sob Sobre Entre Até Desde Após Durante Segundo Mas E Ou Nem Se Que Quem
        Quando Enquanto Como Onde Porque Porém Contudo Entretanto Também Ainda Já Não Sim Este
        Esta Estes Estas Isto Esse Essa Isso Aquele Ele Ela Eles Elas Eu Nós Você Vocês Seu Sua
        Seus Suas Hoje Ontem Amanhã Depois Antes Muitos Alguns Todos Cada Outro Outra É São Foi
        Era Há Além Assim
        """,
    "nl": """
        De Het Een Dit Dat Deze Die Er Hij Zij Ze Wij We Ik Je Jij U Men In Op Aan Bij Met Naar
        Van Voor Na Door Over Onder Tegen Tussen Uit Om Tot Sinds Tijdens Volgens En Maar Of
        Want Dus Toch Ook Als Toen Nu Dan Daar Hier Wie Wat Waar Waarom Hoe Wanneer Zijn Haar
        Hun Ons Onze Niet Geen Veel Vele Sommige Alle Elke Vandaag Gisteren Morgen Daarom
        Daarnaast Bovendien Echter Intussen Inmiddels Volgend Vorig Hoewel Omdat Terwijl Is Was
        Heeft
        """,
    "ru": """
        Он Она Оно Они Мы Вы Я Ты Это Этот Эта Эти Тот Та Те То В Во На С Со К Ко По О Об От До
        Из За У При Для Без Под Над Перед После Через Между Около Но А И Или Да Если Когда Как
        Где Что Кто Чей Какой Почему Зачем Так Также Тогда Там Здесь Тут Однако Поэтому Потом
        Затем Уже Ещё Еще Не Ни Нет Его Её Ее Их Наш Наши Мой Все Всё Весь Вся Каждый Многие
        Некоторые Сегодня Вчера Завтра Сейчас Теперь Согласно Кроме Хотя Пока Впрочем Тем Среди
        Ранее Позже
        """,
    "uk": """
        Він Вона Воно Вони Ми Ви Я Ти Це Цей Ця Ці Той Та Ті Те У В На З Із Зі До По Про Від За
        Під Над Перед Після Через Між Біля Але А І Й Або Чи Якщо Коли Як Де Що Хто Який Чому Так
        Також Тоді Там Тут Однак Проте Тому Потім Вже Ще Не Ні Його Її Їх Наш Мій Усі Всі Весь
        Кожен Багато Деякі Сьогодні Вчора Завтра Зараз Тепер Згідно Крім Хоча Поки Серед Раніше
        Пізніше
        """,
    "pl": """
        Ten Ta To Te Ci Tego Tym On Ona Ono Oni One Ja Ty My Wy W We Na Z Ze Do Od Po Przed
        Przez Za Pod Nad Przy Dla Bez O Między Wśród Według Podczas Ale A I Lub Albo Czy Jeśli
        Jeżeli Gdy Kiedy Jak Gdzie Co Kto Który Która Które Dlaczego Tak Także Również Też Wtedy
        Tam Tu Tutaj Jednak Dlatego Potem Następnie Już Jeszcze Nie Nikt Nic Jego Jej Ich Nasz
        Mój Wszyscy Wszystkie Każdy Wielu Niektórzy Dziś Dzisiaj Wczoraj Jutro Teraz Obecnie
        Zdaniem Oprócz Choć Chociaż Mimo Był Była Było Byli Jest Są Ma Tymczasem Natomiast
        Później Wcześniej
        """,
    "tr": """
        Bu Şu O Bunlar Bir Ben Sen Biz Siz Onlar Ve Ama Ancak Fakat Çünkü Eğer Ne Kim Neden
        Nasıl Nerede Daha Sonra Önce Bugün Dün Yarın Şimdi Her Bazı Tüm Bütün Hiç Böyle Öyle
        Ayrıca
        """,
    "el": """
        Ο Η Το Οι Τα Του Της Των Τον Την Τους Τις Ένας Μια Μία Ένα Αυτός Αυτή Αυτό Αυτά Αυτοί Σε
        Στο Στη Στην Στον Στα Στις Στους Με Από Για Προς Κατά Μετά Πριν Χωρίς Και Κι Αλλά Ή Όμως
        Αν Όταν Όπως Όπου Που Πως Πώς Γιατί Τι Ποιος Ποια Ποιο Δεν Μην Να Θα Είναι Ήταν Έχει Εάν
        Ενώ Επίσης Ακόμη Σήμερα Χθες Αύριο Τώρα Σύμφωνα Ωστόσο Έτσι Όλοι Όλα Κάθε Πολλοί
        """,
    "ar": """
        وقد وكان وكانت وقال وقالت وأضاف وأضافت وأكد وأكدت وأوضح وأشار وفي ومن وهو وهي وهذا وهذه
        ولم ولا وأن كما لكن ولكن قال قالت هذا هذه هو هي في من إن كان كانت لم ثم أما وذلك وبعد
        وقبل وعلى
        """,
}

_DETERMINERS = {
    "de": """
        der die das dem den des am im vom zum zur beim ans ins ab bis seit vor nach ein eine
        einen einem einer eines sein seine seinen seinem seiner seines ihr ihre ihren ihrem
        ihrer ihres mein meine meinen meinem meiner unser unsere unseren unserem unserer euer
        dieser diese dieses diesen diesem jeder jede jedes jeden jedem und oder sowie rund
        jährlich montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag als zu
        """,
}

_COUNTED = {
    "tr": "Cumhurbaşkanı Dünya Lig Yüzyıl",
    "de": """
        Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November
        Dezember Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez Jahrhundert Jahrhunderts
        Jahrhunderte Jh Jhd Jhdt Jahrtausend Jahrtausends Weltkrieg Weltkriegs Weltkrieges
        Bundesliga Liga FC SC VfL TSV SV Geburtstag Geburtstags Jahrestag Jahrestags Todestag
        Hochzeitstag Platz Rang Tag Tages Mal Minute Stunde Stock Stockwerk Etage Obergeschoss
        Runde Spieltag Etappe Auflage Ausgabe Klasse Kapitel Kreis Bezirk Arrondissement Senat
        Strafsenat Zivilsenat Kammer Legislaturperiode Wahlperiode Amtszeit Quartal Halbjahr
        Lebensjahr Sinfonie Symphonie Internationale Internationalen Division Armee Infanterie
        Panzer Regiment Bataillon Brigade Kompanie Korps Parteitag Bundestag Deutschen Deutsche
        Deutscher Grad Person Hand Reich Reichs Reiches Republik Dynastie Woche Monat Monats
        Jahr Jahres Schuljahr Satz Halbzeit Vorsitzender Vorsitzende Vorsitzenden Bürgermeister
        Vizepräsident Welle Advent Buch Teil Akt Strophe Staffel Folge Sinfonieorchester
        Jubiläum Verfassungszusatz Zusatzartikel Präsident Präsidenten Kongress Gemeinde Ordnung
        Grades Gebot Mann Frau Obergeschoß Stufe Version Generation Weltcup Weltmeisterschaft
        Todestages Gründungstag Lesung Instanz
        """,
}

_SPEECH = {
    "en": """
        said says asked asks wrote writes added adds replied replies told tells shouted shouts
        cried yelled wondered demanded exclaimed screamed tweeted posted continued joked quipped
        answered responded read reads recalled recalls called
        """,
    "ar": "قال قالت سأل سألت تساءل تساءلت صرخ صرخت صاح صاحت هتف هتفت أجاب أجابت رد ردت أضاف أضافت",
    "ko": "라고 이라고 하고 고 며 라며 이라며 라는 라면서",
}

_TABLES = (
    _INNER,
    _NUMBERED,
    _EITHER,
    _CLOSING,
    {"": "", "en": _CLOCK},
    _STARTERS,
    _DETERMINERS,
    _COUNTED,
    _SPEECH,
)


@cache
def words(language: str) -> Words:
    """The tables of a primary subtag; a few international words for an unknown one."""
    return Words(*(_entries(table, language) for table in _TABLES))


def _entries(table: dict[str, str], language: str) -> frozenset[str]:
    return frozenset(table.get(language, table.get("", "")).split())
