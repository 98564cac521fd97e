# Was der Support auf Deutsch sagt.
#
# Der Ton: kurz, freundlich, genau; „Sie“; keine Ausrufezeichen, keine Bildchen. `...` erscheint als
# Code, _..._ hervorgehoben. Jede Nachricht hat in allen Sprachen dieselben Argumente.

language-name = Deutsch

## Der Anfang

greeting =
    Guten Tag. Hier ist { $desk }; ich bin der automatische Assistent.
    Sagen Sie mir, was nicht stimmt, und ich schlage Antworten aus den häufigen Fragen vor. Hilft keine davon, reiche ich für Sie ein offizielles Ticket ein und nenne Ihnen seine Nummer, die TID.
    Dieser Chat selbst ist kein offizieller Weg: Nur ein Ticket mit TID gilt als Anfrage.
    _Was stimmt nicht?_ Bitte sagen Sie es mir mit Ihren eigenen Worten.
intro = Hier ist { $desk }. Ich sehe zuerst in den häufigen Fragen nach; hilft das nicht, reiche ich für Sie ein Ticket ein. Offiziell ist nur ein Ticket mit TID, dieser Chat nicht.
ask-problem = Was stimmt nicht? Bitte sagen Sie es mir mit Ihren eigenen Worten.
nothing-found = In den häufigen Fragen habe ich nichts gefunden, das dies beantwortet; bereiten wir also ein Ticket vor.
form-begins = Dann bereiten wir ein Ticket vor. Ich frage nur, was der Support braucht und Sie noch nicht gesagt haben.
desk-languages = Bitte beachten Sie: Der Support antwortet auf { $about }. Hier können Sie auf Deutsch weiterschreiben.
desk-panel = Sie schreiben hier an: { $desk }. Was im Panel des Produkts selbst geschrieben wird, geht anderswohin: { $about }.
welcome = Gern geschehen. Schreiben Sie mir, wenn etwas nicht stimmt.
helped = Schön, dass es geholfen hat. Schreiben Sie mir, wenn etwas anderes nicht stimmt.
will-tell = Ich schreibe Ihnen einmal, sobald die FAQ das beantwortet, innerhalb der nächsten drei Monate.
wont-tell = Gut, dann schreibe ich Ihnen dazu nicht.
group-pointer = Bitte schreiben Sie mir privat: Was Sie über Ihr Problem sagen, ist nur für Sie und den Support bestimmt.
answered-privately = Ich habe Ihnen in unserem privaten Chat geantwortet. Bitte machen Sie dort weiter.
sorry-later = Bei uns ist etwas schiefgegangen. Nichts, was Sie vorher gesendet haben, ist verloren; bitte senden Sie Ihre letzte Nachricht in einer Minute noch einmal.
takes-longer = Ihre Nachricht braucht durch einen Fehler bei uns länger als sonst. Sie ist gesichert und wir bleiben dran; Sie brauchen sie nicht noch einmal zu senden.
not-dealt-with = Eine Ihrer Nachrichten konnten wir durch einen Fehler bei uns nicht bearbeiten. Sie ist gesichert, und jemand vom Support sieht sie sich an. Bitte senden Sie sie noch einmal, wenn das Gespräch ohne sie weitergegangen ist.

## Entwürfe

cancelled = Ich habe angehalten und Ihren Entwurf beiseitegelegt. Eingereicht wurde nichts.
nothing-to-cancel = Es gibt nichts abzubrechen: Sie haben gerade keinen Entwurf.
draft-waiting = Sie haben einen Entwurf, der noch nicht eingereicht ist. Machen wir damit weiter?
resumed = Machen wir weiter, wo wir aufgehört haben.
dropped = Der Entwurf ist gelöscht. Eingereicht wurde nichts.
draft-reminder = Ihr Entwurf wartet noch, { $about } davon ist ausgefüllt: Beantworten Sie die letzte Frage, machen Sie weiter, oder löschen Sie ihn. Solange er ein Entwurf ist, weiß der Support nichts davon.
draft-closed = Ihr Entwurf hat einen Monat gewartet, deshalb habe ich ihn geschlossen. Eingereicht wurde nichts. Wenn noch etwas nicht stimmt, sagen Sie es mir.
question-passed = Diese Frage ist vorbei. Hier stehen wir jetzt.
added-to-problem = Ich habe es Ihrer Beschreibung hinzugefügt.
corrected = Ihre Korrektur ist notiert: { $about }.
message-cut = Ihre Nachricht war sehr lang: Ich habe die ersten { $about } Zeichen behalten. Den Rest können Sie als Datei senden, als ZIP gepackt.
too-fast = Sie schreiben schneller, als ich lesen kann; diese Nachricht habe ich nicht gelesen. Bitte warten Sie { $about } Sekunden und senden Sie dann noch einmal, was fehlt. Alles davor ist gespeichert.

## Tickets

follow-up-added = Ich habe es Ihrem Ticket `{ $about }` hinzugefügt. Der Support antwortet Ihnen hier.
correction-noted = Ihre Änderung ist im Ticket `{ $about }` vermerkt; was Sie zuerst geschrieben haben, bleibt dort auch stehen.
sort-words = Gehört das zu Ihrem Ticket `{ $about }`, oder ist es ein neues Problem?
reply-invited = Was Sie als Nächstes schreiben, kommt zu Ihrem Ticket `{ $about }`.
ticket-is-closed = Das Ticket `{ $about }` ist geschlossen. Wenn es doch nicht gelöst ist, schreiben Sie `reopen { $about }` und was noch nicht stimmt. Wenn es um etwas anderes geht, sagen Sie es mir, und ich bereite ein neues Ticket vor, das darauf verweist.
tid-unknown = Ich kann Ihnen kein Ticket `{ $about }` zeigen. Bitte vergleichen Sie mit Ihrer Quittung; ein Ticket sieht nur, wer es eingereicht hat.
tid-mistyped = In `{ $about }` steckt wohl ein Tippfehler: Eines der Zeichen passt nicht zu den anderen. Bitte sehen Sie noch einmal auf Ihre Quittung und kopieren Sie die TID von dort.
tid-wanted = Welches Ticket? Bitte schreiben Sie seine TID hinter das Wort, zum Beispiel `stand TID-123-456-789`. Mit `meine tickets` zeige ich Ihnen alle Ihre Tickets.
no-tickets = Sie haben noch keine Tickets. Sagen Sie mir, was nicht stimmt, und wir sehen, ob es eines braucht.

