"""Sentences that hold something to be hidden, in [[brackets]], and sentences that hold nothing."""

from typing import Final

# One a line: the kind, then the sentence.
HIDDEN: Final = r"""
password my password is [[banana]]
password My password is [[Sommer2024!]] and it does not work
password password: [[hunter2]]
password Password = [[correct-horse-9]]
password pwd: [[qwerty]]
password The password for the admin panel is [[Xk29!ab]].
password it says wrong with password [[P@ssw0rd]]
password pass: [[letmein]]
password my passphrase is "[[four words and more]]"
password passwd=[[aB3$dE]]
password the pin is [[4711]]
password Your verification code is [[839201]], it says
password OTP: [[55231]]
password CVV [[123]]
password mysql -u root -p[[geheim99]] shop
password I use the password -> [[abc123]]
password password was [[Winter_2023]] before
password Use this password: '[[tr0ub4dor&3]]'
password la contraseña es [[Madrid2024]]
password La contraseña del panel es [[Perro#12]].
password contraseña: [[gatito]]
password mi contrasena es [[abc12345]]
password Contraseña de FTP: [[x9-Rt!pq]]
password la contraseña era [[Lima*2020]] y ya no entra
password el código de verificación es [[120934]]
password Passwort lautet [[Geheim123]]
password Mein Passwort ist [[Blume77]].
password Das Passwort für den Server lautet [[k4!Tz]]
password Kennwort: [[sonnenschein]]
password Passwort = [[1234abcd]]
password das Kennwort war [[Hund&Katze1]]
password PIN: [[0815]]
password Bestätigungscode [[774411]]
password пароль: [[Qwerty12]]
password мой пароль [[zaq12wsx]]
password Пароль от админки: [[Секрет99]]
password пароль — [[Moscow#1]]
password пароль это [[Лето2024]]
password пароль такой: [[медведь]]
password код подтверждения [[904512]]
password access: admin / [[Pa55word!]]
key the licence key is [[BX24-9F3K-77QZ-LM21]]
key license key: [[S30-NA-8F2K19XQ77LM]]
key API key: [[9f8e7d6c5b4a39281706]]
key api_key=[[AbCdEf123456]]
key client secret: [[8Q~abc123def456]]
key clave de licencia: [[AB12-CD34-EF56-GH78]]
key la clave de API es [[zx81k93mm2]]
key Lizenzschlüssel: [[K7Q2-99AB-XT4M-PP01]]
key der API-Schlüssel lautet [[77aa88bb99cc]]
key ключ лицензии: [[R2D2-C3PO-BB8A-1138]]
key токен: [[a1b2c3d4e5f6]]
key секретный ключ [[qwe123rty456]]
key activation code [[ZZ99-YY88-XX77]]
key here: [[ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJfM0aZ9s8d7f6g5h4j3k2l1]]
key [[-----BEGIN RSA PRIVATE KEY----- MIIEow -----END RSA PRIVATE KEY-----]] thanks
key [[-----BEGIN OPENSSH PRIVATE KEY----- b3BlbnNz and it was cut]]
key [[PuTTY-User-Key-File-2: ssh-rsa Private-MAC: 12ab]] there
token [[ghp_abcdefghijklmnopqrstuvwxyz0123456789]] fails
token slack says [[xoxb-1234567890-abcdefghij]] is bad
token [[sk-abcdefghijklmnopqrstuvwx]] was refused
token [[AKIAIOSFODNN7EXAMPLE]] has no rights
token bot [[123456789:AAEhBOweik6ad9r_abcdefghijklmnopqrs]]
token Authorization: Bearer [[abcdef0123456789.x]]
token [[eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig-n]] expired
token https://shop.example/?access_token=[[f00dfeed99]]&x=1 gives 403
token https://shop.example/cb#id_token=[[abcd1234]] gives 403
token https://hooks.slack.com/services/[[T00000000/B00000000/XXXXXXXXXXXXXXXX]] is dead
login https://[[admin:geheim]]@shop.example/panel does not open
login ftp://[[web12:abc]]@ftp.shop.example/
iban refund to [[DE89 3704 0044 0532 0130 00]] please
iban IBAN [[es9121000418450200051332]]
iban mein Konto [[GB82WEST12345698765432]] ist falsch
card card [[4111 1111 1111 1111]] is declined
card my card [[5500-0000-0000-0004]] was charged
card la tarjeta [[378282246310005]] no pasa
card Karte [[4012888888881881]] abgelehnt
e-mail write to [[ana@example.org]] please
e-mail write to [[ana.maria+shop@mail.example.co.uk]].
e-mail I am [[ana(at)example.org]]
e-mail mi correo: [[ana [arroba] example.org]]
e-mail почта [[вася@пример.рф]] не приходит
phone call [[+49 170 1234567]] please
phone call me at [[555-123-4567]]
phone Tel.: [[089 7407965]] ab neun
phone teléfono [[912 345 678]]
phone мой телефон [[8 (495) 123-45-67]]
phone [[(555) 123-4567]] is my number
phone Handy [[0171 5551234]]
name my name is [[Ana García]] and the shop is down
name I am [[Ana Gil]], my page is white
name soy [[Luis de la Torre]] y no puedo entrar
name Me llamo [[Carlos Pérez]], no puedo entrar
name Ich heiße [[Jana]] und sehe nichts
name Меня зовут [[Иван Петров]], сайт не открывается
name It is slow. Best regards, [[Alex]]
name Es geht nicht. Mit freundlichen Grüßen [newline] [[Jana Müller]]
name No funciona. Saludos, [[Carmen]]
name Не работает. С уважением, [[Ольга]]
name Dear [[Tom]], the page is white
name this is [[Kim Lee]] from Example, the page is white
tid what about [[TID-WXR-2NV-8S2]]?
tid y mi ticket [[tid wxr 2nv 8s2]]
"""

