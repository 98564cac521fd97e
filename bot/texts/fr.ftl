# Ce que dit le support en français.
#
# La voix : brève, aimable, exacte ; « vous » ; pas de points d'exclamation, pas d'images. `...` est
# affiché comme du code et _..._ en gras. Un message a les mêmes arguments dans chaque langue.

language-name = Français

## Début

greeting =
    Bonjour. Ici { $desk } ; je suis son assistant automatique.
    Dites-moi ce qui ne va pas et je vous proposerai des réponses de la FAQ. Si aucune ne vous aide, j'enregistre pour vous un ticket officiel et je vous donne son numéro, le TID.
    Cette discussion n'est pas un canal officiel : seul un ticket avec un TID compte comme demande.
    _Qu'est-ce qui ne va pas ?_ Dites-le avec vos propres mots.
intro = Ici { $desk }. Je cherche d'abord dans la FAQ ; si cela n'aide pas, j'enregistre un ticket pour vous. Seul un ticket avec un TID est officiel, pas cette discussion.
ask-problem = Qu'est-ce qui ne va pas ? Dites-le avec vos propres mots.
nothing-found = Je n'ai rien trouvé dans la FAQ qui réponde à cela ; préparons donc un ticket.
form-begins = Préparons donc un ticket. Je ne demande que ce dont le support a besoin et que vous n'avez pas encore dit.
desk-languages = À noter : le support répond en { $about }. Ici, vous pouvez continuer en français.
desk-panel = Vous écrivez ici : { $desk }. Ce qui est écrit dans le panneau du produit lui-même va ailleurs : { $about }.
welcome = Je vous en prie. Écrivez-moi dès que quelque chose ne va pas.
helped = Je suis heureux que cela vous ait aidé. Écrivez-moi si autre chose ne va pas.
will-tell = Je vous écrirai une fois, dès que la FAQ répondra à cela, au cours des trois prochains mois.
wont-tell = Très bien, je ne vous écrirai pas à ce sujet.
group-pointer = Écrivez-moi en privé, s'il vous plaît : ce que vous dites de votre problème ne regarde que vous et le support.
answered-privately = Je vous ai répondu dans notre discussion privée. Continuez là-bas, s'il vous plaît.
sorry-later = Quelque chose a échoué de notre côté. Rien de ce que vous aviez envoyé n'est perdu ; veuillez renvoyer votre dernier message dans une minute.
takes-longer = Votre message prend plus de temps que prévu, par notre faute. Il est conservé et nous y travaillons ; inutile de le renvoyer.
not-dealt-with = Nous n'avons pas pu traiter un de vos messages, par notre faute. Il est conservé et quelqu'un du support l'examinera. Renvoyez-le, s'il vous plaît, si la discussion a continué sans lui.

## Brouillons

cancelled = J'ai arrêté et mis votre brouillon de côté. Rien n'a été enregistré.
nothing-to-cancel = Il n'y a rien à annuler : vous n'avez pas de brouillon en ce moment.
draft-waiting = Vous avez un brouillon qui n'est pas encore enregistré. On le continue ?
resumed = Reprenons là où nous en étions.
dropped = Le brouillon est supprimé. Rien n'a été enregistré.
draft-reminder = Votre brouillon attend toujours, { $about } rempli : répondez à la dernière question, continuez ou supprimez-le. Tant qu'il est un brouillon, le support n'en sait rien.
draft-closed = Votre brouillon attendait depuis un mois, je l'ai donc fermé. Rien n'a été enregistré. Si quelque chose ne va toujours pas, dites-le-moi.
question-passed = Cette question est passée. Voici où nous en sommes.
added-to-problem = Je l'ai ajouté à votre description.
corrected = Votre correction est notée : { $about }.
message-cut = Votre message était très long : j'ai gardé ses { $about } premiers caractères. Vous pouvez envoyer le reste en fichier, dans un ZIP.
too-fast = Vous écrivez plus vite que je ne peux lire, je n'ai donc pas lu ce message. Attendez { $about } secondes, puis renvoyez ce qui manque. Ce que vous avez dit avant est conservé.

## Tickets

follow-up-added = Je l'ai ajouté à votre ticket `{ $about }`. Le support vous répondra ici.
correction-noted = Votre modification est notée sur le ticket `{ $about }` ; ce que vous aviez écrit d'abord y reste aussi.
sort-words = Cela concerne-t-il votre ticket `{ $about }`, ou est-ce un nouveau problème ?
reply-invited = Ce que vous écrivez maintenant va sur votre ticket `{ $about }`.
ticket-is-closed = Le ticket `{ $about }` est fermé. Si le problème n'est finalement pas résolu, écrivez `reopen { $about }` et ce qui ne va toujours pas. Si c'est autre chose, dites-le-moi : je préparerai un nouveau ticket qui s'y réfère.
tid-unknown = Je ne peux vous montrer aucun ticket `{ $about }`. Comparez-le à votre accusé de réception ; un ticket n'est montré qu'à la personne qui l'a enregistré.
tid-mistyped = Il semble y avoir une faute de frappe dans `{ $about }` : un de ses caractères ne va pas avec les autres. Reprenez votre accusé de réception et copiez le TID de là.
tid-wanted = Quel ticket ? Écrivez son TID derrière le mot, par exemple `statut TID-123-456-789`. Avec `mes tickets`, je vous montre tous les vôtres.
no-tickets = Vous n'avez pas encore de ticket. Dites-moi ce qui ne va pas, et nous verrons s'il en faut un.

