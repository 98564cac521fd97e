"""How people name what gives access: in English, Spanish, German and Russian, with their slips;
and the word for "password" in other languages. All in small letters."""

from typing import Final

# Unmistakable, so that they may be part of a longer name: DB_PASSWORD, WLAN-Passwort.
_MISSPELT: Final = (
    r"pas+[ _-]?w?[ou]?r[dt]|passw[ou]?[dt]|pa+swr?o?r?[dt]|passwrod|passowrd|psswo?rd"
    r"|contrase[nñ]ia|contarse[nñ]a|contra[sz]e[nñ]a|contrce[nñ]a|contrseñ?n?a|contraceña"
    r"|ken+wor[td]|парль|пороль|порол[яь]|пaроль|пароол[ьяюе]м?"
)
OPENS: Final = (
    rf"pass(?:word|wort|wörter|phrase|code|wd)(?:hash)?s?|{_MISSPELT}|contrase[nñ]as?|palabra clave"
    r"|kennw(?:ort|örter)|zugangscode|парол(?:ь|я|ем|и|ю|е|а)|(?<![^\W_])parol[ijy]?(?![^\W_])"
    r"|mot de passe|(?<![^\W_])mdp|senha|密码|密碼|口令|mật khẩu|รหัสผ่าน|رمز عبور|گذرواژه"
)
STARTS: Final = r"(?=p[asw]|co|ke|zu|п[аaо]|m[odậ]|se|[密口รرگ])"
"""What the words for a password begin with: most places of a text are passed over by it."""
OPENS_SHORT: Final = r"pwd|pswd|pw|(?:pass|пасс?)(?=[ \t]{0,3}[:=\"'])"
OPENS_SHORTER: Final = r"(?:pass|пасс?)"
"""A verb too."""
KEY: Final = (
    r"(?:api|access|secret|private|auth(?:entication|orization)?|client|bearer|refresh|storage"
    r"|account|shared|encryption|signing|webhook|app)"
    r"[ _-]?(?:access[ _-]?)?(?:key|token|secret|schlüssel)(?:[ _-]id)?"
    r"|(?:licen[cs]e|licen[cs]ing|activation|product|serial|coupon|cd)"
    r"[ _-]?(?:key|number|code|no\.?)"
    r"|clave (?:de )?(?:la )?(?:api|acceso|licencia|activación|producto)|clave (?:secreta|privada)"
    r"|clave|(?:token|código) de (?:acceso|activación|licencia)|token|secret|cup[oó]n(?: vip)?"
    r"|(?:lizenz|aktivierungs|produkt|zugriffs|geheim|gutschein|api)-?"
    r"(?:schlüssel|nummer|code|token|key)"
    r"|(?:лицензионн\w{2,3}|секретн\w{2,3}) ключ|ключ (?:лицензии|активации|доступа|api)"
    r"|(?:api|апи)[ -]ключ|токен\w{0,2}|ключ|купон(?: vip)?"
)
CODE: Final = (
    r"(?:verification|one[- ]time|sms|2fa|security|confirmation|login|auth) code|otp|cv[vc]2?|pin"
    r"|pin[- ]?code|código de (?:verificación|seguridad|confirmación|acceso)(?: de la tarjeta)?"
    r"|tan|prüf(?:nummer|ziffer)|(?:bestätigungs|sicherheits|sms-?|einmal|kontroll)-?code"
    r"|код (?:подтверждения|из (?:смс|sms)|безопасности|проверки)|пин(?:-?код)?"
)
CODE_BEHIND: Final = (
    r"(?:de (?:verificación|seguridad|confirmación)|as (?:the )?(?:verification )?code|из смс"
    r"|aus der sms)"
)
USER: Final = (
    r"log-?in|user(?:[ _-]?(?:name|id))?|account|usuario|nombre de usuario|cuenta"
    r"|benutzer(?:name|kennung)?|nutzer(?:name)?|konto|anmeldename|логин\w{0,2}|пользовател\w{1,2}"
    r"|уч[её]тн\w{2} запис\w|уч[её]тк\w|аккаунт\w{0,2}"
)
PLACE: Final = r"host(?:name)?|server|ftp|ssh|sftp|servidor|сервер|хост"
ACCESS: Final = (
    r"log-?ins?|access|credentials?|creds|ftp|sftp|ssh|cpanel|plesk|rdp"
    r"|admin(?:istrator)?(?: panel)?"
    r"|acceso|credenciales|datos de acceso|zug(?:ang|änge)(?:sdaten)?|anmeldung|anmeldedaten"
    r"|доступ\w{0,2}|логин\w{0,2}(?:/парол\w{1,2})?|вход\w{0,2}|уч[её]тк\w|login/password|user/pass"
    r"|benutzer/passwort|usuario/(?:clave|contraseña)"
)
KNOWN_USERS: Final = r"root|admin(?:istrator)?|administrador|рут|админ"
BARE_KEY: Final = r"(?:key|schlüssel)"
SPANISH_WORD: Final = r"clave(?! de| secreta| privada)"
"""A password, a key, or the key to something."""
