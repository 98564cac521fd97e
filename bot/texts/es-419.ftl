# Lo que dice la mesa de ayuda en el español de Latinoamérica.
#
# Como es.ftl, con las palabras que se usan en América: presionar, hosting, video, pantalla.

language-name = Español (Latinoamérica)

## El comienzo

greeting =
    Hola. Esta es { $desk }; yo soy su asistente automático.
    Cuénteme qué sucede y le propondré respuestas de las preguntas frecuentes. Si ninguna le sirve, registro por usted un ticket oficial y le doy su número, el TID.
    Este chat no es un canal oficial: solo un ticket con TID cuenta como solicitud.
    _¿Qué sucede?_ Dígamelo con sus propias palabras.
intro = Esta es { $desk }. Primero busco en las preguntas frecuentes; si eso no ayuda, registro un ticket por usted. Solo un ticket con TID es oficial; este chat no lo es.
ask-problem = ¿Qué sucede? Dígamelo con sus propias palabras.
nothing-found = No encontré en las preguntas frecuentes nada que responda a esto; preparemos, pues, un ticket.
form-begins = Entonces preparemos un ticket. Solo pregunto lo que la mesa necesita y usted aún no ha dicho.
desk-languages = Tenga en cuenta que la mesa responde en { $about }. Aquí puede seguir en español.
desk-panel = Está escribiendo a { $desk }. Lo que se escribe dentro del panel del propio producto va a otra parte: a { $about }.
welcome = De nada. Escríbame cuando algo no funcione.
helped = Me alegro de que le haya servido. Escríbame cuando algo más no funcione.
will-tell = Le escribiré una vez cuando las preguntas frecuentes respondan a esto, dentro de los próximos tres meses.
wont-tell = De acuerdo, no le escribiré sobre esto.
group-pointer = Escríbame por privado, por favor: lo que cuente de su problema es solo para usted y la mesa.
answered-privately = Le respondí en nuestro chat privado. Siga allí, por favor.
sorry-later = Hubo una falla de nuestra parte. Nada de lo que envió antes se ha perdido; envíe su último mensaje otra vez en un minuto, por favor.
takes-longer = Su mensaje tarda más de lo debido por una falla de nuestra parte. Lo hemos guardado y seguimos con él; no hace falta que lo envíe otra vez.
not-dealt-with = No pudimos atender uno de sus mensajes por una falla de nuestra parte. Está guardado y alguien de soporte lo revisará. Si la conversación ha seguido sin él, envíelo otra vez, por favor.

## Borradores

cancelled = Me detuve y guardé su borrador. No se registró nada.
nothing-to-cancel = No hay nada que cancelar: en este momento no tiene ningún borrador.
draft-waiting = Tiene un borrador sin registrar. ¿Seguimos con él?
resumed = Sigamos donde nos quedamos.
dropped = El borrador está borrado. No se registró nada.
draft-reminder = Su borrador sigue esperando, va { $about }: responda a la última pregunta, siga o bórrelo. Mientras sea un borrador, la mesa no sabe de él.
draft-closed = Su borrador esperó un mes, así que lo cerré. No se registró nada. Si algo sigue mal, dígamelo.
question-passed = Esa pregunta ya pasó. Ahora estamos aquí.
added-to-problem = Lo añadí a su descripción.
corrected = Su corrección está anotada: { $about }.
message-cut = Su mensaje era muy largo: conservé los primeros { $about } caracteres. El resto puede enviarlo como archivo, comprimido en un ZIP.
too-fast = Escribe más rápido de lo que puedo leer, así que no leí este mensaje. Espere { $about } segundos y envíe otra vez lo que falte, por favor. Lo anterior está guardado.

## Tickets

follow-up-added = Lo añadí a su ticket `{ $about }`. La mesa le responderá aquí.
correction-noted = Su cambio quedó anotado en el ticket `{ $about }`; lo que escribió primero también permanece allí.
sort-words = ¿Esto pertenece a su ticket `{ $about }` o es un problema nuevo?
reply-invited = Lo que escriba ahora se añadirá a su ticket `{ $about }`.
ticket-is-closed = El ticket `{ $about }` está cerrado. Si al final no está resuelto, escriba `reopen { $about }` y qué sigue mal. Si se trata de otra cosa, dígamelo y preparo un ticket nuevo que haga referencia a él.
tid-unknown = No puedo mostrarle ningún ticket `{ $about }`. Compárelo con su recibo, por favor; un ticket solo se muestra a quien lo registró.
tid-mistyped = Parece que hay un error al escribir `{ $about }`: uno de sus caracteres no concuerda con los demás. Mire de nuevo su recibo y copie el TID de allí, por favor.
tid-wanted = ¿Qué ticket? Escriba su TID detrás de la palabra, por ejemplo `estado TID-123-456-789`. Con `mis tickets` le muestro todos los suyos.
no-tickets = Todavía no tiene tickets. Cuénteme qué sucede y veremos si hace falta uno.

## Datos de acceso