## Données d'accès

access-hidden = J'ai masqué { $about } dans ce que vous avez écrit : cette discussion n'est pas un endroit sûr pour cela, rien n'en a été conservé. Supprimez ici votre message, et changez ce qu'il contenait si d'autres ont pu le voir.
access-handed-over = Le support peut commencer sans cela. S'il a besoin d'un accès, il le demande sur votre ticket et dit comment le transmettre : créez alors un compte pour cela seul, n'envoyez son mot de passe que par la voie indiquée, et supprimez le compte ensuite.
access-to-change = Pendant que votre ticket `{ $about }` était ouvert, vous avez écrit des données d'accès dans cette discussion. Changez-les maintenant, ainsi que celles données au support : mots de passe, clés et comptes créés pour cela.
hidden-password = un mot de passe
hidden-key = une clé
hidden-token = un jeton
hidden-login = un identifiant
hidden-card = un numéro de carte
hidden-iban = un numéro de compte

## Langues

language-which = Quelle langue dois-je parler ?
language-set = Très bien, à partir de maintenant je parle français.
language-unknown = Je ne parle pas encore cette langue. Choisissez l'une de celles-ci.

## Aide

help =
    _Dites-moi ce qui ne va pas_, et je chercherai une réponse ou préparerai un ticket. À tout moment, vous pouvez aussi dire :
    `statut TID-...` : où en est ce ticket
    `mes tickets` : vos tickets
    `supervisor TID-... vos mots` : écrire au superviseur du support à propos d'un ticket
    `nouveau` : commencer autre chose
    `annuler` : arrêter ; votre brouillon est conservé
    `langue` : parler une autre langue
    `verify` et votre adresse e-mail : prouver qui vous êtes ; `forget` y met fin
    `aide` : ces lignes
    Cette discussion n'est pas un canal officiel : seul un ticket avec un TID l'est.
help-staff =
    { help }
    _Pour l'équipe :_
    `queue` : les tickets qui attendent une réponse, le plus urgent d'abord
    `answer TID-... vos mots` : répondre à un ticket
    `close TID-... motif` : terminer le travail sur un ticket
    `ask`, `pass`, `beyond`, `note` et `reopen TID-... vos mots` : interroger le client, transmettre aux développeurs, déclarer hors périmètre, noter pour l'équipe, rouvrir
    `faq add` : écrire une entrée de la FAQ ; `faq find mots`, `faq show`, `faq edit`, `faq hide`, `faq undo` : l'entretenir
    `notice` : annoncer un jour férié, une maintenance ou un incident

## Ce qui ne peut pas être lu

unreadable-audio = Je ne peux pas écouter d'enregistrements. Écrivez-le-moi, s'il vous plaît.
unreadable-sticker = Je ne peux pas lire ce genre d'images. Écrivez-le-moi, s'il vous plaît ; une capture d'écran envoyée comme fichier est bienvenue.
unreadable-place = Je ne peux rien faire d'une position. Si vous parlez de votre site, envoyez son adresse, par exemple https://www.example.com/boutique.
unreadable-command = Je ne connais pas cette commande. Dites `aide` pour voir ce que je comprends.
unreadable-other = Je ne peux pas lire cela. Écrivez-le-moi, ou envoyez un fichier.

## Équipe

answer-sent = Votre réponse part vers la personne du ticket `{ $about }`.
answer-usage = Écrivez le TID puis votre réponse, par exemple `answer TID-123-456-789 Veuillez vider le cache.`
close-usage = Écrivez le TID puis l'un de ces motifs, par exemple `close TID-123-456-789 solved`.
closed-by-you = Le ticket `{ $about }` est fermé, et son auteur en est informé.
queue-empty = Aucun ticket n'attend de réponse.

## Formulaire

step = { $number } sur { $of }
current-value = Votre réponse jusqu'ici :
example-of = Par exemple : { $about }
ask-other = { $about } ?

field-problem = Problème
field-reproducible = Reproductible
ask-reproducible = Pouvez-vous le reproduire ?
example-reproducible = Oui, si cela revient quand vous refaites la même chose.
field-steps = Étapes
ask-steps = Quelles étapes y mènent ?
example-steps = Par exemple : 1. ouvrir le catalogue, 2. trier par prix, 3. la page reste vide.
field-url = Adresse du site
ask-url = Sur quelle page cela arrive-t-il ? Envoyez son adresse.
example-url = Par exemple : https://www.example.com/boutique
field-version = Version
ask-version = Quelle version du produit utilisez-vous ?
example-version = Par exemple : 24.5.1. Le panneau de contrôle l'affiche en bas de chaque page.
field-edition = Édition
ask-edition = Quelle édition utilisez-vous ?
field-email = E-mail
ask-email = Quelle adresse e-mail le ticket doit-il porter ? Si vous avez une licence, utilisez l'adresse qui y figure.
example-email = Par exemple : ana@example.com
field-server = Serveur
ask-server = Quels logiciels de serveur font tourner votre site, à votre connaissance ?
example-server = Par exemple : nginx 1.27, PHP 8.3, MySQL 8.4
field-browser = Navigateur
ask-browser = Dans quel navigateur le voyez-vous ?
example-browser = Par exemple : Firefox 140 sous Windows 11
field-configuration = Réglages du serveur
ask-configuration = Le support peut-il consulter la configuration de votre serveur, comme la page phpinfo ?
example-configuration = Elle n'est utilisée que si vous dites oui. N'envoyez jamais de mots de passe.
field-screenshots = Captures d'écran
ask-screenshots = En avez-vous des captures d'écran ? Envoyez-les maintenant.
example-screenshots = PNG, GIF ou JPG ; tout le reste dans un ZIP ou un RAR.

