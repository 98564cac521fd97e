"""Words that say little at any support desk, by language: what a small FAQ cannot tell."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from faq_index.stems import stem
from faq_index.text import words

_EVERY_OTHER: Final = 0.12
_EVERYDAY: Final = 0.03
_CHATTY: Final = 0.01
"""The share of sentences that hold such a word, by order of magnitude."""

_WORDS: Final = {
    "en": (
        "the a an to and of in i is for that you it on with my be are do how can what not have",
        """this was as at or if but from they we your me by so will when there all would no has
        been their which one about up out get just like more who am had does did why where any some
        could should were into than then only other its our them these those cant dont doesnt im
        ive isnt wont didnt he she his her him us let may might must shall s t m ve re d ll""",
        """hi hello hey dear good morning afternoon evening day team everyone everybody guys sir
        madam folks thanks thank thx ty cheers please pls plz help helping helped need needs needed
        want wants wanted wish would like know knows knew tell told say says said ask asked asking
        question questions quick problem problems issue issues trouble wrong thing things something
        anything nothing someone somebody anyone anybody sorry bother hope hoping well fine okay ok
        yes yeah best regards kind sincerely advance appreciate appreciated urgent urgently asap
        today yesterday tomorrow now again still already yet always never ever also too very really
        quite much many lot lots bit few try tried trying tries go going goes gone went make makes
        made making use used using take takes took taken work works working worked find found look
        looked looking see seen saw seem seems seemed think thought give given gave come came keep
        keeps kept since because before after while until here soon later maybe perhaps able unable
        possible way ways exactly actually basically simply same different another every each both
        own new right sure possibly without through over under between against back even most such
        detail details information inform regarding concerning wondering wonder explain understand
        understood happen happens happened happening reply answer answers contact matter fix sort
        weeks week days hours time times colleague friend write wrote written anyway etc via""",
    ),
    "de": (
        "der die das und ist ich in zu nicht ein eine es wie kann mit auf fur den von mein",
        """sie er wir ihr du man dem des einen einem einer im am an als auch aus bei bin sind war
        wird werden wurde hat habe haben hatte was wenn wo warum wer oder aber dass daran damit
        dafur dazu um uber nach vor zum zur bis durch ohne mir mich dir dich uns ihnen ihre ihren
        meine meinen meinem meiner sein seine kein keine keinen nur noch schon so sich muss soll
        sollte konnen konnte konnten will mochte mochten darf durfen welche welcher welches gibt
        diese dieser dieses diesen geht""",
        """hallo hi hey guten gute morgen tag abend moin servus gruss grusse gruessen liebe lieber
        freundlichen freundliche zusammen team damen herren sehr geehrte danke dank vielen
        herzlichen voraus bitte hilfe helfen hilft brauche brauchen braucht frage fragen kurze
        kurz problem probleme fehler etwas nichts jemand niemand jemanden wissen weiss sagen sagt
        gesagt zeigen
        zeig machen mache macht gemacht tun tut funktioniert funktionieren gehen finden finde findet
        gefunden suchen suche sehen sehe gesehen versuche versuchen versucht probiert bekomme
        bekommen kommt kommen lassen lasst geben gerne gern vielleicht einfach immer nie wieder
        bereits leider jetzt heute gestern morgen seit dringend ziemlich ganz genau mehr viel viele
        alle alles andere anderen anders gleich gleiche gleiches selbst dann denn doch mal hier da
        dort also weil obwohl wahrend zwischen unter gegen moglich moglichkeit kannst konntest
        bedanke entschuldigung tut leid stort storung nochmal einmal erklaren verstehe verstehen
        bescheid melden melde ruckmeldung antwort kollege kollegin schreiben geschrieben hoffe
        wunsche informationen details uberhaupt eigentlich gibts hatte ware bin gerade irgendwie""",
    ),
    "es": (
        "de la que el en y a los un una por con no para mi es se como puedo lo",
        """las del al su sus me te nos le les si o u e mas pero este esta esto ese esa eso estos
        estas esos muy ya hay ha he han haber habia ser soy eres somos son era fue estoy estas esta
        estan estamos tengo tiene tienes tener hacer hago hace haces puede pueden podria poder
        quiero quiere quisiera cual cuales cuando donde quien porque cuanto cuanta cuantos yo tu
        ella ellos usted ustedes nosotros mis tus sin sobre entre hasta desde cuando va voy ir cada
        todo todos toda todas otro otra algo nada""",
        """hola buenas buenos dias dia tardes noches saludos saludo cordial estimado estimados
        senor senora equipo amigos gracias muchas antemano favor porfa ayuda ayudar ayudarme ayuden
        ayudan necesito necesita necesitamos problema problemas duda dudas pregunta consulta
        consultar rapida rapido saber conocer sabe sabes decir dime digame dijo dice explicar
        explicame explica mostrar muestra ver veo mirar mire miro encontrar encuentro encontre
        buscar busco intentar intento intente intentando probar probe sigo sigue seguir aun todavia
        igual mismo misma hoy ayer manana ahora urgente bastante siempre nunca jamas tambien tampoco
        solo asi alguien nadie alguno alguna ningun cosa cosas forma manera posible gustaria
        deseo deseamos quedo atento atenta respuesta responder perdon perdona disculpe disculpa
        disculpen molestar espero bien mal mejor claro bueno vale ok lista listo gente companero
        companera colega escribir escribiera escribo aqui alla ahi despues antes luego entonces
        aunque mientras mediante hacia contra segun tras vez veces mucho mucha poco funciona
        funcionar funcionan sirve sirven paso pasa pasar sale salir dar doy poner usar uso deberia
        debo debe llevo detalles informacion anticipadas cualquier pues quizas acaso realmente""",
    ),
    "fr": (
        "de la le les et a un une des je en est que pour pas mon comment dans l d",
        """du au aux ce cet cette ces il elle on nous vous ils elles me te se ne n j m s qu c y ou
        qui quoi quand pourquoi sur avec sans par plus mais si ma mes ta tes son sa ses notre votre
        vos suis es sommes etes sont etait ai as avons avez ont avoir etre fait faire fais peux
        peut pouvez puis faut dois doit quel quelle quels quelles tout tous toute toutes bien""",
        """bonjour bonsoir salut coucou madame monsieur equipe merci beaucoup avance cordialement
        svp stp plait aide aider aidez besoin veux voudrais voulez souhaite souhaiterais probleme
        problemes souci question questions savoir sais dire dites expliquer voir vois trouver trouve
        chercher cherche essayer essaye marche fonctionne fonctionner toujours jamais encore deja
        aussi tres trop peu quelque chose quelqu rien personne maintenant aujourd hui hier demain
        urgent possible moyen meme autre autres ici la alors donc car parce depuis apres avant
        pendant entre vers chez comme cela ca desole excusez reponse repondre merci details
        information arrive arriver passe utiliser utilise mettre vraiment peut etre""",
    ),
    "pt": (
        "de a o que e do da em um para com nao uma os no se na por como meu minha posso eu",
        """mais as dos das ao aos mas foi ele ela nos voce voces me te lhe seu sua ou quando muito
        ja esta estou sao ser ter tem tenho ha fazer faco faz pode qual quais onde quem porque isso
        isto este esse essa pelo pela sem sobre entre ate depois tambem so""",
        """ola oi bom boa dia tarde noite equipe obrigado obrigada desde favor ajuda ajudar preciso
        quero queria gostaria problema problemas duda duvida pergunta saber dizer ver encontrar
        encontrei tentar tentei tentando funciona funcionar ainda sempre nunca hoje ontem agora
        urgente alguem ninguem algo nada coisa todo todos outra outro mesmo aqui atenciosamente
        desculpe resposta possivel forma maneira consigo conseguir""",
    ),
    "it": (
        "di e il la che a in un una per non è mi come posso con i le si mio",
        """del della dei delle al alla ai lo gli sono ho ha hai hanno essere avere fare faccio fa
        puo cosa quale quali quando dove chi perche se ma o piu questo questa questi quello su da
        dal dalla nel nella ci ti vi io tu lui lei noi voi loro mia miei tuo suo anche""",
        """ciao buongiorno buonasera salve grazie mille prego favore aiuto aiutare aiutarmi bisogno
        voglio vorrei problema problemi domanda sapere dire vedere trovare trovato cercare provato
        provare funziona funzionare ancora sempre mai gia oggi ieri adesso ora urgente qualcuno
        nessuno qualcosa niente tutto tutti altro stesso qui molto poco bene cordiali saluti scusi
        scusate risposta possibile modo team squadra""",
    ),
    "nl": (
        "de het een en van ik is in te dat niet op voor met hoe kan mijn aan er wat",
        """die zijn je jij u uw we wij ze zij hij hem haar hun ons onze jullie om ook als maar of
        door over bij naar uit tot nog wel geen dan dit deze daar waar wie wanneer waarom welke welk
        hoeveel was waren ben bent heeft heb hebben had wordt worden werd zal zullen zou zouden kunt
        kun kunnen kon moet moeten moest mag mogen wil wilt willen me mij men want omdat zonder
        tegen tussen onder na zo al toch""",
        """hallo hoi hey goedemorgen goedemiddag goedenavond goede goeden dag morgen middag avond
        beste geachte meneer mevrouw iedereen allemaal team bedankt dank dankjewel dankuwel alvast
        graag alsjeblieft alstublieft help helpen hulp nodig wens wensen zou vraag vragen vraagje
        probleem problemen weten weet kennen ken zeggen zeg zegt vertel vertellen uitleggen leg laat
        laten zien tonen toon kijk kijken vinden vind gevonden zoeken zoek probeer proberen
        geprobeerd lukt werkt werken werkte gebeurt gebeuren gaat gaan ga doe doet doen gedaan maken
        maak maakt gebruik gebruiken geef geven krijg krijgen komt komen altijd nooit nu vandaag
        gisteren straks snel dringend iemand niemand iets niets ander andere anders zelfde zelf hier
        ergens heel erg veel weinig meer minder beter goed fout mogelijk manier alle alles elke
        ieder toen terwijl hierbij verder misschien eigenlijk gewoon even weer sinds voordat nadat
        dus antwoord antwoorden reactie informatie info details keer ja nee ok nieuwe nieuw collega
        schrijven schrijf hoop groet groeten vriendelijke sorry""",
    ),
    "pl": (
        "nie w na i z do jest sie jak czy to mam moge co moje o",
        """ze za po od dla przez przy bez pod nad ale lub albo a u ten ta te tego tej tym tych ja
        ty on ona ono my wy oni mnie mi ciebie ci jego jej ich nas nam was wam moj moja moich mojego
        mojej swoj swoje byc byl byla bylo sa bedzie beda jestem ma masz maja moze mozna kiedy gdzie
        kto dlaczego ktory ktora ktore jaki jaka jakie ile juz jeszcze tylko tez takze aby zeby gdy
        jesli tak""",
        """czesc witam witaj dzien dobry wieczor hej szanowni panstwo pan pani dziekuje dzieki gory
        prosze pomoc pomocy pomozcie potrzebuje potrzebny chce chcialbym chcialabym pytanie pytania
        problem problemy wiedziec wiem powiedziec powiedz wyjasnic pokaz pokazac zobaczyc widze
        znalezc szukam probuje probowalem dziala dzialac robic zrobic zawsze nigdy teraz dzisiaj
        dzis wczoraj jutro pilne ktos nikt cos nic inny inna inne sam samo tutaj tam potem przed
        miedzy bardzo duzo troche wiecej dobrze mozliwe sposob wszystko wszystkie kazdy odpowiedz
        informacje szczegoly raz nowy nowa kolega pisze pozdrawiam przepraszam""",
    ),
    "uk": (
        "і в не на я що як з у по а мені це для мій та",
        """й до за від про о ні або же б то так ви він вона вони ми мене нас вас вам йому їй їх все
        всі ще вже тільки якщо коли де хто який яка яке які є був була було бути буде немає при без
        щоб чому можна треба потрібно можу може можете моя мої мого свій свою ваш ваші цей ця ці чи
        скільки""",
        """привіт вітаю доброго добрий день ранок вечір дня дякую спасибі наперед будь ласка
        допоможіть допомога допомогти підкажіть скажіть хочу хотів хотіла хотілося проблема проблеми
        питання дізнатися знати знаю сказати знайти знайшов шукати бачу бачити пробую намагаюся
        працює працювати виходить зробити роблю знову завжди ніколи сьогодні вчора завтра зараз
        терміново дуже багато хтось ніхто щось нічого теж також потім після перед між через тут там
        інший той самий колега повагою вибачте відповідь відповісти можливо просто саме взагалі пишу
        сподіваюся""",
    ),
    "bg": (
        "на и да не в за се е от с как че ми по мога",
        """до при без или но а ако когато къде кой коя кое кои какво какъв каква защо колко аз ти
        той тя то ние вие те мен мене ме теб те го я ни ви им си съм сме сте са беше бях ще има имам
        няма може можете трябва моя моят моята моето моите вашия вашата този тази това тези вече още
        само също така ли къде""",
        """здравейте здравей привет добър ден вечер утро благодаря мерси предварително моля помощ
        помогнете помогна искам иска бих искал искала проблем проблеми въпрос въпроси знам знае
        кажете кажа обясните покажете видя виждам намеря търся опитвам опитах работи работят стане
        става направя правя винаги никога днес вчера утре сега спешно някой никой нещо нищо друг
        друга други същия тук там после след преди между през много малко добре възможно начин
        всичко всички отговор информация пъти нов нова колега пиша надявам поздрави извинете""",
    ),
    "ru": (
        "и в не на я что как с у по а мне это для мой",
        """к из за от до о об но или же бы ли то так вы он она они мы меня нас вас вам ему ей их
        все всё еще уже только если когда где кто какой какая какие который которая есть был была
        было быть будет нет да при без чтобы почему зачем можно нужно надо могу может можете моя
        мои моего свой свои ваш ваши этот эта эти""",
        """привет здравствуйте добрый день утро вечер доброе спасибо заранее пожалуйста помогите
        помощь помочь подскажите подскажи скажите хочу хотел хотела хотелось проблема проблемы
        вопрос вопросы узнать знать знаю сказать найти нашел искать вижу видеть пробую пробовал
        пытаюсь попробовал работает работать получается делать сделать делаю опять снова всегда
        никогда сегодня вчера завтра сейчас срочно очень много кто-то кто нибудь что нибудь ничего
        никто тоже также потом после перед между через здесь там тут другой тот самый коллега
        уважением извините простите ответ ответить возможно просто именно вообще почему""",
    ),
}  # fmt: skip


@lru_cache(maxsize=64)
def common_shares(language: str) -> Mapping[str, float]:
    """Stems of a language's common words with the share of sentences that hold them (0..1)."""
    shares: dict[str, float] = {}
    tiers = zip((_EVERY_OTHER, _EVERYDAY, _CHATTY), _WORDS.get(language, ()), strict=False)
    for share, listed in tiers:
        for word in words(listed, language):
            shares.setdefault(stem(word, language), share)
    return MappingProxyType(shares)


def common_words(language: str) -> list[str]:
    """A language's common words, folded."""
    return [word for listed in _WORDS.get(language, ()) for word in words(listed, language)]


def is_common(stem: str, language: str) -> bool:
    """Whether a stem says little in its language; never where the language is not known here."""
    return stem in common_shares(language)


def telling(line: Sequence[str], language: str) -> str:
    """The words of a folded line that say something, in alphabetical order; all where none does."""
    little = _saying_little(language)
    said = [word for word in line if word not in little]
    return " ".join(sorted(said or line))


@lru_cache(maxsize=64)
def _saying_little(language: str) -> frozenset[str]:
    # Not by their stems: telling words are sought in all lines compared, for every sentence.
    listed = _WORDS.get(language, ())[:2]
    return frozenset(word for some in listed for word in words(some, language))