access-hidden = He ocultado { $about } en lo que ha escrito: este chat no es un lugar seguro para eso, así que no se ha guardado. Por favor, borre aquí su mensaje y cambie lo que contenía si alguien más ha podido verlo.
access-handed-over = La mesa puede empezar sin ello. Si necesita acceso, se lo pedirá en su ticket y le dirá cómo entregarlo: cree entonces una cuenta solo para eso, envíe su contraseña únicamente por la vía que la mesa indique y elimine la cuenta después.
access-to-change = Mientras su ticket `{ $about }` estaba abierto, escribió datos de acceso en este chat. Por favor, cámbielos ahora, junto con los que haya dado a la mesa: contraseñas, claves y cuentas creadas para ello.
hidden-password = una contraseña
hidden-key = una clave
hidden-token = un token
hidden-login = un usuario de acceso
hidden-card = un número de tarjeta
hidden-iban = un número de cuenta

## Informes de servidores

report-found = Lo que ha pegado parece un informe sobre su servidor, así que lo he dejado fuera de la descripción. ¿Debe recibirlo la mesa, como archivo en el ticket? Sin un sí no se guarda.
report-left-out = He dejado fuera el informe sobre su servidor: no se guarda nada de él.

## Idiomas

language-which = ¿Qué idioma prefiere?
language-set = Muy bien, desde ahora hablo español latinoamericano.
language-unknown = Todavía no hablo ese idioma. Elija uno de estos, por favor.

## Ayuda

help =
    _Cuénteme qué sucede_ y buscaré una respuesta o prepararé un ticket. En todo momento puede decir también:
    `estado TID-...`: cómo va ese ticket
    `mis tickets`: sus tickets
    `supervisor TID-... sus palabras`: escribir al supervisor de soporte sobre un ticket
    `nuevo`: comenzar algo nuevo
    `cancelar`: detenerse; su borrador se conserva
    `idioma`: hablar otro idioma
    `verify` y su correo: demostrar quién es; `forget` pone fin a eso
    `ayuda`: estas líneas
    Este chat no es un canal oficial: solo lo es un ticket con TID.
help-staff =
    { help }
    _Para el personal:_
    `queue`: los tickets que esperan respuesta, primero el que vence antes
    `answer TID-... sus palabras`: responder un ticket
    `close TID-... motivo`: terminar el trabajo en un ticket
    `ask`, `pass`, `beyond`, `note` y `reopen TID-... sus palabras`: preguntar al cliente, pasarlo a los desarrolladores, declararlo fuera del alcance, dejar una nota al personal, abrirlo de nuevo
    `faq add`: escribir una entrada de las preguntas frecuentes; `faq find palabras`, `faq show`, `faq edit`, `faq hide`, `faq undo`: cuidarlas
    `notice`: anunciar un festivo, un mantenimiento o una incidencia

## Lo que no se puede leer

unreadable-audio = No puedo escuchar grabaciones. Escríbamelo con palabras, por favor.
unreadable-sticker = No puedo leer imágenes de este tipo. Escríbamelo con palabras, por favor; una captura de pantalla enviada como archivo es bienvenida.
unreadable-place = No puedo usar una ubicación. Si se refiere a su sitio, envíe su dirección, por ejemplo https://www.example.com/tienda.
unreadable-command = No conozco esa orden. Diga `ayuda` para ver lo que entiendo.
unreadable-other = No puedo leer esto. Escríbamelo con palabras o envíe un archivo, por favor.

## Personal

answer-sent = Su respuesta va en camino a quien registró `{ $about }`.
answer-usage = Escriba el TID y después su respuesta, por ejemplo `answer TID-123-456-789 Vacíe la caché, por favor.`
close-usage = Escriba el TID y después uno de estos motivos, por ejemplo `close TID-123-456-789 solved`.
closed-by-you = El ticket `{ $about }` está cerrado y quien lo registró ya fue avisado.
ask-usage = Escriba el TID y después su pregunta para el titular, por ejemplo `ask TID-123-456-789 ¿Qué versión es?`.
ask-done = Su pregunta va en camino al titular de `{ $about }`. Hasta la respuesta, el reloj no corre.
note-usage = Escriba el TID y después su nota, por ejemplo `note TID-123-456-789 Ya lo vimos en marzo.`
note-done = Anotado en `{ $about }`. Solo lo ve el personal.
pass-usage = Escriba el TID y después lo que debe saber el titular, por ejemplo `pass TID-123-456-789 La corrección está prevista para la próxima actualización.`
pass-done = El ticket `{ $about }` está ahora con los desarrolladores, y se ha avisado a su titular.
beyond-usage = Escriba el TID y, si quiere, un motivo, por ejemplo `beyond TID-123-456-789 Se trata de su propio código.`
beyond-done = El ticket `{ $about }` cuenta ahora como fuera del alcance, y se ha avisado a su titular.
cannot-be-moved = El nivel de `{ $about }` no lo permite.
reopen-usage = Escriba el TID de su ticket cerrado y después qué sigue mal, por ejemplo `/reopen TID-123-456-789 Hoy ha vuelto a pasar.`
reopened = El ticket `{ $about }` está abierto de nuevo.
reopen-too-late = El ticket `{ $about }` se cerró hace demasiado tiempo para abrirlo de nuevo. Dígame qué pasa ahora y prepararé un ticket nuevo que lo mencione.
queue-empty = Ningún ticket espera respuesta.