## De quoi il s'agit

field-topic = Sujet
ask-topic = De quoi s'agit-il ?
topic-guess = Je suppose qu'il s'agit de ceci : _{ $about }_.
topic-ask = Votre besoin en fait-il partie, ou s'agit-il d'autre chose ?
topic-beyond = { $about } (non couvert)
scope-covers = Couvert : { $about }.
scope-outside = Non couvert : { $about }.
scope-instead = Pour ce qui n'est pas couvert, adressez-vous à { $about }.
scope-noted = C'est noté : cela sort de ce que couvre le support. Pour cela, adressez-vous à { $about }. Vous pouvez quand même l'enregistrer ; le ticket reçoit alors le niveau « hors du périmètre du support ».
scope-others = votre hébergeur ou votre développeur
problem-topic = Je ne connais pas ce sujet. Appuyez sur l'un des boutons, ou écrivez ce qui y figure.
topic-installation = Installation et réglages
topic-installation-covers = conseils, problèmes courants, choix du logiciel de serveur, conseils de sauvegarde
topic-installation-outside = faire l'installation ou une restauration à votre place, diagnostiquer votre serveur
topic-installation-instead = votre hébergeur ou votre administrateur système
topic-performance = Performances
topic-performance-covers = choix et réglage du logiciel de serveur, conseils sur le cache
topic-performance-outside = configurer ou tester en charge votre serveur, optimiser votre propre code
topic-performance-instead = votre hébergeur ou le développeur de votre site
topic-updates = Mises à jour
topic-updates-covers = erreurs de mise à jour liées à la clé de licence, erreurs après une mise à jour ratée
topic-updates-outside = problèmes de connexion ou de proxy, configurer votre serveur pour les mises à jour
topic-updates-instead = votre hébergeur ou votre administrateur réseau
topic-errors = Erreurs du produit
topic-errors-covers = pannes et comment en sortir, recherche de la cause d'une erreur du produit
topic-errors-outside = pannes de la base de données ou du serveur, installer des mises à jour sur votre serveur (conseils généraux seulement)
topic-errors-instead = votre hébergeur ou votre administrateur système
topic-development = Développement
topic-development-covers = comment intégrer le produit, comment utiliser son API
topic-development-outside = cours de programmation, logique à vous, code de tiers, écriture de composants
topic-development-instead = votre propre développeur ou un partenaire de développement
topic-orders = Commandes et licences
topic-orders-covers = commandes, factures, paiements, licences et leur renouvellement
topic-general = Questions générales
topic-general-covers = fonctions non documentées, règles de licence, conseils de sécurité, souhaits de fonctions et de documentation

## Ce qui n'allait pas dans une réponse

problem-empty = Il n'y a pas de mots ici. Écrivez une courte réponse, par exemple : cela a commencé lundi.
problem-too-long = Cela dépasse { $about } caractères. Dites-le plus brièvement ; vous pourrez ajouter des détails à la description du problème plus tard.
problem-url = Cela ne ressemble pas à l'adresse d'une page. Copiez-la depuis votre navigateur, par exemple https://www.example.com/boutique.
problem-email = Cela ne ressemble pas à une adresse e-mail. Écrivez-la ainsi : ana@example.com.
problem-version = Cela ne ressemble pas à une version. Écrivez ses chiffres, par exemple 24.5.1.
problem-choice = Je ne connais pas cette réponse. Appuyez sur l'un des boutons, ou écrivez ce qui y figure, par exemple Standard.
problem-yes-no = Je n'y lis ni oui ni non. Appuyez sur l'un des boutons, ou répondez par oui ou non.
problem-required = Le support ne peut pas s'en passer, on ne peut donc pas sauter cela. Une courte réponse suffit, par exemple : je ne suis pas sûr, c'est arrivé une fois.
problem-file-wanted = J'attendais un fichier ici. Envoyez-en un, par exemple une capture en PNG, ou appuyez sur un bouton pour continuer.
problem-too-many-files = Un ticket accepte au plus { $about } fichiers, j'ai donc laissé les autres. Réunissez-en plusieurs dans un ZIP.

## Suggestions

suggestions-intro = Ceci répond peut-être déjà :
suggestions-maybe = Je ne suis pas sûr, mais c'est peut-être ceci :
suggestions-outro = L'une de ces réponses vous a-t-elle aidé ?
now-answered = Vous avez demandé ceci il y a quelque temps. La FAQ y répond maintenant :

## Vérification

review-title = Vérifiez ceci avant que je l'enregistre.
review-outro = Rien n'est encore enregistré. Cela ne devient un ticket officiel ({ $desk }) que lorsque vous l'enregistrez.
review-files = Fichiers
review-related = Tickets liés
review-suggestions = Proposé, sans succès
review-lifted = (tiré de votre message)
review-skipped = —