## Zugangsdaten

access-hidden = Ich habe { $about } in Ihrer Nachricht unkenntlich gemacht: Dieser Chat ist kein sicherer Ort dafür, deshalb wurde es nicht aufbewahrt. Bitte löschen Sie Ihre Nachricht hier, und ändern Sie, was darin stand, falls andere es sehen konnten.
access-handed-over = Der Support kann ohne das beginnen. Braucht er Zugang, so fragt er in Ihrem Ticket danach und sagt, wie Sie ihn übergeben: Legen Sie dann ein Konto nur dafür an, schicken Sie das Passwort nur auf dem genannten Weg, und löschen Sie das Konto danach.
access-to-change = Während Ihr Ticket `{ $about }` offen war, haben Sie Zugangsdaten in diesen Chat geschrieben. Bitte ändern Sie sie jetzt, ebenso alle, die Sie dem Support gegeben haben: Passwörter, Schlüssel und eigens angelegte Konten.
hidden-password = ein Passwort
hidden-key = einen Schlüssel
hidden-token = ein Token
hidden-login = einen Zugangsnamen
hidden-card = eine Kartennummer
hidden-iban = eine Kontonummer

## Serverberichte

report-found = Was Sie eingefügt haben, sieht nach einem Bericht über Ihren Server aus; ich habe ihn nicht in die Beschreibung übernommen. Soll der Support ihn als Datei am Ticket bekommen? Ohne ein Ja wird er nicht aufbewahrt.
report-left-out = Den Bericht über Ihren Server habe ich weggelassen: Nichts davon wird aufbewahrt.

## Sprachen

language-which = Welche Sprache soll ich sprechen?
language-set = Gern, ab jetzt spreche ich Deutsch.
language-unknown = Diese Sprache spreche ich noch nicht. Bitte wählen Sie eine von diesen.

## Hilfe

help =
    _Sagen Sie mir, was nicht stimmt_, und ich suche eine Antwort oder bereite ein Ticket vor. Jederzeit können Sie auch sagen:
    `stand TID-...`: wie es um dieses Ticket steht
    `meine tickets`: Ihre Tickets
    `supervisor TID-... Ihre Worte`: der Supportleitung zu einem Ticket schreiben
    `neu`: etwas Neues beginnen
    `abbrechen`: anhalten; Ihr Entwurf bleibt erhalten
    `sprache`: eine andere Sprache sprechen
    `verify` und Ihre E-Mail-Adresse: zeigen, wer Sie sind; `forget` beendet das
    `hilfe`: diese Zeilen
    Dieser Chat ist kein offizieller Weg: Das ist nur ein Ticket mit TID.
help-staff =
    { help }
    _Für das Team:_
    `queue`: die Tickets, die auf Antwort warten, das dringendste zuerst
    `answer TID-... Ihre Worte`: ein Ticket beantworten
    `close TID-... Grund`: die Arbeit an einem Ticket beenden
    `ask`, `pass`, `beyond`, `note` und `reopen TID-... Ihre Worte`: nachfragen, an die Entwicklung geben, als außerhalb des Supports einstufen, eine Notiz für den Support, wieder öffnen
    `faq add`: einen Eintrag der häufigen Fragen schreiben; `faq find Wörter`, `faq show`, `faq edit`, `faq hide`, `faq undo`: sie pflegen
    `notice`: einen Feiertag, eine Wartung oder eine Störung ankündigen

## Was sich nicht lesen lässt

unreadable-audio = Aufnahmen kann ich nicht anhören. Bitte schreiben Sie es mir in Worten.
unreadable-sticker = Bilder dieser Art kann ich nicht lesen. Bitte schreiben Sie es mir in Worten; ein Screenshot als Datei ist willkommen.
unreadable-place = Mit einem Standort kann ich nichts anfangen. Wenn Sie Ihre Website meinen, senden Sie bitte deren Adresse, zum Beispiel https://www.example.com/shop.
unreadable-command = Diesen Befehl kenne ich nicht. Sagen Sie `hilfe`, dann sehen Sie, was ich verstehe.
unreadable-other = Das kann ich nicht lesen. Bitte schreiben Sie es mir in Worten, oder senden Sie eine Datei.

## Team

answer-sent = Ihre Antwort ist unterwegs zu der Person, die `{ $about }` eingereicht hat.
answer-usage = Bitte schreiben Sie die TID und dann Ihre Antwort, zum Beispiel `answer TID-123-456-789 Bitte leeren Sie den Cache.`
close-usage = Bitte schreiben Sie die TID und dann einen dieser Gründe, zum Beispiel `close TID-123-456-789 solved`.
closed-by-you = Das Ticket `{ $about }` ist geschlossen, und wer es eingereicht hat, weiß Bescheid.
ask-usage = Bitte schreiben Sie die TID und dann Ihre Frage, zum Beispiel `ask TID-123-456-789 Welche Version ist es?`.
ask-done = Ihre Frage ist unterwegs zu der Person, der `{ $about }` gehört. Bis zur Antwort läuft die Uhr nicht.
note-usage = Bitte schreiben Sie die TID und dann Ihre Notiz, zum Beispiel `note TID-123-456-789 Gab es schon im März.`
note-done = Notiert bei `{ $about }`. Nur der Support sieht es.
pass-usage = Bitte schreiben Sie die TID und dann, was die Person wissen soll, zum Beispiel `pass TID-123-456-789 Die Korrektur ist für das nächste Update geplant.`
pass-done = Das Ticket `{ $about }` ist jetzt bei der Entwicklung, und die Person weiß davon.
beyond-usage = Bitte schreiben Sie die TID und, wenn Sie mögen, einen Grund, zum Beispiel `beyond TID-123-456-789 Es geht um Ihren eigenen Code.`
beyond-done = Das Ticket `{ $about }` zählt jetzt als außerhalb des Supports, und die Person weiß davon.
cannot-be-moved = Die Stufe von `{ $about }` lässt das nicht zu.
reopen-usage = Bitte schreiben Sie die TID Ihres geschlossenen Tickets und dann, was noch nicht stimmt, zum Beispiel `/reopen TID-123-456-789 Heute ist es wieder passiert.`
reopened = Das Ticket `{ $about }` ist wieder offen.
reopen-too-late = Das Ticket `{ $about }` ist schon zu lange geschlossen, um wieder geöffnet zu werden. Sagen Sie mir bitte, was jetzt nicht stimmt; ich bereite ein neues Ticket vor, das darauf verweist.
queue-empty = Kein Ticket wartet auf eine Antwort.