## El formulario

step = { $number } de { $of }
current-value = Su respuesta hasta ahora:
example-of = Por ejemplo: { $about }
ask-other = ¿{ $about }?

field-problem = Problema
field-reproducible = Reproducible
ask-reproducible = ¿Puede hacer que vuelva a suceder?
example-reproducible = Sí, si vuelve a aparecer cuando repite lo mismo.
field-steps = Pasos
ask-steps = ¿Qué pasos llevan a ello?
example-steps = Por ejemplo: 1. abrir el catálogo, 2. ordenar por precio, 3. la página queda vacía.
field-url = Dirección del sitio
ask-url = ¿En qué página sucede? Envíe su dirección, por favor.
example-url = Por ejemplo: https://www.example.com/tienda
field-version = Versión
ask-version = ¿Qué versión del producto usa?
example-version = Por ejemplo: 24.5.1. El panel de control la muestra al pie de cada página.
field-edition = Edición
ask-edition = ¿Qué edición usa?
field-email = Correo
ask-email = ¿Qué dirección de correo debe llevar el ticket? Si tiene una licencia, use la dirección que figura en ella.
example-email = Por ejemplo: ana@example.com
field-server = Servidor
ask-server = ¿Qué programas de servidor usa su sitio, hasta donde usted sabe?
example-server = Por ejemplo: nginx 1.27, PHP 8.3, MySQL 8.4
field-browser = Navegador
ask-browser = ¿En qué navegador lo ve?
example-browser = Por ejemplo: Firefox 140 en Windows 11
field-configuration = Configuración
ask-configuration = ¿Puede la mesa ver la configuración de su servidor, por ejemplo la página phpinfo?
example-configuration = Solo se usa si usted dice que sí. No envíe nunca contraseñas.
field-screenshots = Capturas
ask-screenshots = ¿Tiene capturas de pantalla? Envíelas ahora, por favor.
example-screenshots = PNG, GIF o JPG; cualquier otra cosa comprimida en ZIP o RAR.

## De qué se trata

field-topic = Tema
ask-topic = ¿De qué se trata?
topic-guess = Entiendo que se trata de _{ $about }_.
topic-ask = ¿Está incluido lo que necesita, o se trata de otra cosa?
topic-beyond = { $about } (no incluido)
scope-covers = Incluido: { $about }.
scope-outside = No incluido: { $about }.
scope-instead = Para lo que no está incluido, consulte a { $about }.
scope-noted = Anotado: esto queda fuera de lo que cubre el soporte. Para ello, consulte a { $about }. Puede registrarlo de todos modos; el ticket recibe entonces el nivel «fuera del alcance del soporte».
scope-others = su empresa de hosting o su desarrollador
problem-topic = No conozco este tema. Presione uno de los botones o escriba lo que pone en él.
topic-installation = Instalación y configuración
topic-installation-covers = orientación, problemas típicos, qué software de servidor elegir, consejos sobre copias de seguridad
topic-installation-outside = hacer por usted la instalación o una restauración, averiguar qué le pasa a su servidor
topic-installation-instead = su empresa de hosting o su administrador de sistemas
topic-performance = Rendimiento
topic-performance-covers = qué software de servidor elegir y cómo afinarlo, consejos sobre la caché
topic-performance-outside = configurar su servidor o hacerle pruebas de estrés, optimizar su propio código
topic-performance-instead = su empresa de hosting o el desarrollador de su sitio
topic-updates = Actualizaciones
topic-updates-covers = fallas de actualización debidos a la clave de licencia, fallas tras una actualización errónea
topic-updates-outside = problemas de conexión o de proxy, configurar su servidor para las actualizaciones
topic-updates-instead = su empresa de hosting o su administrador de red
topic-errors = Errores del producto
topic-errors-covers = fallas y cómo recuperarse de ellos, averiguar qué causa un error del producto
topic-errors-outside = fallas de la base de datos o del servidor, instalar actualizaciones en su servidor (solo consejos generales)
topic-errors-instead = su empresa de hosting o su administrador de sistemas
topic-development = Desarrollo
topic-development-covers = cómo integrar el producto, cómo usar su API
topic-development-outside = enseñar a programar, lógica propia, código de terceros, escribir componentes
topic-development-instead = su propio desarrollador o un socio de desarrollo
topic-orders = Pedidos y licencias
topic-orders-covers = pedidos, facturas, pagos, licencias y su renovación
topic-general = Preguntas generales
topic-general-covers = funciones no documentadas, política de licencias, consejos de seguridad, propuestas de funciones y documentación

## Qué falló en una respuesta