## Fichiers

files-taken =
    { $count ->
        [one] J'ai ce fichier et je le mettrai sur le ticket :
       *[other] J'ai ces { $count } fichiers et je les mettrai sur le ticket :
    }
files-refused =
    { $count ->
        [one] Je n'ai pas pu prendre ce fichier :
       *[other] Je n'ai pas pu prendre ces { $count } fichiers :
    }
and-more =
    { $count ->
        [one] … et un autre
       *[other] … et { $count } autres
    }
refusal-kind = J'accepte les images PNG, GIF et JPG. Mettez tout le reste dans un ZIP ou un RAR et envoyez-le ainsi.
refusal-bmp = Un BMP n'est pas accepté tel quel. Enregistrez-le en PNG, ou mettez-le dans un ZIP.
refusal-too-big = Il est trop grand. Envoyez une image plus petite, ou seulement la partie qui compte.
refusal-too-many = Le ticket a autant de fichiers qu'il peut en prendre. Réunissez-en plusieurs dans un ZIP.
refusal-empty = Il est vide. Vérifiez le fichier et renvoyez-le.
refusal-unreachable = Je n'ai pas pu le récupérer. Renvoyez-le, s'il vous plaît.

## Accusé de réception

receipt-title = Votre demande est acceptée. Le TID de votre ticket est
receipt-level = Niveau
receipt-due = Réponse avant
receipt-official = Cette discussion n'est pas le canal officiel ; le ticket l'est. Indiquez son TID chaque fois que vous en parlez.
receipt-once = Redemander la même chose ailleurs, par téléphone ou sur un forum, n'accélère rien.
why-around-the-clock = Votre niveau est « { $level } » : une réponse sous { $span }, à toute heure, tous les jours.
why-business-days = Votre niveau est « { $level } » : une réponse sous { $span }, en jours ouvrés.
why-business-days-weekend = Votre niveau est « { $level } » : une réponse sous { $span }, en jours ouvrés ; le week-end ne compte donc pas.
why-business-days-holiday = Votre niveau est « { $level } » : une réponse sous { $span }, en jours ouvrés ; les jours fériés et les week-ends ne comptent donc pas.
why-business-days-closed = Votre niveau est « { $level } » : une réponse sous { $span }, en jours ouvrés ; les jours de fermeture du support ne comptent donc pas.
why-business-days-break = Votre niveau est « { $level } » : une réponse sous { $span }, en jours ouvrés ; pendant l'interruption annoncée par le support, le délai est suspendu.
why-open-hours = Votre niveau est « { $level } » : une réponse sous { $span } d'ouverture du support.
why-calendar-days = Votre niveau est « { $level } » : une réponse sous { $span }, en comptant tous les jours du calendrier.
span-hours =
    { $count ->
        [one] une heure
       *[other] { $count } heures
    }
span-days =
    { $count ->
        [one] un jour
       *[other] { $count } jours
    }

## Annonces

notice-holiday = Le support annonce un jour férié :
notice-maintenance = Le support annonce une maintenance :
notice-incident = Le support a connaissance d'un incident :
notice-until = Jusqu'au { $date }
notice-span = Du { $date } au { $time }
notice-added = De son début à sa fin, toute personne qui commence une discussion voit ceci une fois :
notice-ended = L'annonce { $about } n'est plus affichée.
notice-unknown = Je ne connais pas d'annonce numéro { $about }. `notice` montre celles qui sont valables.
notice-none = Rien n'est annoncé. `notice incident 18:00 Les paiements échouent, nous y travaillons` annonce quelque chose jusqu'à dix-huit heures aujourd'hui.
notice-list = Annoncé :
notice-usage =
    _Ce que vous pouvez faire des annonces :_
    `notice incident 18:00 texte` : annoncer dès maintenant et jusqu'à dix-huit heures, à l'heure du support
    `notice holiday 2026-12-24 2026-12-26 texte` : pour ces jours, le dernier compris
    `notice maintenance 2026-12-01T22:00 2026-12-02T02:00 texte` : pour ces heures
    `notice end 7` : terminer l'annonce 7 ; `notice` : les lister

## Dates

moment = { $date } à { $time } ({ $place })
moment-at-desk = { $date } à { $time } ({ $place }, heure du support)
moment-short = { $date }, { $time }

## Où en est un ticket

ticket-status = Statut
ticket-filed = Enregistré
ticket-due = Réponse avant
ticket-reason = Motif
ticket-post-client = Du client, { $date }
ticket-post-agent = Du support, { $date }
list-mine = Vos tickets
list-queue = Tickets qui attendent une réponse
list-due = réponse avant le { $date }
agent-answer = Le support a répondu à votre ticket `{ $tid }`.
agent-answer-from = Le support a répondu à votre ticket `{ $tid }`. { $agent } écrit :
ticket-closed = Votre ticket `{ $tid }` est fermé.
ticket-closed-after = Si le problème n'est finalement pas résolu, écrivez `reopen { $tid }` et ce qui ne va toujours pas.
due-soon = Une réponse est bientôt due.
due-overdue = Une réponse est en retard.
supervisor-usage = Vous n'êtes pas satisfait du traitement d'un ticket ? Le superviseur du support vous lira si vous écrivez, par exemple, `supervisor { $about } vos mots`.
supervisor-told = Vos mots à propos du ticket `{ $about }` partent vers le superviseur du support.
supervisor-contact = Vous pouvez aussi joindre le superviseur ici : { $about }
complaint = Un client écrit au superviseur :
complaint-from = De