## Das Formular

step = { $number } von { $of }
current-value = Ihre bisherige Antwort:
example-of = Zum Beispiel: { $about }
ask-other = { $about }?

field-problem = Problem
field-reproducible = Reproduzierbar
ask-reproducible = Können Sie es wieder auslösen?
example-reproducible = Ja, wenn es wiederkommt, sobald Sie dasselbe noch einmal tun.
field-steps = Schritte
ask-steps = Welche Schritte führen dazu?
example-steps = Zum Beispiel: 1. Katalog öffnen, 2. nach Preis sortieren, 3. die Seite bleibt leer.
field-url = Adresse der Website
ask-url = Auf welcher Seite geschieht es? Bitte senden Sie ihre Adresse.
example-url = Zum Beispiel: https://www.example.com/shop
field-version = Version
ask-version = Welche Version des Produkts verwenden Sie?
example-version = Zum Beispiel: 24.5.1. Die Verwaltung zeigt sie unten auf jeder Seite.
field-edition = Edition
ask-edition = Welche Edition verwenden Sie?
field-email = E-Mail
ask-email = Welche E-Mail-Adresse soll im Ticket stehen? Wenn Sie eine Lizenz haben, nehmen Sie bitte die Adresse, die darin steht.
example-email = Zum Beispiel: ana@example.com
field-server = Server
ask-server = Welche Serversoftware läuft auf Ihrer Website, soweit Sie es wissen?
example-server = Zum Beispiel: nginx 1.27, PHP 8.3, MySQL 8.4
field-browser = Browser
ask-browser = In welchem Browser sehen Sie es?
example-browser = Zum Beispiel: Firefox 140 unter Windows 11
field-configuration = Konfiguration
ask-configuration = Darf der Support die Konfiguration Ihres Servers ansehen, etwa die phpinfo-Seite?
example-configuration = Sie wird nur verwendet, wenn Sie Ja sagen. Senden Sie bitte nie Passwörter.
field-screenshots = Screenshots
ask-screenshots = Haben Sie Screenshots davon? Bitte senden Sie sie jetzt.
example-screenshots = PNG, GIF oder JPG; alles andere als ZIP oder RAR gepackt.

## Worum es geht

field-topic = Thema
ask-topic = Worum geht es?
topic-guess = Ich nehme an, es geht um _{ $about }_.
topic-ask = Gehört dazu, was Sie brauchen, oder geht es um etwas anderes?
topic-beyond = { $about } (gehört nicht dazu)
scope-covers = Dazu gehört: { $about }.
scope-outside = Nicht dazu gehört: { $about }.
scope-instead = Was nicht dazu gehört, fragen Sie bitte { $about }.
scope-noted = Notiert: Das liegt außerhalb dessen, was der Support leistet. Fragen Sie dazu bitte { $about }. Sie können es trotzdem einreichen; das Ticket bekommt dann die Stufe „außerhalb des Supports“.
scope-others = Ihren Hosting-Anbieter oder Ihre Entwickler
problem-topic = Dieses Thema kenne ich nicht. Bitte drücken Sie einen der Knöpfe, oder schreiben Sie, was darauf steht.
topic-installation = Installation und Einrichtung
topic-installation-covers = Anleitung, typische Probleme, Wahl der Serversoftware, Rat zur Datensicherung
topic-installation-outside = Installieren oder Wiederherstellen für Sie, Fehlersuche auf Ihrem Server
topic-installation-instead = Ihren Hosting-Anbieter oder Ihre Systemverwaltung
topic-performance = Leistung
topic-performance-covers = Wahl und Abstimmung der Serversoftware, Rat zum Caching
topic-performance-outside = Einrichten oder Lasttests Ihres Servers, Optimieren Ihres eigenen Codes
topic-performance-instead = Ihren Hosting-Anbieter oder die Entwickler Ihrer Website
topic-updates = Updates und Wartung
topic-updates-covers = Update-Fehler wegen des Lizenzschlüssels, Fehler nach einem misslungenen Update
topic-updates-outside = Ärger mit Verbindungen oder einem Proxy, Einrichten Ihres Servers für Updates
topic-updates-instead = Ihren Hosting-Anbieter oder Ihre Netzwerkverwaltung
topic-errors = Fehler des Produkts
topic-errors-covers = Ausfälle und wie man sie behebt, Suche nach der Ursache eines Produktfehlers
topic-errors-outside = Fehler der Datenbank oder des Servers, Einspielen von Updates auf Ihrem Server (nur allgemeiner Rat)
topic-errors-instead = Ihren Hosting-Anbieter oder Ihre Systemverwaltung
topic-development = Entwicklung
topic-development-covers = wie man das Produkt einbindet, wie man seine API benutzt
topic-development-outside = Programmierunterricht, eigene Logik, fremder Code, Schreiben von Komponenten
topic-development-instead = Ihre eigenen Entwickler oder einen Entwicklungspartner
topic-orders = Bestellungen und Lizenzen
topic-orders-covers = Bestellungen, Rechnungen, Zahlungen, Lizenzen und ihre Verlängerung
topic-general = Allgemeine Fragen
topic-general-covers = nicht dokumentierte Funktionen, Lizenzbestimmungen, Rat zur Sicherheit, Wünsche nach Funktionen und Dokumentation