problem-empty = Aquí no hay palabras. Escriba una respuesta breve, por ejemplo: empezó el lunes.
problem-too-long = Esto pasa de { $about } caracteres. Dígalo más brevemente, por favor; los detalles puede añadirlos después a la descripción del problema.
problem-url = Esto no parece la dirección de una página. Cópiela de la barra de su navegador, por ejemplo https://www.example.com/tienda.
problem-email = Esto no parece una dirección de correo. Escríbala así: ana@example.com.
problem-version = Esto no parece una versión. Escriba sus números, por ejemplo 24.5.1.
problem-choice = No conozco esa respuesta. Presione uno de los botones o escriba lo que dice, por ejemplo Standard.
problem-yes-no = No pude leer aquí ni un sí ni un no. Presione uno de los botones o responda sí o no, por favor.
problem-required = La mesa no puede prescindir de esto, así que no se puede omitir. Basta una respuesta breve, por ejemplo: no estoy seguro, sucedió una vez.
problem-file-wanted = Aquí esperaba un archivo. Envíe uno, por ejemplo una captura en PNG, o presione un botón para seguir.
problem-too-many-files = Un ticket admite como máximo { $about } archivos, así que no tomé los demás. Reúna varios en un ZIP, por favor.

## Propuestas

suggestions-intro = Puede que esto ya lo responda:
suggestions-maybe = No es seguro, pero puede que sea esto:
suggestions-outro = ¿Le sirvió alguna?
now-answered = Usted preguntó esto hace algún tiempo. Ahora las preguntas frecuentes lo responden:

## La tarjeta de revisión

review-title = Compruebe esto antes de que lo registre, por favor.
review-outro = Todavía no se ha registrado nada. Se convierte en un ticket oficial de { $desk } solo cuando usted lo registre.
review-files = Archivos
review-related = Tickets relacionados
review-suggestions = Mostradas, sin ayudar
review-lifted = (de su mensaje)
review-skipped = —

## Archivos

files-taken =
    { $count ->
        [one] Tengo este archivo y lo pondré en el ticket:
       *[other] Tengo estos { $count } archivos y los pondré en el ticket:
    }
files-refused =
    { $count ->
        [one] No pude tomar este archivo:
       *[other] No pude tomar estos { $count } archivos:
    }
and-more =
    { $count ->
        [one] … y uno más
       *[other] … y { $count } más
    }
refusal-kind = Tomo imágenes PNG, GIF y JPG. Comprima cualquier otra cosa en ZIP o RAR y envíela así.
refusal-bmp = Un BMP no se toma tal cual. Guárdelo como PNG o comprímalo en ZIP.
refusal-too-big = Es demasiado grande. Envíe una imagen más pequeña o solo la parte que importa.
refusal-too-many = El ticket ya tiene todos los archivos que admite. Reúna varios en un ZIP, por favor.
refusal-kind-as = Por su contenido es { $about }. Acepto imágenes PNG, GIF y JPG; por favor, comprima lo demás en un ZIP o RAR y envíelo así.
refusal-too-detailed = La imagen tiene demasiados píxeles. Por favor, envíe una más pequeña, o solo la parte que importa.
refusal-broken = La imagen está dañada y no se puede abrir. Por favor, guárdela de nuevo, por ejemplo como PNG, y envíela otra vez.
refusal-quota = Hoy ya ha enviado tantos archivos como puede enviar una persona. Por favor, envíelo mañana, o solo la parte que importa.
refusal-harmful = El antivirus de la mesa encuentra en él algo dañino, así que no se ha guardado. Por favor, revíselo y envíe solo lo necesario, por ejemplo una captura de pantalla.
refusal-empty = Está vacío. Revise el archivo y envíelo otra vez, por favor.
refusal-unreachable = No pude obtenerlo. Envíelo otra vez, por favor.

## El recibo

receipt-title = Su solicitud está aceptada. El TID de su ticket es
receipt-level = Nivel
receipt-due = Respuesta hasta
receipt-official = Este chat no es el canal oficial; el ticket lo es. Escriba su TID cada vez que pregunte por él.
receipt-once = Preguntar lo mismo en otro lugar, por teléfono o en un foro, no lo hace más rápido.
why-around-the-clock = Su nivel es «{ $level }»: una respuesta en { $span }, a cualquier hora de cualquier día.
why-business-days = Su nivel es «{ $level }»: una respuesta en { $span }, contando solo los días hábiles.
why-business-days-weekend = Su nivel es «{ $level }»: una respuesta en { $span }, contando solo los días hábiles, así que el fin de semana no cuenta.
why-business-days-holiday = Su nivel es «{ $level }»: una respuesta en { $span }, contando solo los días hábiles, así que los feriados y fines de semana no cuentan.
why-business-days-closed = Su nivel es «{ $level }»: una respuesta en { $span }, contando solo los días hábiles, así que los días en que la mesa está cerrada no cuentan.
why-business-days-break = Su nivel es «{ $level }»: una respuesta en { $span }, contando solo los días hábiles; mientras dura la pausa que la mesa ha anunciado, el reloj se detiene.
why-open-hours = Su nivel es «{ $level }»: una respuesta en { $span } del horario de atención de la mesa.
why-calendar-days = Su nivel es «{ $level }»: una respuesta en { $span }, contando todos los días del calendario.
span-hours =
    { $count ->
        [one] una hora
       *[other] { $count } horas
    }
span-days =
    { $count ->
        [one] un día
       *[other] { $count } días
    }

## Avisos