status-open = attend la réponse du support
status-answered = répondu ; attend le client
status-closed = fermé

reason-solved = Le problème est résolu
reason-information-missing = Il manque des informations
reason-not-reproduced = Le problème ne peut pas être reproduit
reason-no-access = Le site n'est pas accessible avec l'accès donné
reason-custom-development = Cela demande un développement sur mesure
reason-improper-use = Le produit a été utilisé ou modifié d'une façon non prévue
reason-too-many-sites = Il y a plus de sites que la licence ne le permet
reason-licence-violated = Les conditions de licence ne sont pas respectées
reason-unlicensed = La copie n'a pas de licence
reason-beyond-scope = C'est hors du périmètre du support
reason-misleading = Les informations données sont fausses, incomplètes ou trompeuses

level-vip-coupon = demande VIP
level-vip = support VIP
level-partner = partenaire
level-partner-bronze = partenaire bronze
level-partner-silver = partenaire argent
level-partner-gold = partenaire or
level-commercial = commercial
level-non-commercial = non commercial
level-beyond-scope = hors du périmètre du support
level-development = développement

## Entretien de la FAQ

faq-usage =
    _Ce que vous pouvez faire de la FAQ :_
    `faq add` : écrire une entrée, question par question
    `faq add Question | Réponse | https://...` : la même chose en un message ; ou en lignes qui commencent par question:, answer:, link:, kind:, product:, tags:, language:, wordings:
    `faq find mots` : les entrées que ces mots trouvent
    `faq show ID`, `faq edit ID`, `faq hide ID` : en voir une, la changer, la masquer ; des mots qui la trouvent remplacent l'ID
    `faq undo` : annuler votre dernier changement ; `faq undo ID` : le dernier changement de cette entrée
    `faq misses` : ce qui a été demandé en vain, et les mots qui ont trouvé une réponse
faq-press = Appuyez sur l'un des boutons : enregistrez l'entrée, ou changez-en d'abord une partie.
faq-aside = J'ai arrêté. Rien n'a changé dans la FAQ, et votre entrée est mise de côté.
faq-left = Votre entrée pour la FAQ est mise de côté en attendant.
faq-cancelled = J'ai arrêté. Rien n'a changé dans la FAQ.
faq-unchanged = Rien n'est différent, j'ai donc laissé « { $about } » tel quel.
faq-saved = « { $about } » est dans la FAQ. On le trouve d'ici deux secondes.
faq-wording-added = « { $about } » répond maintenant aussi à cette question, comme une formulation de plus.
faq-none-found = Rien dans la FAQ ne s'approche de « { $about } ».
faq-hidden = « { $about } » est masqué : personne ne le voit plus. Rien n'en est perdu.
faq-hidden-already = « { $about } » est déjà masqué.
faq-shown = « { $about } » est de nouveau affiché. On le trouve d'ici deux secondes.
faq-nothing-to-undo = Je ne connais aucun changement à annuler. Nommez l'entrée, par exemple `faq undo q-1a2b3c`.
faq-gone = Je ne connais pas cette entrée. `faq find` et quelques-uns de ses mots montrent son ID.
faq-waiting = Vous écrivez encore « { $about } ». On le continue d'abord ?
faq-dropped = C'est abandonné. Rien n'a changé dans la FAQ.
faq-no-files = Une entrée de la FAQ ne prend pas de fichiers ; un lien peut mener à l'un d'eux.
faq-no-misses = Personne n'a demandé en vain récemment, et aucune formulation ne vous attend.
faq-dealt-with = Cela a été réglé entre-temps. `faq misses` montre ce qui reste.
faq-dismissed = « { $about } » n'est plus listé. Si quelqu'un le redemande, il revient.
faq-saved-answer = « { $about } » est dans la FAQ. On le trouve d'ici deux secondes, et ceux qui voulaient le savoir sont prévenus.
faq-wording-taken = « { $about } » est trouvé par ces mots aussi.
faq-wording-refused = « { $about } » n'est plus proposé pour cette entrée.
missed-title = Demandé en vain, d'abord ce que demandent le plus de personnes :
missed-asked = personnes : { $number }, fois : { $of }, { $about }
offered-title = Mots de personnes qu'une entrée a aidées. Doit-elle être trouvée par eux aussi ?
offered-for = pour « { $about } », fois : { $number }
found-found = Ce que trouve « { $about } » :
found-shown-now = À qui demande cela, on montre maintenant :
found-twin = Cela semble avoir déjà une réponse. À qui le demande, on montre :
found-nothing = À qui demande cela, on ne montre rien pour l'instant.
found-percent = { $number } %
card-new = Voici comment sera l'entrée. Elle n'est pas encore dans la FAQ.
card-edited = Voici comment sera l'entrée. Rien n'a encore changé.
card-look = Une entrée de la FAQ
card-hide = Dois-je masquer cette entrée ? Personne ne la verra ; `faq undo` l'annule.
card-changed = Quelqu'un a changé cette entrée entre-temps. Elle dit maintenant :
card-undone = Le dernier changement est annulé. L'entrée dit maintenant :
card-hidden = Masquée : personne ne voit cette entrée.
card-twin = « { $about } » semble déjà répondre à cela.
card-changed-by = Changée le { $date }, par { $agent }
card-changed-somehow = Changée le { $date }
form-title = Entrée de la FAQ
kind-faq = FAQ
kind-documentation = Documentation
kind-forum = Forum
kind-video = Vidéo