## Was an einer Antwort nicht stimmte

problem-empty = Hier stehen keine Worte. Bitte schreiben Sie eine kurze Antwort, zum Beispiel: Es begann am Montag.
problem-too-long = Das sind mehr als { $about } Zeichen. Bitte sagen Sie es kürzer; Einzelheiten können Sie später in der Beschreibung des Problems ergänzen.
problem-url = Das sieht nicht nach der Adresse einer Seite aus. Bitte kopieren Sie sie aus der Adresszeile Ihres Browsers, zum Beispiel https://www.example.com/shop.
problem-email = Das sieht nicht nach einer E-Mail-Adresse aus. Bitte schreiben Sie sie so: ana@example.com.
problem-version = Das sieht nicht nach einer Version aus. Bitte schreiben Sie ihre Zahlen, zum Beispiel 24.5.1.
problem-choice = Diese Antwort kenne ich nicht. Bitte drücken Sie einen der Knöpfe, oder schreiben Sie, was darauf steht, zum Beispiel Standard.
problem-yes-no = Ich lese darin weder ein Ja noch ein Nein. Bitte drücken Sie einen der Knöpfe, oder antworten Sie mit Ja oder Nein.
problem-required = Ohne das kommt der Support nicht aus, deshalb lässt es sich nicht überspringen. Eine kurze Antwort genügt, zum Beispiel: Ich bin nicht sicher, es geschah einmal.
problem-file-wanted = Hier habe ich eine Datei erwartet. Bitte senden Sie eine, zum Beispiel einen Screenshot als PNG, oder drücken Sie einen Knopf, um weiterzugehen.
problem-too-many-files = Ein Ticket nimmt höchstens { $about } Dateien auf, deshalb habe ich die übrigen weggelassen. Bitte packen Sie mehrere in ein ZIP.

## Vorschläge

suggestions-intro = Vielleicht beantwortet das schon Ihre Frage:
suggestions-maybe = Ich bin nicht sicher, aber vielleicht ist es das:
suggestions-outro = Hat etwas davon geholfen?
now-answered = Das haben Sie vor einiger Zeit gefragt. Jetzt beantwortet es die FAQ:

## Die Prüfkarte

review-title = Bitte prüfen Sie das, bevor ich es einreiche.
review-outro = Noch ist nichts eingereicht. Erst wenn Sie es einreichen, wird es ein offizielles Ticket ({ $desk }).
review-files = Dateien
review-related = Verwandte Tickets
review-suggestions = Gezeigt, nicht geholfen
review-lifted = (aus Ihrer Nachricht)
review-skipped = —

## Dateien

files-taken =
    { $count ->
        [one] Ich habe diese Datei und lege sie dem Ticket bei:
       *[other] Ich habe diese { $count } Dateien und lege sie dem Ticket bei:
    }
files-refused =
    { $count ->
        [one] Diese Datei konnte ich nicht annehmen:
       *[other] Diese { $count } Dateien konnte ich nicht annehmen:
    }
and-more =
    { $count ->
        [one] … und eins mehr
       *[other] … und { $count } mehr
    }
refusal-kind = Ich nehme Bilder als PNG, GIF und JPG. Bitte packen Sie alles andere als ZIP oder RAR und senden Sie das.
refusal-bmp = Ein BMP wird so nicht angenommen. Bitte speichern Sie es als PNG, oder packen Sie es in ein ZIP.
refusal-too-big = Sie ist zu groß. Bitte senden Sie ein kleineres Bild oder nur den Teil, auf den es ankommt.
refusal-too-many = Das Ticket hat so viele Dateien, wie es aufnehmen kann. Bitte packen Sie mehrere in ein ZIP.
refusal-kind-as = Dem Inhalt nach ist es { $about }. Ich nehme Bilder als PNG, GIF und JPG; bitte packen Sie alles andere in ein ZIP oder RAR und schicken Sie das.
refusal-too-detailed = Das Bild hat zu viele Bildpunkte. Bitte schicken Sie ein kleineres oder nur den Teil, auf den es ankommt.
refusal-broken = Das Bild ist beschädigt und lässt sich nicht öffnen. Bitte speichern Sie es neu, zum Beispiel als PNG, und schicken Sie es noch einmal.
refusal-quota = Sie haben heute so viele Dateien geschickt, wie eine Person schicken kann. Bitte schicken Sie sie morgen oder nur den Teil, auf den es ankommt.
refusal-harmful = Der Virenscanner des Supports findet etwas Schädliches darin, deshalb wurde es nicht aufbewahrt. Bitte prüfen Sie die Datei, und schicken Sie nur das Nötige, zum Beispiel ein Bildschirmfoto.
refusal-empty = Sie ist leer. Bitte prüfen Sie die Datei und senden Sie sie noch einmal.
refusal-unreachable = Ich konnte sie nicht abrufen. Bitte senden Sie sie noch einmal.

## Die Quittung

receipt-title = Ihre Anfrage ist angenommen. Die TID Ihres Tickets ist
receipt-level = Stufe
receipt-due = Antwort bis
receipt-official = Dieser Chat ist nicht der offizielle Weg, das Ticket ist es. Schreiben Sie seine TID, wann immer Sie danach fragen.
receipt-once = Dasselbe anderswo noch einmal zu fragen, am Telefon oder in einem Forum, macht es nicht schneller.
why-around-the-clock = Ihre Stufe ist „{ $level }“: eine Antwort innerhalb von { $span }, zu jeder Stunde an jedem Tag.
why-business-days = Ihre Stufe ist „{ $level }“: eine Antwort innerhalb von { $span }, gezählt an Werktagen.
why-business-days-weekend = Ihre Stufe ist „{ $level }“: eine Antwort innerhalb von { $span }, gezählt an Werktagen; das Wochenende zählt also nicht.
why-business-days-holiday = Ihre Stufe ist „{ $level }“: eine Antwort innerhalb von { $span }, gezählt an Werktagen; Feiertage und Wochenenden zählen also nicht.
why-business-days-closed = Ihre Stufe ist „{ $level }“: eine Antwort innerhalb von { $span }, gezählt an Werktagen; Tage, an denen der Support geschlossen ist, zählen also nicht.
why-business-days-break = Ihre Stufe ist „{ $level }“: eine Antwort innerhalb von { $span }, gezählt an Werktagen; während der angekündigten Unterbrechung steht die Uhr.
why-open-hours = Ihre Stufe ist „{ $level }“: eine Antwort innerhalb von { $span } der Öffnungszeit des Supports.
why-calendar-days = Ihre Stufe ist „{ $level }“: eine Antwort innerhalb von { $span }, gezählt an allen Tagen des Kalenders.
span-hours =
    { $count ->
        [one] einer Stunde
       *[other] { $count } Stunden
    }
