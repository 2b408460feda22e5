"""What fact-checking houses write under a claim, by what it says of the fact, a line a language.

A label is in the table where the house that uses it says what it means. What tells the state of
the work or the kind of the page ("Explainer", "Analysis", "Research in progress", "Flip-flop",
"Verdict pending", "Contraditório", "Discutible") says nothing of the fact and is left out, and so
is what houses use in different senses ("Flawed reasoning", "Checked", "Disputed").

A label between two conclusions has the first one that our own scales give it: "mostly true" is
supported, "half true" and "mostly false" are mixed.
"""

from factcheck.words import Conclusion

TABLE: dict[Conclusion, str] = {
    Conclusion.SUPPORTED: """
        en: true; mostly true; largely true; correct; mostly correct; accurate; mostly accurate
        en: confirmed; authentic; genuine; legit; real; fact; factual; correct attribution
        en: this is true; this is correct; one pinocchio; 1 pinocchio; geppetto checkmark
        en: geppetto check mark; the geppetto checkmark; largely accurate; largely correct
        de: wahr; richtig; größtenteils richtig; größtenteils wahr; überwiegend richtig; stimmt
        de: weitgehend richtig; weitgehend wahr; korrekt; zutreffend; echt; überwiegend wahr
        fr: vrai; c'est vrai; plutôt vrai; exact; plutôt exact; en grande partie vrai; correct
        fr: avéré; confirmé; majoritairement vrai
        es: verdadero; verdadera; verdad; cierto; es cierto; es verdad; correcto; correcta
        es: mayormente verdadero; mayormente cierto; casi cierto; confirmado; auténtico
        ca: cert; veritat; és cert; és veritat
        pt: verdadeiro; verdadeira; verdade; é verdade; certo; praticamente certo; comprovado; fato
        pt: facto; correto; é #fato; quase verdadeiro; predominantemente verdadeiro
        it: vero; notizia vera; c'eri quasi; corretto; quasi vero; per lo più vero
        nl: waar; grotendeels waar; juist; klopt; correct; overwegend waar; eerder waar
        pl: prawda; w większości prawda; raczej prawda; prawdziwe
        cs: pravda; pravdivé; převážně pravda
        sk: pravdivé; prevažne pravda
        tr: doğru; çoğunlukla doğru; büyük ölçüde doğru
        ar: صحيح; حقيقي; حقيقة; صحيح في معظمه
        fa: درست; حقیقت دارد
        ur: درست ہے
        hi: सच; सही; सत्य; सच है
        bn: সত্য; সঠিক
        id: benar; fakta; sebagian besar benar
        ms: sahih; betul
        sv: sant; stämmer; mestadels sant; det stämmer; till största delen sant
        no: helt sant; sant; riktig; stemmer
        da: sandt; rigtigt; korrekt; overvejende sandt; det er rigtigt
        fi: totta; oikein; pitää paikkansa; enimmäkseen totta
        ro: adevărat
        hr: istina; točno; tačno; uglavnom tačno; uglavnom točno; istinito
        el: αληθές; αλήθεια
        ru: правда; верно; в основном правда
        uk: правда; правдиво
        ja: 正確; ほぼ正確; 事実
        ko: 사실; 대체로 사실; 사실임
        zh: 正確; 真實; 事實; 真实; 正确; 属实
        th: จริง; ข่าวจริง
    """,
    Conclusion.MIXED: """
        en: half true; mixture; mixed; partly true; partially true; partly false; partially false
        en: mostly false; largely false; mostly incorrect; mostly inaccurate; partially correct
        en: partly correct; mostly untrue; half truth; two pinocchios; three pinocchios
        en: 2 pinocchios; 3 pinocchios; misleading; mostly misleading; missing context
        en: lacks context; needs context; out of context; taken out of context; context needed
        en: missing important context; exaggerated; exaggeration; exaggerates; overstated
        en: understated; imprecise; cherry picking; cherry picked; cherrypicking; distorted
        en: distorts the facts; spin; spins the facts; half right; partly accurate
        en: partially accurate; true but; correct but; outdated; barely true; barely correct
        en: not the whole story; mostly wrong; lacking context; partially misleading; selective
        en: half false
        de: teilweise wahr; teilweise richtig; teilweise falsch; teils richtig; teils falsch
        de: größtenteils falsch; überwiegend falsch; halbwahr; halb wahr; irreführend
        de: fehlender kontext; aus dem kontext gerissen; veraltet; übertrieben; ungenau; gemischt
        de: teils wahr; weitgehend falsch; verzerrt; kontext fehlt; fehlender zusammenhang
        fr: trompeur; trompeuse; partiellement vrai; partiellement faux; en partie vrai; plutôt faux
        fr: en partie faux; à moitié vrai; a moitié vrai; à nuancer; a nuancer; imprécis; exagéré
        fr: hors contexte; sorti de son contexte; sorti de son contexte original; contexte manquant
        fr: manque de contexte; c'est plus compliqué; vrai mais; mitigé; obsolète; périmé; exagérée
        fr: majoritairement faux; partiellement exact; partiellement inexact; incomplet
        es: engañoso; engañosa; verdad a medias; media verdad; medio verdadero; parcialmente falso
        es: parcialmente verdadero; mayormente falso; exagerado; exagerada; impreciso; imprecisa
        es: falta contexto; sin contexto; fuera de contexto; sacado de contexto; descontextualizado
        es: verdadero pero; cierto pero; mixto; mezcla; incompleto; desactualizado; cuestionable
        es: parcialmente cierto; parcialmente falsa; descontextualizada; casi falso
        ca: enganyós; enganyosa; mitja veritat; falta context; fora de context; descontextualitzat
        pt: enganoso; enganosa; enganador; enganadora; distorcido; distorcida; não é bem assim
        pt: exagerado; exagerada; subestimado; impreciso; imprecisa; fora de contexto; esticado
        pt: falta contexto; sem contexto; descontextualizado; descontextualizada; meia verdade
        pt: parcialmente falso; parcialmente verdadeiro; verdadeiro mas; misto
        pt: tirado de contexto; predominantemente falso; desatualizado
        it: nì; pinocchio andante; fuorviante; ingannevole; parzialmente falso; parzialmente vero
        it: fuori contesto; decontestualizzato; contesto mancante; impreciso; imprecisa; esagerato
        it: mezza verità; mezzo vero; manca il contesto; per lo più falso; quasi falso
        nl: halfwaar; half waar; deels waar; deels onwaar; gedeeltelijk waar; gedeeltelijk onwaar
        nl: grotendeels onwaar; misleidend; uit context; uit de context gehaald; overdreven
        nl: context ontbreekt; overwegend onwaar; ontbrekende context; eerder onwaar; verouderd
        pl: częściowa prawda; częściowo prawda; częściowy fałsz; częściowo fałsz; półprawda
        pl: manipulacja; wprowadza w błąd; brak kontekstu; wyrwane z kontekstu; częściowo fałszywe
        pl: brakujący kontekst; mylące; raczej fałsz
        cs: zavádějící; částečně pravda; částečně nepravda; vytržené z kontextu; chybí kontext
        cs: manipulace; polopravda
        sk: zavádzajúce; čiastočne pravda; čiastočne nepravda; polopravda; chýbajúci kontext
        tr: karma; yanıltıcı; kısmen doğru; kısmen yanlış; çarpıtma; bağlamdan koparma; eksik bağlam
        tr: çoğunlukla yanlış; abartılı
        ar: مضلل; مضللة; تضليل; صحيح جزئيا; زائف جزئيا; خاطئ جزئيا; نصف حقيقة; خارج السياق
        ar: خارج سياقه; سياق مفقود; ناقص السياق; انتقائي; عنوان مضلل; صحيح جزئياً; زائف جزئياً
        fa: گمراه‌کننده; گمراه کننده; نیمه درست; نیمه‌درست
        ur: گمراہ کن
        hi: भ्रामक; आधा सच; आंशिक रूप से सच; आंशिक सच; गुमराह करने वाला
        bn: বিভ্রান্তিকর; আংশিক সত্য; আংশিক মিথ্যা
        id: menyesatkan; sebagian benar; sebagian salah; misleading content; sebagian keliru
        id: konten yang menyesatkan; konteks hilang; kurang konteks
        ms: mengelirukan; sebahagian benar; sebahagian palsu
        sv: vilseledande; delvis sant; delvis falskt; blandat; saknar kontext; missvisande
        sv: delvis fel; till största delen falskt; mestadels falskt; större delen fel
        no: delvis sant; delvis feil; delvis riktig; misvisende; mangler kontekst; villedende
        da: delvist sandt; delvist forkert; delvist falsk; misvisende; vildledende; mangler kontekst
        da: delvist rigtigt; overvejende forkert; taget ud af kontekst
        fi: harhaanjohtava; osittain totta; osittain väärin; harhaanjohtavaa; enimmäkseen väärin
        ro: parțial adevărat; parțial fals; trunchiat; înșelător; adevărat trunchiat
        hu: félrevezető; részben igaz; részben hamis
        hr: poluistina; manipulisanje činjenicama; manipulacija činjenicama; djelimično tačno
        hr: uglavnom netačno; djelomično točno; obmanjujuće
        el: παραπλανητικό; μερικώς ψευδές; ελλιπές πλαίσιο; μισή αλήθεια
        ru: полуправда; манипуляция; вводит в заблуждение; вырвано из контекста; частично правда
        ru: искажение; частично ложь; преувеличение
        uk: напівправда; маніпуляція; перебільшення; частково правда; вирвано з контексту
        ja: ミスリード; ミスリーディング; 不正確; 一部誤り; 半分本当
        ko: 절반의 사실; 대체로 사실 아님; 사실 반 거짓 반; 일부 사실
        zh: 部分錯誤; 部分正確; 誤導; 部分错误; 误导; 部分真實; 半真半假
        th: บิดเบือน; ข่าวบิดเบือน; จริงบางส่วน
    """,  # noqa: RUF001  other alphabets have letters like ours
    # A real picture under a wrong caption and a forged one alike: what is claimed of it is untrue.
    Conclusion.REFUTED: """
        en: false; untrue; not true; incorrect; inaccurate; wrong; totally false
        en: completely false; this is false; this is not true; this isn't true; this is incorrect
        en: pants on fire; fake; fake news; hoax; scam; fraud; fabricated; fabrication; bogus
        en: debunked
        en: altered; altered photo; altered image; altered video; altered media; altered content
        en: doctored; edited; manipulated; manipulated media; manipulated video; manipulated photo
        en: manipulated image; digitally altered; digitally manipulated; deepfake; deep fake; forged
        en: ai generated; ai-generated; synthetic media; staged; misattributed; miscaptioned
        en: imposter
        en: impostor content; imposter content; incorrect attribution; false attribution; fake quote
        en: false context; false connection; wrong context; fabricated content; fiction; lie; myth
        en: four pinocchios; 4 pinocchios; bottomless pinocchio; false headline; mislabeled
        en: not correct; not accurate; totally wrong; it's false
        de: falsch; frei erfunden; erfunden; manipuliert; fälschung; gefälscht; falscher kontext
        de: fake
        de: falscher zusammenhang; unwahr; stimmt nicht; falschmeldung; falsche zuordnung; betrug
        de: völlig falsch; ki-generiert; ki generiert; nicht wahr; falsche behauptung
        de: bildmanipulation
        fr: faux; fausse; c'est faux; infox; intox; mensonger; canular; détourné; détournée; truqué
        fr: manipulé; photomontage; montage; inventé; arnaque; inexact; erroné; incorrect; trucage
        fr: faux contexte; généré par ia; image générée par ia; photo détournée; vidéo détournée
        fr: bidon
        fr: totalement faux; image manipulée; vidéo manipulée; altéré
        es: falso; falsa; es falso; bulo; mentira; incorrecto; incorrecta; erróneo; manipulado
        es: manipulada; montaje; alterado; alterada; trucado; trucada; estafa; timo; fraude
        es: inventado
        es: falso contexto; contexto falso; contenido falso; ridículo; no es cierto; no es verdad
        es: suplantación; imagen alterada; video alterado; imagen manipulada; video manipulado
        es: creado con ia; generado con ia; desmentido; totalmente falso
        ca: fals; falsa; és fals; mentida; manipulat; és mentida
        pt: falso; falsa; é falso; errado; errada; mentira; é mentira; boato; montagem; manipulado
        pt: manipulada; adulterado; pimenta na língua; golpe; é #fake; #fake; fraude; incorreto
        pt: fabricado; falso contexto; contexto falso; alterado; alterada; conteúdo falso
        it: falso; falsa; notizia falsa; bufala; panzana pazzesca; manipolato; manipolata; alterato
        it: notizia alterata; truffa; sbagliato; errato; fotomontaggio; contesto falso; inventato
        it: falso contesto; creato con ia
        nl: onwaar; vals; nep; niet waar; fout; onjuist; gemanipuleerd; verzonnen; nepnieuws; bedrog
        nl: bewerkt; valse context; oplichting
        pl: fałsz; fałszywe; nieprawda; fake news; przeróbka; zmanipulowane; fotomontaż; oszustwo
        pl: wygenerowane przez ai; fałszywy kontekst; sfabrykowane; zmyślone; fałszywka
        cs: nepravda; nepravdivé; lež; hoax; podvrh; podvod; fotomontáž; falešné
        sk: nepravda; nepravdivé; lož; hoax; podvod; falošné; fotomontáž
        tr: yanlış; asılsız; uydurma; sahte; manipülasyon; taklit; hatalı ilişkilendirme
        tr: doğru değil
        tr: montaj; yalan; dolandırıcılık; yapay zeka; tamamen yanlış
        ar: خطأ; خاطئ; خاطئة; كاذب; كاذبة; كذب; زائف; زائفة; مفبرك; مفبركة; غير صحيح; مزيف; مزيفة
        ar: معدل; معدلة; معدّلة; مركب; مركبة; مركّبة; شائعة; ملفق; احتيال; فبركة; محتوى مفبرك
        ar: مولد بالذكاء الاصطناعي
        fa: نادرست; غلط; جعلی; دروغ; شاخدار; شاخ‌دار; دستکاری شده
        ur: غلط; جھوٹ; جعلی; جھوٹا
        hi: झूठ; झूठा; झूठी; गलत; असत्य; फर्जी; फ़र्ज़ी; फेक; अफवाह; गलत है; झूठ है; एडिटेड
        hi: फेक न्यूज़
        bn: মিথ্যা; ভুয়া; গুজব; অসত্য; বিকৃত; ভুল
        id: salah; hoaks; hoax; keliru; tidak benar; disinformasi; palsu; konten palsu
        id: hasil suntingan
        id: konten yang dimanipulasi; konten tiruan; konteks yang salah; konten yang salah; penipuan
        ms: palsu; tidak benar; auta; fitnah
        sv: falskt; fel; inte sant; stämmer inte; manipulerad; manipulerat; bluff; felaktigt; osant
        sv: det stämmer inte; helt fel; påhittat; falsk
        no: helt feil; feil; usant; falsk; manipulert; stemmer ikke; galt; ikke sant
        da: falsk; falskt; forkert; usandt; manipuleret; det er forkert; svindel; opdigtet
        da: ikke sandt
        fi: väärin; ei pidä paikkaansa; valhe; väärä; väärennetty; huijaus; ei totta; vale
        ro: fals; minciună; manipulat; trucat; știre falsă
        hu: hamis; nem igaz; álhír; kacsa; manipulált; téves
        hr: neistina; netočno; netačno; lažna vijest; lažna vest; laž; dezinformacija; neistinito
        hr: lažno; izmišljeno; fotomontaža; obmana
        el: ψευδές; ψέμα; ψευδής; ψευδής είδηση; απάτη; αλλοιωμένο; παραποιημένο; ψευδη
        ru: ложь; фейк; неправда; неверно; подделка; фальшивка; монтаж; вымысел; фотошоп
        uk: фейк; неправда; брехня; фальшивка; підробка; фотошоп; неправдиво
        ja: 誤り; 虚偽; 偽; 捏造; フェイク; デマ; 嘘
        ko: 거짓; 전혀 사실 아님; 사실 아님; 허위; 가짜뉴스; 조작
        zh: 錯誤; 假; 虛假; 謠言; 不實; 错误; 虚假; 谣言; 不实; 假的; 假消息; 變造
        th: เท็จ; ปลอม; ข่าวปลอม; ไม่จริง; ไม่เป็นความจริง; ตัดต่อ; ภาพตัดต่อ; หลอกลวง
    """,  # noqa: RUF001  other alphabets have letters like ours
    Conclusion.CONFLICTING: """
        en: conflicting evidence; conflicting; sources conflict; sources differ; conflicting sources
        de: widersprüchlich; widersprüchliche angaben; widersprüchliche belege
        fr: preuves contradictoires; sources contradictoires
        es: evidencia contradictoria; pruebas contradictorias; evidencias contradictorias
        pt: evidências contraditórias; provas contraditórias
        it: prove contrastanti; fonti contrastanti
        nl: tegenstrijdig bewijs; bronnen spreken elkaar tegen
    """,
    Conclusion.NOT_ENOUGH_EVIDENCE: """
        en: unproven; not proven; unverified; unconfirmed; unfounded; unsupported; unsubstantiated
        en: no evidence; no proof; not enough evidence; insufficient evidence; lacks evidence
        en: inconclusive; baseless; legend; cannot be verified; can't be verified; unknown
        en: too early
        en: not verified; inadequate support; insufficient information; there is no evidence
        en: without evidence; no basis; evidence lacking; unclear; not verifiable; unverifiable
        de: unbelegt; nicht belegt; unbewiesen; nicht bewiesen; keine belege; unbestätigt; ungeklärt
        de: ohne beleg; kein beleg; ohne belege; unklar; nicht verifizierbar; keine beweise
        fr: non prouvé; infondé; infondée; sans fondement; non vérifié; aucune preuve; pas de preuve
        fr: sans preuve; non confirmé; incertain; non démontré; rien ne le prouve; invérifiable
        fr: non vérifiable
        es: no hay pruebas; no hay evidencias; no hay evidencia; sin pruebas; sin evidencias
        es: infundado
        es: sin evidencia; no verificado; insostenible; apresurado; no probado; sin confirmar
        es: dudoso
        es: no comprobado; no verificable; sin sustento; no confirmado; inverificable
        es: no concluyente; sin fundamento
        ca: no hi ha proves; sense proves; no verificat; sense evidències
        pt: insustentável; ainda é cedo para dizer; sem evidências; sem provas; não comprovado
        pt: inconclusivo; não verificado; não há provas; não há evidências; sem comprovação
        pt: infundado
        pt: não provado; inverificável; não verificável; ainda não dá para saber
        it: infondato; infondata; non verificato; non verificata; senza prove; non provato
        it: non dimostrato
        it: non ci sono prove; nessuna prova; non verificabile
        nl: onbewezen; niet bewezen; ongefundeerd; onbevestigd; niet te controleren; geen bewijs
        nl: oncontroleerbaar; ongegrond; onduidelijk; niet te verifiëren; onzeker
        pl: nieweryfikowalne; niezweryfikowane; brak dowodów; niepotwierdzone; nie do zweryfikowania
        pl: nieudowodnione
        cs: neověřitelné; nelze ověřit; neověřeno; nepodložené; neprokázané
        sk: neoveriteľné; neoverené; nepodložené
        tr: belirsiz; şüpheli; kanıtlanmamış; doğrulanamadı; kanıt yok; ispatlanamaz; kanıtlanamadı
        ar: غير مؤكد; غير مثبت; مشكوك فيه; لا دليل; غير مثبتة; بلا دليل; لا دليل على صحته
        fa: اثبات نشده; اثبات‌نشده; تأیید نشده; بدون مدرک
        hi: अप्रमाणित; अपुष्ट; कोई सबूत नहीं; असत्यापित
        bn: যাচাইযোগ্য নয়; অপ্রমাণিত
        id: belum terbukti; tidak terbukti; belum ada bukti; belum bisa dibuktikan; tidak ada bukti
        ms: belum disahkan; tiada bukti
        sv: obekräftat; obevisat; inga bevis; ej verifierat; går inte att belägga; saknar belägg
        no: ikke sikkert; ubekreftet; udokumentert; ikke dokumentert; ingen bevis
        da: ubekræftet; udokumenteret; ikke dokumenteret; ingen dokumentation; ubevist; uden belæg
        fi: ei näyttöä; todistamaton; vahvistamaton; ei varmistettu
        ro: neverificabil; imposibil de verificat; neverificat; neconfirmat; fără dovezi
        hu: bizonyítatlan; nem ellenőrizhető; nem bizonyított
        hr: neprovjereno; neprovereno; neutemeljeno; nedokazano; nedokazivo
        el: αναπόδεικτο; ατεκμηρίωτο; ανεπιβεβαίωτο
        ru: не подтверждено; не доказано; нет доказательств; бездоказательно; недоказуемо
        uk: безпідставно; не підтверджено; бездоказово; немає доказів
        ja: 根拠不明; 判定留保; 未確認
        ko: 판단 유보; 근거 없음; 확인 불가
        zh: 證據不足; 证据不足; 無法證實; 尚無定論; 無法查證; 无法证实
        th: ไม่มีหลักฐาน; ยังไม่ยืนยัน
    """,  # noqa: RUF001  other alphabets have letters like ours
    # Satire is what its author never meant as a fact: the label says what sort of text it is. That
    # somebody took it for a fact makes another claim, and it is not said here that it was checked.
    Conclusion.NOT_CHECKABLE: """
        en: satire; satirical; labeled satire; labelled satire; originated as satire; parody; humor
        en: humour; joke; opinion; not checkable; uncheckable; satire or parody
        de: satire; satirisch; parodie; meinung; nicht überprüfbar; meinungsäußerung
        fr: satire; satirique; parodie; opinion; humour; parodique
        es: sátira; satírico; parodia; opinión; inchequeable; contenido satírico
        ca: sàtira; paròdia; opinió
        pt: sátira; satírico; paródia; opinião; piada; impossível checar
        it: satira; satirico; parodia; opinione
        nl: satire; parodie; mening; satirisch
        pl: satyra; opinia; żart; parodia
        cs: satira; názor
        sk: satira; názor
        tr: parodi; hiciv; mizah; şaka; görüş
        ar: ساخر; سخرية; ساخرة; محتوى ساخر; رأي
        fa: طنز
        hi: व्यंग्य; राय
        bn: ব্যঙ্গ; কৌতুক
        id: satire; satir; parodi; satire atau parodi; opini
        ms: satira; sindiran
        sv: satir; åsikt; skämt; parodi
        no: satire; mening
        da: satire; holdning
        fi: satiiri; satiiria; mielipide; parodia
        ro: satiră; opinie
        hu: szatíra; vélemény
        hr: satira; mišljenje
        el: σάτιρα; γνώμη
        ru: сатира; мнение; пародия; шутка
        uk: сатира; думка; пародія
        ja: 風刺; 検証対象外; 意見
        ko: 풍자; 의견
        zh: 諷刺; 讽刺; 觀點
        th: เสียดสี; ล้อเลียน
    """,
}