field-faq-id = ID
field-faq-question = Question
ask-faq-question = À quelle question répond-elle ?
example-faq-question = Avec les mots des gens, par exemple : Comment réinitialiser mon mot de passe ?
field-faq-answer = Réponse courte
ask-faq-answer = Quelle est la réponse courte ?
example-faq-answer = Une ou deux phrases qui aident à elles seules.
field-faq-url = Lien
ask-faq-url = Où peut-on en lire plus ?
example-faq-url = Par exemple : https://docs.example.com/password
field-faq-kind = Genre
ask-faq-kind = À quoi mène le lien ?
field-faq-product = Produit
ask-faq-product = De quel produit s'agit-il ? Passez si elle vaut pour tous.
field-faq-tags = Étiquettes
ask-faq-tags = Quels mots lui appartiennent, que la question ne contient pas ?
example-faq-tags = Séparés par des virgules, par exemple : connexion, compte
field-faq-language = Langue
ask-faq-language = Dans quelle langue est-elle ?
field-faq-wordings = Autres formulations
ask-faq-wordings = Comment demande-t-on cela autrement ? Une formulation par ligne.
example-faq-wordings = Par exemple : J'ai oublié mon mot de passe

problem-faq-empty = Il n'y a pas de mots ici. Écrivez la question comme les gens la posent.
problem-faq-nothing = Une entrée a besoin d'une réponse ou d'un lien, sinon elle n'aide personne. Écrivez une courte réponse.
problem-faq-too-long = Cela dépasse { $about } caractères. Dites-le plus brièvement.
problem-faq-url = Ce n'est pas un lien que l'on peut montrer. Envoyez une adresse qui commence par https:// ou http://.
problem-faq-kind = Je ne connais pas ce genre. Appuyez sur l'un des boutons, ou écrivez FAQ, documentation, forum ou vidéo.
problem-faq-language = Ce n'est pas un code de langue. Écrivez ses deux lettres, par exemple fr.
problem-faq-many = Il y en a plus de { $about }. Gardez ceux que l'on utilise le plus.

## Boutons

button-helped = Cela m'a aidé
button-helped-by = La réponse { $about } m'a aidé
button-tell = Prévenez-moi quand la FAQ l'a
button-hush = Ne pas me prévenir
button-none = Aucune, ouvrir un ticket
button-skip = Passer
button-back = Retour
button-cancel = Annuler
button-keep = Garder
button-unknown = Je ne sais pas
button-yes = Oui
button-no = Non
button-done = Terminé
button-file = Enregistrer le ticket
button-edit = Modifier : { $about }
button-option = { $about }
button-covered = Oui, c'est couvert
button-beyond = Non, enregistrer quand même
button-topic = { $about }
button-language = { $about }
button-resume = Continuer le brouillon
button-drop = Supprimer, recommencer
button-new = Commencer autre chose
button-reply = Répondre
button-status = { $about }
button-tickets = Mes tickets
button-add-to = Ajouter à { $about }
button-new-problem = Un nouveau problème
button-help = Aide
button-supervisor = Écrire au superviseur
button-save = Enregistrer
button-clear = Vider
button-undo = Annuler le changement
button-kind = { $about }
button-faq-wording = Ajouter comme formulation
button-faq-resume = Continuer l'entrée
button-faq-drop = Abandonner l'entrée
button-faq-add = Écrire une autre entrée
button-faq-edit = Modifier { $about }
button-faq-hide = Masquer { $about }
button-faq-gone = La masquer
button-faq-back = L'afficher de nouveau
button-edit-entry = Modifier
button-hide-entry = Masquer
button-faq-answer = Ajouter une entrée : { $about }
button-faq-dismiss = Pas pour la FAQ : { $about }
button-faq-take = Prendre { $about }
button-faq-refuse = Refuser { $about }

## Mots tapés au lieu d'appuyer