span-days =
    { $count ->
        [one] einem Tag
       *[other] { $count } Tagen
    }

## Hinweise

notice-holiday = Der Support kündigt einen Feiertag an:
notice-maintenance = Der Support kündigt eine Wartung an:
notice-incident = Dem Support ist eine Störung bekannt:
notice-until = Bis { $date }
notice-span = Von { $date } bis { $time }
notice-added = Von seinem Beginn bis zu seinem Ende sieht dies einmal, wer ein Gespräch beginnt:
notice-ended = Der Hinweis { $about } wird nicht mehr gezeigt.
notice-unknown = Einen Hinweis mit der Nummer { $about } kenne ich nicht. `notice` zeigt die gültigen.
notice-none = Es ist nichts angekündigt. `notice incident 18:00 Zahlungen schlagen fehl, wir arbeiten daran` kündigt etwas bis heute um sechs an.
notice-list = Angekündigt:
notice-usage =
    _Was Sie mit Hinweisen tun können:_
    `notice incident 18:00 Text`: von jetzt bis heute um sechs ankündigen, nach der Uhr des Supports
    `notice holiday 2026-12-24 2026-12-26 Text`: für diese Tage, den letzten eingeschlossen
    `notice maintenance 2026-12-01T22:00 2026-12-02T02:00 Text`: für diese Stunden
    `notice end 7`: den Hinweis 7 beenden; `notice`: alle zeigen

## Wer Sie sind

code-sent = Wenn { $about } bei uns registriert ist, ist ein Code aus sechs Ziffern dorthin unterwegs. Schreiben Sie ihn mir innerhalb von zehn Minuten, worüber wir auch gerade sprechen. Kommt nichts an, ist die Adresse nicht registriert, oder sie hat vor weniger als einer Minute einen Code bekommen.
code-soon = An eine Adresse geht höchstens ein Code in der Minute. Bitte warten Sie einen Augenblick.
code-wrong = Dieser Code zählt nicht: Er ist nicht der verschickte, älter als zehn Minuten oder wurde fünfmal versucht. Sie können einen neuen bekommen.
proven = Danke. Ich weiß jetzt, dass { $about } Ihnen gehört, und merke es mir; `forget` beendet das.
proven-by-link = Danke. Ich weiß jetzt, dass Sie zu { $about } gehören, und merke es mir; `forget` beendet das.
link-refused = Dieser Link zählt nicht: Er wurde schon benutzt, ist zu alt oder für jemand anderen bestimmt. Bitte lassen Sie sich vom Support einen neuen geben.
verify-usage = Bitte schreiben Sie Ihre Adresse hinter das Wort, zum Beispiel `verify ana@example.com`: Wenn sie bei uns registriert ist, geht ein Code dorthin.
verify-off = Ich kann im Moment keine Codes verschicken. Der Support kann Ihnen einen Link schicken, der zeigt, wer Sie sind.
forgotten = Ich habe vergessen, wer Sie sind. Ihre Tickets bleiben, wie sie sind; was Sie ab jetzt einreichen, ist nicht bestätigt, bis Sie wieder zeigen, wer Sie sind.
ask-coupon = Bitte schreiben Sie Ihren VIP-Coupon.
coupon-taken = Der Coupon ist vorgemerkt. Er wird erst verbraucht, wenn Sie das Ticket einreichen.
coupon-refused = Dieser Coupon lässt sich nicht verwenden. Bitte vergleichen Sie ihn mit dem, den Sie bekommen haben. Nach fünf Coupons, die sich nicht verwenden lassen, nehme ich einen Tag lang keinen mehr; der Support weiß, welche Sie noch haben.
coupon-removed = Der Coupon wird nicht verwendet; Sie können ihn ein andermal nutzen.
coupon-when = Ein Coupon gehört zu einem Ticket. Sagen Sie mir zuerst, was nicht stimmt; auf der Karte, die Sie vor dem Einreichen prüfen, steht ein Knopf für Ihren Coupon.
coupon-none = Bei diesem Support gibt es keine Coupons.
review-coupon = VIP-Coupon
review-coupon-spent = wird beim Einreichen verbraucht
raised = Ihr Ticket `{ $tid }` hat jetzt eine höhere Stufe.
raised-same = Ihr Ticket `{ $tid }` ist bestätigt.
ticket-unverified = Nicht bestätigt: Noch zeigt nichts, wem es gehört.
register-here = Noch nicht registriert? Hier geht es; bis dahin werden Ihre Anfragen in dieser Stufe beantwortet.
renew-here = Hier verlängern Sie Ihren Support
ground-coupon = Sie haben einen VIP-Coupon dafür verwendet.
ground-coupon-kept = Ihr Coupon wurde nicht verbraucht: Er ändert die Stufe einer solchen Frage nicht.
ground-beyond-scope = Ihre Frage liegt außerhalb dessen, was der Support abdeckt.
ground-category = Sie sind bei uns als „{ $about }“ registriert.
ground-edition = Die Edition „{ $about }“ hat diese Stufe.
ground-incomplete = Ihre Firma ist noch nicht vollständig registriert: Nötig sind ihre eigenen Daten und { $about } Personen, die den Support nutzen dürfen.
ground-expired = Es tut uns leid: Ihr Support endete nach dem { $about }, dies ist deshalb die Stufe ohne ihn.
ground-unregistered = Wir kennen Ihre Adresse, aber sie gehört zu keinem Kunden, der bei uns registriert ist.
ground-unproven = Noch zeigt nichts, wer Sie sind. Sobald der Support es weiß, bekommt das Ticket Ihre Stufe, gerechnet ab der Annahme.
ground-unproven-code = Noch zeigt nichts, wer Sie sind. Schreiben Sie mir den Code aus Ihrem Postfach, und das Ticket bekommt Ihre Stufe, gerechnet ab der Annahme.
mail-code-subject = Ihr Code
mail-code-body =
    Ihr Code ist { $about }
    Schreiben Sie ihn innerhalb von zehn Minuten in den Chat. Er zeigt, dass dieses Postfach Ihnen gehört. Absender: { $desk }.
    Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun: Ohne den Code bekommt niemand etwas. Niemand vom Support wird Sie je danach fragen.