notice-holiday = La mesa de ayuda anuncia un día festivo:
notice-maintenance = La mesa de ayuda anuncia un mantenimiento:
notice-incident = La mesa de ayuda conoce una incidencia:
notice-until = Hasta el { $date }
notice-span = Desde el { $date } hasta el { $time }
notice-added = Desde su comienzo hasta su fin, quien empiece una conversación verá esto una vez:
notice-ended = El aviso { $about } ya no se muestra.
notice-unknown = No conozco ningún aviso con el número { $about }. `notice` muestra los vigentes.
notice-none = No hay nada anunciado. `notice incident 18:00 Fallan los pagos, lo estamos arreglando` anuncia algo hasta las seis de hoy.
notice-list = Anunciado:
notice-usage =
    _Lo que puede hacer con los avisos:_
    `notice incident 18:00 texto`: anunciarlo desde ahora hasta las seis de hoy, según el reloj de la mesa
    `notice holiday 2026-12-24 2026-12-26 texto`: para esos días, el último incluido
    `notice maintenance 2026-12-01T22:00 2026-12-02T02:00 texto`: para esas horas
    `notice end 7`: terminar el aviso 7; `notice`: mostrarlos

## Quién es usted

code-sent = Si { $about } está registrada con nosotros, un código de seis cifras va en camino. Escríbamelo en los próximos diez minutos, hablemos de lo que hablemos. Si no llega nada, la dirección no está registrada o recibió un código hace menos de un minuto.
code-soon = A una dirección se le envía un código por minuto como máximo. Espere un momento, por favor.
code-wrong = Ese código no vale: no es el que se envió, tiene más de diez minutos o ya se probó cinco veces. Puede pedir otro.
proven = Gracias. Ahora sé que { $about } es suya, y lo recordaré; `forget` pone fin a eso.
proven-by-link = Gracias. Ahora sé que pertenece a { $about }, y lo recordaré; `forget` pone fin a eso.
link-refused = Este enlace no vale: ya se usó, es demasiado antiguo o es para otra persona. Pida uno nuevo a la mesa de ayuda, por favor.
verify-usage = Escriba su dirección detrás de la palabra, por ejemplo `verify ana@example.com`: si está registrada con nosotros, le llegará un código.
verify-off = Ahora mismo no puedo enviar códigos. La mesa de ayuda puede enviarle un enlace que demuestre quién es.
forgotten = He olvidado quién es usted. Sus tickets quedan como están; lo que presente desde ahora queda sin verificar hasta que vuelva a demostrar quién es.
ask-coupon = Escriba su cupón VIP, por favor.
coupon-taken = El cupón está anotado. Se gasta cuando presente el ticket, no antes.
coupon-refused = Este cupón no se puede usar. Compárelo, por favor, con el que recibió. Después de cinco cupones que no se pueden usar no acepto más durante un día; la mesa de ayuda sabe cuáles le quedan.
coupon-removed = El cupón no se usa; puede usarlo en otra ocasión.
coupon-when = Un cupón pertenece a un ticket. Cuénteme primero qué ocurre; en la ficha que revisa antes de presentarlo hay un botón para su cupón.
coupon-none = En esta mesa de ayuda no hay cupones.
review-coupon = Cupón VIP
review-coupon-spent = se gasta al presentarlo
raised = Su ticket `{ $tid }` tiene ahora un nivel más alto.
raised-same = Su ticket `{ $tid }` está verificado.
ticket-unverified = Sin verificar: nada demuestra aún de quién es.
register-here = ¿Aún no se ha registrado? Hágalo aquí; hasta entonces, sus solicitudes se atienden en este nivel.
renew-here = Renueve aquí su soporte
ground-coupon = Ha gastado en él un cupón VIP.
ground-coupon-kept = Su cupón no se gastó: no cambia el nivel de una pregunta así.
ground-beyond-scope = Lo que pregunta queda fuera del alcance del soporte.
ground-category = Consta en nuestro registro como «{ $about }».
ground-edition = La edición «{ $about }» tiene este nivel.
ground-incomplete = Su empresa aún no está registrada del todo: hacen falta sus propios datos y { $about } personas que puedan usar el soporte.
ground-expired = Lo sentimos: su soporte terminó después del { $about }, así que este es el nivel sin él.
ground-unregistered = Conocemos su dirección, pero no pertenece a ningún cliente registrado con nosotros.
ground-unproven = Nada demuestra aún quién es usted. En cuanto la mesa de ayuda lo sepa, el ticket recibe su nivel, contado desde que se aceptó.
ground-unproven-code = Nada demuestra aún quién es usted. Escríbame el código de su correo y el ticket recibe su nivel, contado desde que se aceptó.
mail-code-subject = Su código
mail-code-body =
    Su código es { $about }
    Escríbalo en el chat en los próximos diez minutos. Demuestra que este buzón es suyo. Se lo envía { $desk }.
    Si no lo ha pedido, no tiene que hacer nada: sin el código nadie obtiene nada. Nadie de la mesa de ayuda se lo pedirá nunca.

## Fechas

moment = { $date }, { $time } ({ $place })
moment-at-desk = { $date }, { $time } ({ $place }, hora de la mesa)
moment-short = { $date }, { $time }

## Cómo va un ticket