words-skip = passer | sauter | passe | suivant | pas maintenant | laisser de côté
words-back = retour | revenir | précédent | precedent | en arrière | étape précédente
words-cancel = annuler | annule | arrêter | arreter | stop | laisse tomber | laissez tomber | oubliez | quitter
words-none = aucune | aucun | aucune de celles-ci | aucun de ceux-ci | rien n'aide | cela n'a pas aidé | ça n'a pas aidé | ça n'aide pas | pas utile | ouvrir un ticket | créer un ticket | je veux un ticket
words-helped = aidé | ça m'a aidé | cela a aidé | ça a aidé | résolu | réglé | ça marche | ça marche maintenant | ça fonctionne | oui, cela m'a aidé | merci, ça m'a aidé
words-file = enregistrer le ticket | envoyer | envoyez | envoyez-le | soumettre | confirmer | je confirme | tout est correct | c'est bon
words-edit = modifier | modifier le | modifier la | modifier l' | changer | changer le | changer la | corriger | corriger le | corriger la
words-yes = oui | o | ouais | bien sûr | d'accord | ok | exact | tout à fait | oui, s'il vous plaît | certainement
words-no = non | n | non merci | non, merci | pas vraiment | nan
words-unknown = je ne sais pas | je sais pas | sais pas | inconnu | inconnue | aucune idée | pas sûr | je ne suis pas sûr | je ne suis pas sûre
words-done = terminé | fini | prêt | c'est tout | plus rien | rien d'autre
words-keep = garder | garder tel quel | laisser | laisser tel quel | inchangé | pas de changement
words-help = aide | commandes | menu | que pouvez-vous faire | comment ça marche
words-status = statut | état | état du ticket | statut du ticket | où est mon ticket | où en est mon ticket
words-tickets = mes tickets | tickets | liste | liste des tickets | montrer mes tickets | tous mes tickets
words-supervisor = superviseur | plainte | réclamation | écrire au superviseur
words-reopen = reopen | rouvrir | rouvre | rouvrez
words-new = nouveau | nouveau ticket | recommencer | autre chose | repartir de zéro | commencer autre chose
words-language = langue | langues | changer de langue | autre langue
words-resume = continuer | reprendre | poursuivre | continuer le brouillon | on continue
words-drop = supprimer | jeter | abandonner | effacer | supprimer le brouillon
words-reply = répondre | réponse | repondre
words-add = ajouter | ajoutez-le | ajouter au ticket | même problème | c'est le même | le même
words-new-problem = nouveau problème | autre problème | un autre problème | c'est nouveau | quelque chose de nouveau
words-save = enregistrer | sauvegarder | enregistrer l'entrée | publier
words-clear = vider | vide | enlever | le vider
words-thanks = merci | merci beaucoup | merci bien | un grand merci | ok merci | super, merci | parfait, merci
words-greeting = bonjour | salut | bonsoir | coucou | bonjour à tous | bonne journée | bonjour, pouvez-vous m'aider | pouvez-vous m'aider | j'ai besoin d'aide | il y a quelqu'un | hello | allô | bien le bonjour

## Terminal

terminal-hint = Un numéro ou les mots choisissent un bouton ; `:file chemin` envoie un fichier ; `:quit` quitte.
terminal-no-file = Je ne peux pas lire le fichier { $about }. Vérifiez le chemin et renvoyez-le, par exemple `:file image.png`.
terminal-goodbye = Au revoir. Rien n'est perdu : revenez quand vous voulez.

## Menu des commandes

menu-new = Commencer autre chose
menu-status = Où en est un ticket : /status et son TID
menu-tickets = Lister mes tickets
menu-language = Changer de langue
menu-help = Ce que l'on peut dire à tout moment
menu-cancel = Arrêter ici ; le brouillon est conservé
menu-supervisor = Écrire au superviseur du support
menu-queue = Équipe : les tickets qui attendent
menu-faq = Équipe : entretenir la FAQ
menu-notice = Équipe : annoncer quelque chose

## Rapport collé

report-found = Ce que vous avez collé ressemble à un rapport sur votre serveur, je l'ai donc laissé hors de votre description. Le support doit-il l'avoir, comme fichier du ticket ? Sans un oui, il n'est pas conservé.
report-left-out = J'ai laissé de côté le rapport sur le serveur : rien n'en est conservé.
refusal-kind-as = D'après son contenu, c'est ceci : { $about }. J'accepte les images PNG, GIF et JPG ; mettez tout le reste dans un ZIP ou un RAR et envoyez-le ainsi.
refusal-too-detailed = L'image a trop de pixels. Envoyez-en une plus petite, ou seulement la partie qui compte.
refusal-broken = L'image est abîmée et ne s'ouvre pas. Enregistrez-la de nouveau, par exemple en PNG, et renvoyez-la.
refusal-quota = Vous avez envoyé aujourd'hui autant de fichiers qu'une personne le peut. Envoyez-le demain, ou seulement la partie qui compte.
refusal-harmful = L'analyse du support y trouve quelque chose de nuisible, il n'a donc pas été conservé. Vérifiez de votre côté et n'envoyez que le nécessaire, par exemple une capture d'écran.
button-report-yes = Joindre le rapport
button-report-no = Le laisser de côté

## Ordres de l'équipe

ask-usage = Écrivez le TID puis votre question à son auteur, par exemple `ask TID-123-456-789 Quelle est la version ?`.
ask-done = Votre question part vers l'auteur de `{ $about }`. Jusqu'à sa réponse, le délai est suspendu.
note-usage = Écrivez le TID puis votre note, par exemple `note TID-123-456-789 Déjà vu en mars.`
note-done = Noté sur `{ $about }`. Seule l'équipe le voit.
pass-usage = Écrivez le TID puis ce que son auteur doit savoir, par exemple `pass TID-123-456-789 La correction est prévue pour la prochaine mise à jour.`
pass-done = Le ticket `{ $about }` est maintenant chez les développeurs, et son auteur en est informé.
beyond-usage = Écrivez le TID et, si vous voulez, une raison, par exemple `beyond TID-123-456-789 Il s'agit de votre propre code.`
beyond-done = Le ticket `{ $about }` compte maintenant comme hors du périmètre, et son auteur en est informé.
cannot-be-moved = Le niveau de `{ $about }` ne le permet pas.
reopen-usage = Écrivez le TID de votre ticket fermé puis ce qui ne va toujours pas, par exemple `/reopen TID-123-456-789 C'est arrivé encore aujourd'hui.`
reopened = Le ticket `{ $about }` est de nouveau ouvert.
reopen-too-late = Le ticket `{ $about }` est fermé depuis trop longtemps pour être rouvert. Dites-moi ce qui ne va pas maintenant, et je préparerai un nouveau ticket qui s'y réfère.
ticket-moved-development = Votre ticket `{ $tid }` a été transmis aux développeurs. La correction viendra avec une mise à jour.
ticket-moved-kept-level = Votre ticket `{ $tid }` a été transmis aux développeurs. Il garde son niveau.
ticket-moved-beyond-scope = Votre ticket `{ $tid }` porte sur quelque chose que le support ne couvre pas. Il reste ouvert, à un autre niveau.
ticket-moved-reopened = Votre ticket `{ $tid }` est de nouveau ouvert.