## Zeiten

moment = { $date }, { $time } Uhr ({ $place })
moment-at-desk = { $date }, { $time } Uhr ({ $place }, Zeit des Supports)
moment-short = { $date }, { $time } Uhr

## Wie es um ein Ticket steht

ticket-status = Stand
ticket-filed = Eingereicht
ticket-due = Antwort bis
ticket-reason = Grund
ticket-post-client = Vom Kunden, { $date }
ticket-post-agent = Vom Support, { $date }
list-mine = Ihre Tickets
list-queue = Tickets, die auf eine Antwort warten
list-due = Antwort bis { $date }
agent-answer = Der Support hat Ihr Ticket `{ $tid }` beantwortet.
agent-answer-from = Der Support hat Ihr Ticket `{ $tid }` beantwortet. { $agent } schreibt:
ticket-closed = Ihr Ticket `{ $tid }` ist geschlossen.
ticket-closed-after = Wenn es doch nicht gelöst ist, schreiben Sie `reopen { $tid }` und was noch nicht stimmt.
ticket-moved-development = Ihr Ticket `{ $tid }` ist jetzt bei der Entwicklung. Die Korrektur kommt mit einem Update.
ticket-moved-kept-level = Ihr Ticket `{ $tid }` ist jetzt bei der Entwicklung. Es behält seine Stufe.
ticket-moved-beyond-scope = Ihr Ticket `{ $tid }` betrifft etwas, das der Support nicht abdeckt. Es bleibt offen, auf einer anderen Stufe.
ticket-moved-reopened = Ihr Ticket `{ $tid }` ist wieder offen.
due-soon = Eine Antwort ist bald fällig.
due-overdue = Eine Antwort ist überfällig.
supervisor-usage = Sind Sie nicht zufrieden damit, wie ein Ticket bearbeitet wird? Die Supportleitung liest es, wenn Sie zum Beispiel `supervisor { $about } Ihre Worte` schreiben.
supervisor-told = Ihre Worte zum Ticket `{ $about }` gehen an die Supportleitung.
supervisor-contact = Sie erreichen die Supportleitung auch hier: { $about }
complaint = Ein Kunde schreibt an die Supportleitung:
complaint-from = Von

status-open = wartet auf die Antwort des Supports
status-answered = beantwortet; es wartet auf den Kunden
status-closed = geschlossen

reason-solved = Das Problem ist gelöst
reason-information-missing = Es fehlen Angaben
reason-not-reproduced = Das Problem lässt sich nicht nachstellen
reason-no-access = Die Website ist mit dem gegebenen Zugang nicht erreichbar
reason-custom-development = Es braucht eine eigene Entwicklung
reason-improper-use = Das Produkt wurde anders verwendet oder verändert als vorgesehen
reason-too-many-sites = Es gibt mehr Websites, als die Lizenz erlaubt
reason-licence-violated = Die Lizenzbedingungen sind verletzt
reason-unlicensed = Die Kopie ist nicht lizenziert
reason-beyond-scope = Es liegt außerhalb dessen, was der Support leistet
reason-misleading = Die Angaben sind falsch, unvollständig oder irreführend

level-vip-coupon = VIP-Anfrage
level-vip = VIP-Support
level-partner = Partner
level-partner-bronze = Partner Bronze
level-partner-silver = Partner Silber
level-partner-gold = Partner Gold
level-commercial = kommerziell
level-non-commercial = nicht kommerziell
level-beyond-scope = außerhalb des Supports
level-development = Entwicklung

## Die häufigen Fragen

faq-usage =
    _Was Sie mit den häufigen Fragen tun können:_
    `faq add`: einen Eintrag schreiben, Frage für Frage
    `faq add Frage | Antwort | https://...`: dasselbe in einer Nachricht; oder in Zeilen, die mit frage:, antwort:, link:, art:, produkt:, stichwörter:, sprache:, varianten: beginnen
    `faq find Wörter`: die Einträge, die diese Wörter finden
    `faq show ID`, `faq edit ID`, `faq hide ID`: einen ansehen, ändern, verbergen; statt der ID genügen Wörter, die ihn finden
    `faq undo`: Ihre letzte Änderung zurücknehmen; `faq undo ID`: die letzte Änderung dieses Eintrags
    `faq misses`: was vergeblich gefragt wurde, und Worte, die eine Antwort fanden