PLAIN: Final = """
My password is wrong
my password is not accepted
The password is incorrect, what now?
The password is case-sensitive
Is the password encrypted?
password: how do I change it?
Password reset mail does not arrive
How do I reset my password?
the password was changed yesterday
My password is 12 characters long
password is 8-12 characters
Passwords are stored with SHA256
password is expired.
the password is too short.
Which password is it, the one for FTP?
forgot password link is broken
The password field is empty
password - reset does not work
The API key is invalid
API key: where do I find it?
the token is expired
Where is my licence key?
How do I enter the licence key on a second site?
my licence key is not accepted
error code 12345678 after the update
the version is 24.5.1 and PHP 8.3.12
Update from 23.0 to 24.5.1 fails at 97 %
My order 1234567890123456 has not arrived
It happened on 2026-03-02 at 10:15:30
the server has the address 192.168.10.25
we have 1,250,000 products since 2019-2020
Port 5432 is closed
module iblock-catalog-2.0 fails
checksum d41d8cd98f00b204e9800998ecf8427e differs
ISO-8859-1 or UTF-8?
HTTP/1.1 502 Bad Gateway
user: I cannot log in
Login: the button does nothing
Server: nginx 1.27
How do I add users? Thanks in advance!
Thank you, everything works
Hello team, the page is white
Hi there, quick question
This is urgent
I'M OUT OF MONEY, CAN I PAY LATER
I am Spanish and the page is white
I'm on Windows 11, it fails
I am using Google Docs
my name is not shown in the profile
name: the field is too short
I pay 4000 1234 times a year
FTP access: admin / editor
part AB12 CDEF GHIJ is missing
see https://docs.example.org/en/page?id=42&lang=en
see https://shop.example/catalog?code=abc
see https://shop.example/catalog/?SECTION_CODE=shoes-2024&sort_key=price_2024&hash=top
La contraseña es incorrecta
la contraseña no es válida
¿La contraseña es obligatoria?
la clave es reiniciar.
¿Cómo cambio mi contraseña?
no me llega el código de verificación
la clave de licencia no funciona
Hola equipo, la página está en blanco
Muchas gracias, saludos
Mein Passwort ist falsch
Das Passwort ist abgelaufen
Wie ändere ich mein Passwort?
Passwort: wie kann ich es ändern?
Das Passwort wird nicht akzeptiert
Passwort vergessen funktioniert nicht
Der Lizenzschlüssel ist ungültig
Vielen Dank im Voraus!
Ich heiße Sie willkommen ist falsch geschrieben
Der Preis ist 1.234.567,89 Euro
Hallo zusammen, die Seite bleibt leer
пароль неверный
Пароль не подходит
не могу сменить пароль
пароль: как его сменить?
Здравствуйте, сайт не открывается
токен истёк
лицензионный ключ не принимается
спасибо, всё работает
ошибка 1000234 при обновлении
"""