## Qui vous êtes

code-sent = Si { $about } est enregistré chez nous, un code à six chiffres part à cette adresse. Écrivez-le-moi dans les dix minutes, quoi que nous fassions d'autre. Si rien n'arrive, l'adresse n'est pas enregistrée, ou un code y a été envoyé il y a moins d'une minute.
code-soon = Un code n'est envoyé à une adresse qu'une fois par minute. Patientez un instant.
code-wrong = Ce code ne compte pas : ce n'est pas celui qui a été envoyé, il a plus de dix minutes, ou il a été essayé cinq fois. Vous pouvez en demander un nouveau.
proven = Merci. Je sais maintenant que { $about } est à vous, et je m'en souviendrai ; `forget` y met fin.
proven-by-link = Merci. Je sais maintenant que vous faites partie de { $about }, et je m'en souviendrai ; `forget` y met fin.
link-refused = Ce lien ne compte pas : il a été utilisé, il est trop ancien, ou il est destiné à quelqu'un d'autre. Demandez-en un nouveau au support.
verify-usage = Écrivez votre adresse derrière le mot, par exemple `verify ana@example.com` : si elle est enregistrée chez nous, un code y part.
verify-off = Je ne peux pas envoyer de codes en ce moment. Le support peut vous envoyer un lien qui prouve qui vous êtes.
forgotten = J'ai oublié qui vous êtes. Vos tickets restent tels quels ; ce que vous enregistrez désormais n'est pas vérifié tant que vous n'avez pas prouvé de nouveau qui vous êtes.
ask-coupon = Écrivez votre coupon VIP.
coupon-taken = Le coupon est noté. Il est utilisé quand vous enregistrez le ticket, pas avant.
coupon-refused = Ce coupon n'est pas utilisable. Comparez-le à ce que vous avez reçu. Après cinq coupons inutilisables, je n'en prends plus pendant un jour ; le support sait lesquels il vous reste.
coupon-removed = Le coupon n'est pas utilisé ; il pourra servir une autre fois.
coupon-when = Un coupon va avec un ticket. Dites-moi d'abord ce qui ne va pas ; sur la fiche à vérifier avant l'enregistrement, il y a un bouton pour votre coupon.
coupon-none = Ce support n'a pas de coupons.
review-coupon = Coupon VIP
review-coupon-spent = utilisé à l'enregistrement
raised = Votre ticket `{ $tid }` a maintenant un niveau plus élevé.
raised-same = Votre ticket `{ $tid }` est vérifié.
ticket-unverified = Non vérifié : rien ne prouve encore à qui il appartient.
register-here = Pas encore enregistré ? Inscrivez-vous ici ; jusque-là, vos demandes reçoivent une réponse à ce niveau.
renew-here = Renouvelez votre support ici
ground-coupon = Vous avez utilisé un coupon VIP.
ground-coupon-kept = Votre coupon n'a pas été utilisé : il ne change pas le niveau d'une telle question.
ground-beyond-scope = Ce que vous demandez est hors du périmètre du support.
ground-category = Vous êtes enregistré chez nous comme « { $about } ».
ground-edition = L'édition « { $about } » a ce niveau.
ground-incomplete = Votre entreprise n'est pas encore entièrement enregistrée : il faut ses données et { $about } personnes autorisées à utiliser le support.
ground-expired = Nous regrettons : votre support a pris fin après le { $about } ; voici donc le niveau sans lui.
ground-unregistered = Nous connaissons votre adresse, mais elle n'appartient à aucun client enregistré chez nous.
ground-unproven = Rien ne prouve encore qui vous êtes. Dès que le support le sait, le ticket reçoit votre niveau, compté depuis son acceptation.
ground-unproven-code = Rien ne prouve encore qui vous êtes. Écrivez-moi le code reçu par e-mail, et le ticket reçoit votre niveau, compté depuis son acceptation.
mail-code-subject = Votre code
mail-code-body =
    Votre code est { $about }
    Écrivez-le dans la discussion dans les dix minutes. Il prouve que cette boîte aux lettres est à vous. Il vous est envoyé par : { $desk }.
    Si vous ne l'avez pas demandé, vous n'avez rien à faire : sans le code, personne n'obtient rien. Personne du support ne vous le demandera jamais.
button-code = Envoyer un nouveau code
button-coupon = J'ai un coupon VIP
button-uncoupon = Ne pas utiliser le coupon
menu-verify = Prouver qui vous êtes : /verify et votre e-mail