faq-press = Bitte drücken Sie einen der Knöpfe: Sichern Sie den Eintrag, oder ändern Sie vorher einen Teil.
faq-aside = Ich habe aufgehört. An den häufigen Fragen ist nichts geändert, und Ihr Eintrag liegt bereit.
faq-left = Ihr Eintrag für die häufigen Fragen liegt solange bereit.
faq-cancelled = Ich habe aufgehört. An den häufigen Fragen ist nichts geändert.
faq-unchanged = Es ist nichts anders, also habe ich „{ $about }“ so gelassen.
faq-saved = „{ $about }“ steht in den häufigen Fragen. Man findet es innerhalb von zwei Sekunden.
faq-wording-added = „{ $about }“ beantwortet nun auch diese Frage, als eine weitere Art, sie zu stellen.
faq-none-found = Nichts in den häufigen Fragen kommt „{ $about }“ nahe.
faq-hidden = „{ $about }“ ist verborgen: Niemand bekommt es mehr gezeigt. Verloren ist nichts davon.
faq-hidden-already = „{ $about }“ ist schon verborgen.
faq-shown = „{ $about }“ wird wieder gezeigt. Man findet es innerhalb von zwei Sekunden.
faq-nothing-to-undo = Ich kenne keine Änderung, die sich zurücknehmen ließe. Bitte nennen Sie den Eintrag, zum Beispiel `faq undo q-1a2b3c`.
faq-gone = Ich kenne keinen solchen Eintrag. `faq find` und ein paar Wörter daraus zeigen seine ID.
faq-waiting = Sie schreiben noch an „{ $about }“. Machen wir erst damit weiter?
faq-dropped = Er ist verworfen. An den häufigen Fragen ist nichts geändert.
faq-no-files = Ein Eintrag nimmt keine Dateien auf; ein Link kann zu einer führen.
faq-no-misses = In letzter Zeit hat niemand vergeblich gefragt, und keine Variante wartet auf Sie.
faq-dealt-with = Das ist inzwischen erledigt. `faq misses` zeigt, was noch übrig ist.
faq-dismissed = „{ $about }“ wird nicht mehr aufgeführt. Fragt es wieder jemand, kommt es zurück.
faq-saved-answer = „{ $about }“ steht in den häufigen Fragen. Man findet es innerhalb von zwei Sekunden, und wer vergeblich gefragt hat und es wissen wollte, erfährt davon.
faq-wording-taken = „{ $about }“ findet man nun auch mit diesen Worten.
faq-wording-refused = „{ $about }“ wird für diesen Eintrag nicht wieder angeboten.
missed-title = Vergeblich gefragt, zuerst, was die meisten fragen:
missed-asked = Personen: { $number }, Male: { $of }, { $about }
offered-title = Worte von Leuten, denen ein Eintrag geholfen hat. Soll man ihn auch damit finden?
offered-for = für „{ $about }“, Male: { $number }
found-found = Was „{ $about }“ findet:
found-shown-now = Wer das jetzt fragt, bekommt gezeigt:
found-twin = Das scheint schon beantwortet zu sein. Wer es jetzt fragt, bekommt gezeigt:
found-nothing = Wer das jetzt fragt, bekommt nichts gezeigt.
found-percent = { $number } %
card-new = So wird der Eintrag sein. Noch steht er nicht in den häufigen Fragen.
card-edited = So wird der Eintrag sein. Noch ist nichts geändert.
card-look = Ein Eintrag der häufigen Fragen
card-hide = Soll ich diesen Eintrag verbergen? Niemand bekommt ihn dann gezeigt; `faq undo` nimmt das zurück.
card-changed = Jemand hat diesen Eintrag inzwischen geändert. Jetzt lautet er so:
card-undone = Die letzte Änderung ist zurückgenommen. Der Eintrag lautet jetzt so:
card-hidden = Verborgen: Niemand bekommt diesen Eintrag gezeigt.
card-twin = Das scheint „{ $about }“ schon zu beantworten.
card-changed-by = Geändert { $date }, von { $agent }
card-changed-somehow = Geändert { $date }
form-title = Häufige Frage
kind-faq = Häufige Frage
kind-documentation = Dokumentation
kind-forum = Forum
kind-video = Video

field-faq-id = ID
field-faq-question = Frage
ask-faq-question = Welche Frage beantwortet er?
example-faq-question = Mit den Worten der Leute, zum Beispiel: Wie setze ich mein Passwort zurück?
field-faq-answer = Kurze Antwort
ask-faq-answer = Wie lautet die kurze Antwort?
example-faq-answer = Ein oder zwei Sätze, die für sich allein helfen.
field-faq-url = Link
ask-faq-url = Wo kann man weiterlesen?
example-faq-url = Zum Beispiel: https://docs.example.com/password
field-faq-kind = Art
ask-faq-kind = Wohin führt der Link?
field-faq-product = Produkt
ask-faq-product = Um welches Produkt geht es? Überspringen Sie das, wenn es um alle geht.
field-faq-tags = Stichwörter
ask-faq-tags = Welche Wörter gehören dazu, die nicht in der Frage stehen?
example-faq-tags = Mit Kommas dazwischen, zum Beispiel: Anmeldung, Konto
field-faq-language = Sprache
ask-faq-language = In welcher Sprache ist er?
field-faq-wordings = Andere Fragen
ask-faq-wordings = Wie fragt man das noch? Bitte eine Art je Zeile.
example-faq-wordings = Zum Beispiel: Ich habe mein Passwort vergessen

problem-faq-empty = Darin stehen keine Wörter. Bitte schreiben Sie die Frage so, wie man sie stellt.
problem-faq-nothing = Ein Eintrag braucht eine Antwort oder einen Link, sonst hilft er niemandem. Bitte schreiben Sie eine kurze Antwort.
problem-faq-too-long = Das ist länger als { $about } Zeichen. Bitte sagen Sie es kürzer.
problem-faq-url = Das ist kein Link, den man zeigen kann. Bitte senden Sie eine Adresse, die mit https:// oder http:// beginnt.
problem-faq-kind = Diese Art kenne ich nicht. Bitte drücken Sie einen der Knöpfe, oder schreiben Sie FAQ, Dokumentation, Forum oder Video.
problem-faq-language = Das ist kein Sprachkürzel. Bitte schreiben Sie seine zwei Buchstaben, zum Beispiel de.
problem-faq-many = Das sind mehr als { $about }. Bitte behalten Sie die, die man am meisten braucht.

## Knöpfe