ticket-status = Estado
ticket-filed = Registrado
ticket-due = Respuesta hasta
ticket-reason = Motivo
ticket-post-client = Del cliente, { $date }
ticket-post-agent = De la mesa, { $date }
list-mine = Sus tickets
list-queue = Tickets que esperan respuesta
list-due = respuesta hasta { $date }
agent-answer = La mesa respondió a su ticket `{ $tid }`.
agent-answer-from = La mesa respondió a su ticket `{ $tid }`. { $agent } escribe:
ticket-closed = Su ticket `{ $tid }` está cerrado.
ticket-closed-after = Si al final no está resuelto, escriba `reopen { $tid }` y qué sigue mal.
ticket-moved-development = Su ticket `{ $tid }` ha pasado a los desarrolladores. La corrección llegará con una actualización.
ticket-moved-kept-level = Su ticket `{ $tid }` ha pasado a los desarrolladores. Conserva su nivel.
ticket-moved-beyond-scope = Su ticket `{ $tid }` trata de algo que el soporte no cubre. Sigue abierto, en otro nivel.
ticket-moved-reopened = Su ticket `{ $tid }` está abierto de nuevo.
due-soon = Pronto vence una respuesta.
due-overdue = Una respuesta está vencida.
supervisor-usage = ¿No está conforme con cómo se atiende un ticket? El supervisor de soporte lo leerá si escribe, por ejemplo, `supervisor { $about } sus palabras`.
supervisor-told = Sus palabras sobre el ticket `{ $about }` van al supervisor de soporte.
supervisor-contact = También puede dirigirse al supervisor aquí: { $about }
complaint = Un cliente escribe al supervisor:
complaint-from = De

status-open = espera la respuesta de la mesa
status-answered = respondido; espera al cliente
status-closed = cerrado

reason-solved = El problema está resuelto
reason-information-missing = Falta información
reason-not-reproduced = El problema no se puede reproducir
reason-no-access = No se puede entrar al sitio con el acceso dado
reason-custom-development = Requiere un desarrollo a medida
reason-improper-use = El producto se usó o se modificó de una forma no prevista
reason-too-many-sites = Hay más sitios de los que permite la licencia
reason-licence-violated = No se cumplen los términos de la licencia
reason-unlicensed = La copia no tiene licencia
reason-beyond-scope = Está fuera del alcance del soporte
reason-misleading = La información dada es incorrecta, incompleta o engañosa

level-vip-coupon = solicitud VIP
level-vip = soporte VIP
level-partner = socio
level-partner-bronze = socio bronce
level-partner-silver = socio plata
level-partner-gold = socio oro
level-commercial = comercial
level-non-commercial = no comercial
level-beyond-scope = fuera del alcance del soporte
level-development = desarrollo

## Las preguntas frecuentes

faq-usage =
    _Lo que puede hacer con las preguntas frecuentes:_
    `faq add`: escribir una entrada, pregunta por pregunta
    `faq add Pregunta | Respuesta | https://...`: lo mismo en un mensaje; o en líneas que empiezan con pregunta:, respuesta:, enlace:, tipo:, producto:, etiquetas:, idioma:, variantes:
    `faq find palabras`: las entradas que esas palabras encuentran
    `faq show ID`, `faq edit ID`, `faq hide ID`: ver una, cambiarla, ocultarla; en vez del ID bastan palabras que la encuentren
    `faq undo`: deshacer su último cambio; `faq undo ID`: el último cambio de esa entrada
    `faq misses`: lo que se preguntó en vano, y palabras que encontraron respuesta
faq-press = Presione uno de los botones, por favor: guarde la entrada, o cambie antes una parte.
faq-aside = He parado. Nada ha cambiado en las preguntas frecuentes, y su entrada queda aparte.
faq-left = Su entrada para las preguntas frecuentes queda aparte mientras tanto.
faq-cancelled = He parado. Nada ha cambiado en las preguntas frecuentes.
faq-unchanged = Nada es distinto, así que he dejado «{ $about }» como estaba.
faq-saved = «{ $about }» está en las preguntas frecuentes. Se encuentra en dos segundos.
faq-wording-added = «{ $about }» responde ahora también a esta pregunta, como una forma más de hacerla.
faq-none-found = Nada en las preguntas frecuentes se acerca a «{ $about }».
faq-hidden = «{ $about }» está oculta: ya no se muestra a nadie. Nada de ella se ha perdido.
faq-hidden-already = «{ $about }» ya está oculta.
faq-shown = «{ $about }» se muestra de nuevo. Se encuentra en dos segundos.
faq-nothing-to-undo = No conozco ningún cambio que deshacer. Nombre la entrada, por ejemplo `faq undo q-1a2b3c`.
faq-gone = No conozco esa entrada. `faq find` y algunas palabras suyas muestran su ID.
faq-waiting = Todavía está escribiendo «{ $about }». ¿Seguimos antes con ella?
faq-dropped = Queda descartada. Nada ha cambiado en las preguntas frecuentes.
faq-no-files = Una entrada no lleva archivos; un enlace puede llevar a uno.
faq-no-misses = Últimamente nadie ha preguntado en vano, y ninguna otra forma le espera.
faq-dealt-with = Eso ya está resuelto. `faq misses` muestra lo que queda.
faq-dismissed = «{ $about }» ya no se lista. Si alguien lo pregunta otra vez, vuelve.
faq-saved-answer = «{ $about }» está en las preguntas frecuentes. Se encuentra en dos segundos, y se avisa a quien preguntó en vano y quería saberlo.
faq-wording-taken = «{ $about }» se encuentra ahora también con esas palabras.
faq-wording-refused = «{ $about }» no se vuelve a ofrecer para esa entrada.
missed-title = Preguntado en vano, primero lo que pregunta más gente:
missed-asked = personas: { $number }, veces: { $of }, { $about }
offered-title = Palabras de personas a las que ayudó una entrada. ¿Se debe encontrar también con ellas?
offered-for = para «{ $about }», veces: { $number }
found-found = Lo que encuentra «{ $about }»:
found-shown-now = A quien pregunta esto se le muestra ahora:
found-twin = Parece que esto ya tiene respuesta. A quien lo pregunta se le muestra ahora:
found-nothing = A quien pregunta esto no se le muestra nada ahora.
found-percent = { $number } %
card-new = Así será la entrada. Todavía no está en las preguntas frecuentes.
card-edited = Así será la entrada. Todavía no ha cambiado nada.
card-look = Una entrada de las preguntas frecuentes
card-hide = ¿Oculto esta entrada? No se mostrará a nadie; `faq undo` lo deshace.
card-changed = Alguien ha cambiado esta entrada entretanto. Ahora dice:
card-undone = El último cambio queda deshecho. La entrada dice ahora:
card-hidden = Oculta: esta entrada no se muestra a nadie.
card-twin = Parece que «{ $about }» ya responde a esto.
card-changed-by = Cambiada el { $date }, por { $agent }
card-changed-somehow = Cambiada el { $date }
form-title = Pregunta frecuente
kind-faq = Pregunta frecuente
kind-documentation = Documentación
kind-forum = Foro
kind-video = Video

field-faq-id = ID
field-faq-question = Pregunta
ask-faq-question = ¿A qué pregunta responde?
example-faq-question = Con palabras de la gente, por ejemplo: ¿Cómo cambio mi contraseña?
field-faq-answer = Respuesta breve
ask-faq-answer = ¿Cuál es la respuesta breve?
example-faq-answer = Una o dos frases que ayuden por sí solas.
field-faq-url = Enlace
ask-faq-url = ¿Dónde se puede seguir leyendo?
example-faq-url = Por ejemplo: https://docs.example.com/password
field-faq-kind = Tipo
ask-faq-kind = ¿A qué lleva el enlace?
field-faq-product = Producto
ask-faq-product = ¿De qué producto trata? Omítalo si trata de todos.
field-faq-tags = Etiquetas
ask-faq-tags = ¿Qué palabras le corresponden que no están en la pregunta?
example-faq-tags = Separadas por comas, por ejemplo: acceso, cuenta
field-faq-language = Idioma
ask-faq-language = ¿En qué idioma está?
field-faq-wordings = Otras formas
ask-faq-wordings = ¿De qué otras formas se pregunta esto? Una por línea.
example-faq-wordings = Por ejemplo: Olvidé mi contraseña

problem-faq-empty = Aquí no hay palabras. Escriba la pregunta tal como la hace la gente.
problem-faq-nothing = Una entrada necesita una respuesta o un enlace, o no ayuda a nadie. Escriba una respuesta breve.
problem-faq-too-long = Esto tiene más de { $about } caracteres. Dígalo más brevemente, por favor.
problem-faq-url = Este no es un enlace que se pueda mostrar. Envíe una dirección que empiece con https:// o http://.
problem-faq-kind = No conozco este tipo. Presione uno de los botones, o escriba FAQ, documentación, foro o video.
problem-faq-language = Esto no es un código de idioma. Escriba sus dos letras, por ejemplo es.
problem-faq-many = Son más de { $about }. Deje las que más se usan.

## Botones

button-helped = Esto me sirvió
button-helped-by = La respuesta { $about } me sirvió
button-tell = Avísenme cuando haya respuesta
button-hush = No me avisen
button-none = Ninguna, abrir un ticket
button-skip = Omitir
button-back = Atrás
button-cancel = Cancelar
button-keep = Dejarlo así
button-unknown = No lo sé
button-yes = Sí
button-no = No
button-done = Listo
button-file = Registrar el ticket
button-edit = Editar: { $about }
button-option = { $about }
button-covered = Sí, está incluido
button-beyond = No incluido, registrar igual
button-topic = { $about }
button-language = { $about }
button-resume = Seguir con el borrador
button-drop = Borrarlo y empezar de nuevo
button-new = Comenzar algo nuevo
button-reply = Responder
button-status = { $about }
button-tickets = Mis tickets
button-add-to = Añadir a { $about }
button-code = Enviar otro código
button-coupon = Tengo un cupón VIP
button-uncoupon = No usar el cupón
button-new-problem = Un problema nuevo
button-help = Ayuda
button-supervisor = Escribir al supervisor
button-report-yes = Adjuntar el informe
button-report-no = Dejarlo fuera
button-save = Guardar
button-clear = Vaciarlo
button-undo = Deshacer
button-kind = { $about }
button-faq-wording = Añadir como otra forma de esa
button-faq-resume = Seguir con la entrada
button-faq-drop = Descartar la entrada
button-faq-add = Escribir otra entrada
button-faq-edit = Editar { $about }
button-faq-hide = Ocultar { $about }
button-faq-gone = Ocultarla
button-faq-back = Mostrarla de nuevo
button-edit-entry = Editar
button-hide-entry = Ocultar
button-faq-answer = Añadir una entrada: { $about }
button-faq-dismiss = No es para aquí: { $about }
button-faq-take = Tomar { $about }
button-faq-refuse = Rechazar { $about }