button-helped = Das hat geholfen
button-helped-by = Antwort { $about } hat geholfen
button-tell = Melden, wenn die FAQ es hat
button-hush = Nicht melden
button-none = Nichts davon, Ticket eröffnen
button-skip = Überspringen
button-back = Zurück
button-cancel = Abbrechen
button-keep = So lassen
button-unknown = Weiß ich nicht
button-yes = Ja
button-no = Nein
button-done = Fertig
button-file = Ticket einreichen
button-edit = Ändern: { $about }
button-option = { $about }
button-covered = Ja, das gehört dazu
button-beyond = Nein, trotzdem einreichen
button-topic = { $about }
button-language = { $about }
button-resume = Mit dem Entwurf weitermachen
button-drop = Löschen, neu beginnen
button-new = Etwas Neues beginnen
button-reply = Antworten
button-status = { $about }
button-tickets = Meine Tickets
button-add-to = Zu { $about } hinzufügen
button-code = Neuen Code schicken
button-coupon = Ich habe einen VIP-Coupon
button-uncoupon = Coupon nicht verwenden
button-new-problem = Ein neues Problem
button-help = Hilfe
button-supervisor = An die Leitung schreiben
button-report-yes = Bericht anhängen
button-report-no = Weglassen
button-save = Sichern
button-clear = Leeren
button-undo = Zurücknehmen
button-kind = { $about }
button-faq-wording = Dort als Variante aufnehmen
button-faq-resume = Am Eintrag weiterschreiben
button-faq-drop = Eintrag verwerfen
button-faq-add = Noch einen Eintrag schreiben
button-faq-edit = { $about } ändern
button-faq-hide = { $about } verbergen
button-faq-gone = Verbergen
button-faq-back = Wieder zeigen
button-edit-entry = Ändern
button-hide-entry = Verbergen
button-faq-answer = Eintrag schreiben: { $about }
button-faq-dismiss = Nichts für hier: { $about }
button-faq-take = { $about } aufnehmen
button-faq-refuse = { $about } ablehnen

## Worte statt eines Knopfs

words-skip = überspringen | ueberspringen | auslassen | weglassen | jetzt nicht | später
words-back = zurück | zurueck | einen schritt zurück | vorherige | vorige frage
words-cancel = abbrechen | abbruch | stopp | halt | aufhören | vergiss es | vergessen sie es | beenden
words-none = nichts davon | keine davon | keine | keiner | keines | nichts hilft | hilft nicht | hat nicht geholfen | das hat nicht geholfen | das hilft nicht | das hilft mir nicht | ticket eröffnen | ticket erstellen | ticket anlegen | ich brauche ein ticket
words-helped = geholfen | hat geholfen | das hat geholfen | das hilft | gelöst | erledigt | funktioniert | es funktioniert | jetzt geht es | es geht wieder | geht wieder | ja, das hat geholfen | danke, das hat geholfen
words-file = einreichen | ticket einreichen | absenden | abschicken | senden | schicken | bestätigen | alles richtig | passt so
words-edit = ändern | bearbeiten | korrigieren | ändere | ändere die | ändere den
words-yes = ja | j | jawohl | klar | natürlich | gern | gerne | ja bitte | ja, bitte | stimmt | richtig | genau | in ordnung
words-no = nein | nö | nee | nein danke | nein, danke | eher nicht
words-unknown = weiß ich nicht | weiss nicht | ich weiß es nicht | ich weiß nicht | weiß nicht | das weiß ich nicht | keine ahnung | unbekannt | nicht sicher | bin nicht sicher | ich bin nicht sicher
words-done = fertig | das war's | das wars | das war alles | das ist alles | mehr nicht | nichts weiter
words-keep = so lassen | behalten | unverändert | so bleibt es | beibehalten | keine änderung
words-help = hilfe | befehle | menü | was kannst du | was können sie | wie funktioniert das
words-status = stand | ticketstatus | ticket status | wie steht es um mein ticket | was ist mit meinem ticket
words-tickets = meine tickets | liste | ticketliste | alle tickets | meine tickets zeigen
words-supervisor = leitung | supportleitung | beschwerde | an die leitung schreiben
words-reopen = reopen | wiederöffnen
words-new = neu | neues ticket | neu anfangen | neu beginnen | neu starten | neustart | von vorn | etwas anderes | etwas neues
words-language = sprache | sprachen | sprache ändern | sprache wechseln | andere sprache
words-resume = weiter | weitermachen | fortsetzen | fortfahren | weitermachen mit dem entwurf
words-drop = löschen | verwerfen | wegwerfen | entwurf löschen | entwurf verwerfen
words-reply = antworten | antwort | beantworten
words-add = hinzufügen | dazu | dazu hinzufügen | gehört dazu | dasselbe | dasselbe problem | das gleiche problem
words-new-problem = neues problem | anderes problem | ein anderes problem | ist neu | es ist neu | ein neues
words-save = sichern | speichern | eintrag sichern | veröffentlichen
words-clear = leeren | leer lassen | entfernen
words-thanks = danke | danke schön | danke sehr | vielen dank | besten dank | ok danke | super, danke | merci
words-greeting = hallo | guten tag | guten morgen | guten abend | moin | moin moin | servus | grüß gott | grüezi | hallo zusammen | hallo, guten tag | hi zusammen | tag | schönen guten tag | ich brauche hilfe | können sie mir helfen | kann mir jemand helfen

## Das Terminal

terminal-hint = Eine Zahl oder die Worte drücken einen Knopf; `:file Pfad` sendet eine Datei; `:quit` beendet.
terminal-no-file = Die Datei { $about } kann ich nicht lesen. Bitte prüfen Sie den Pfad und senden Sie sie noch einmal, zum Beispiel `:file bild.png`.
terminal-goodbye = Auf Wiedersehen. Nichts geht verloren: Kommen Sie wieder, wann Sie möchten.

## Das Befehlsmenü

menu-new = Etwas Neues beginnen
menu-status = Stand eines Tickets: /status und seine TID
menu-tickets = Meine Tickets auflisten
menu-language = Die Sprache wechseln
menu-verify = Zeigen, wer Sie sind: /verify und E-Mail
menu-help = Was Sie jederzeit sagen können
menu-cancel = Hier aufhören; der Entwurf bleibt
menu-supervisor = An die Supportleitung schreiben
menu-queue = Für das Team: die Tickets, die warten
menu-faq = Für das Team: die häufigen Fragen pflegen
menu-notice = Für das Team: etwas ankündigen