## Palabras escritas en vez de presionar

words-skip = omitir | omítalo | saltar | pasar | siguiente | ahora no
words-back = atrás | atras | volver | anterior | regresar | un paso atrás
words-cancel = cancelar | ya no | déjalo así | cancela | cancelo | parar | detener | salir | olvídelo | olvidelo | déjelo
words-none = ninguna | ninguno | ninguna de estas | ninguno de estos | nada sirvió | nada me sirvió | no me sirvió | no me sirve | no sirve | no ayuda | no me ayudó | abrir un ticket | abrir ticket | crear un ticket | quiero un ticket
words-helped = me sirvió | me sirvio | sirvió | me ayudó | me ayudo | ayudó | esto me ayudó | eso me sirvió | resuelto | solucionado | ya funciona | funciona | ya está resuelto | sí, me sirvió
words-file = registrar | registrar ticket | regístrelo | registrelo | enviar | envíelo | envielo | enviar ticket | mandar | confirmar | confirmo | todo correcto
words-edit = editar | editar el | editar la | cambiar | cambiar el | cambiar la | corregir | corregir el | corregir la
words-yes = sí | dale | sale | órale | cómo no | si | s | claro | claro que sí | por supuesto | vale | de acuerdo | correcto | sí, por favor | si, por favor | así es
words-no = no | n | no, gracias | no gracias | para nada | en realidad no
words-unknown = no sé | no se | no lo sé | no lo se | desconocido | desconocida | ni idea | no estoy seguro | no estoy segura | no tengo idea | lo desconozco
words-done = listo | ya | ya está | ya esta | terminado | he terminado | eso es todo | es todo | nada más | nada mas
words-keep = mantener | conservar | dejarlo | así está bien | asi esta bien | sin cambios | igual
words-help = ayuda | órdenes | comandos | menú | qué puede hacer | que puede hacer | cómo funciona | como funciona
words-status = estado | estado del ticket | estatus | cómo va mi ticket | como va mi ticket
words-tickets = mis tickets | lista | listar | lista de tickets | ver mis tickets | todos mis tickets
words-supervisor = supervisor | queja | reclamo | escribir al supervisor
words-reopen = reopen | reabrir
words-new = nuevo | nuevo ticket | otra cosa | empezar de nuevo | comenzar de nuevo | reiniciar | algo nuevo
words-language = idioma | idiomas | cambiar idioma | cambiar de idioma | otro idioma | lengua
words-resume = seguir | continuar | sigamos | continuemos | reanudar | retomar | seguir con él
words-drop = borrar | borrarlo | bórrelo | borrelo | eliminar | eliminarlo | descartar | borrar el borrador
words-reply = responder | contestar | respuesta
words-add = añadir | anadir | agregar | añádalo | agréguelo | es lo mismo | el mismo problema | mismo problema | pertenece a ese
words-new-problem = problema nuevo | nuevo problema | otro problema | es nuevo | es un problema nuevo | uno nuevo
words-save = guardar | guárdelo | guardelo | guardar la entrada | publicar
words-clear = vaciar | vacíelo | vacielo | quitarlo
words-thanks = gracias | muchas gracias | mil gracias | ok gracias | vale gracias | perfecto, gracias | gracias por todo
words-greeting = hola | qué hubo | hola, buen día | buenas | buenos días | buenos dias | buen día | buen dia | buenas tardes | buenas noches | hola, buenos días | hola, buenas tardes | hola, buenas | qué tal | que tal | saludos | muy buenas | necesito ayuda | me puede ayudar | alguien me puede ayudar | estimados

## La terminal

terminal-hint = Un número o las palabras presionan un botón; `:file ruta` envía un archivo; `:quit` termina.
terminal-no-file = No puedo leer el archivo { $about }. Revise la ruta y envíelo otra vez, por ejemplo `:file imagen.png`.
terminal-goodbye = Hasta pronto. No se pierde nada: vuelva cuando quiera.

## El menú de comandos

menu-new = Comenzar algo nuevo
menu-status = Cómo va un ticket: /status y su TID
menu-tickets = Ver mis tickets
menu-language = Cambiar el idioma
menu-verify = Demostrar quién es: /verify y su correo
menu-help = Qué se puede decir en todo momento
menu-cancel = Parar aquí; el borrador se guarda
menu-supervisor = Escribir al supervisor de soporte
menu-queue = Para el personal: los tickets que esperan
menu-faq = Para el personal: las preguntas frecuentes
menu-notice = Personal: anunciar algo
