### Ayúdeme a elegir: las preguntas, la lista, de dónde salen sus datos y los programas que acompañan.

choose-offer-title = ¿Quiere otra cosa?
choose-offer = Unas pocas preguntas y después una lista corta con razones. Ningún producto nos paga.
button-help-me-choose = Ayúdeme a elegir
button-companions = Mostrarlos
button-show-the-list = Mostrar la lista
button-how-we-know = Cómo lo sabemos

choose-title = ¿Qué debe hacer por usted?
choose-lead = Sus respuestas se quedan en esta computadora. Salte lo que no le importe. Instale algo nuevo solo cuando Kaspersky ya no esté.
choose-several = Elija todo lo que corresponda.
choose-use = ¿Quién usa los dispositivos?
choose-use-home = Un hogar
choose-use-business = Una empresa
choose-devices = ¿Qué dispositivos debe proteger?
choose-count = ¿Cuántos dispositivos?
choose-count-one = Uno
choose-count-five = De 2 a 5
choose-count-ten = De 6 a 10
choose-functions = ¿Qué quiere tener en el mismo programa?
choose-functions-body = También puede conseguir cada cosa por separado.
choose-functions-used = Con Kaspersky usaba: { $what }.
choose-vpn = VPN
choose-passwords = Administrador de contraseñas
choose-children = Reglas para niños
choose-backup = Copias de seguridad
choose-firewall = Firewall
choose-phishing = Avisos de sitios web falsos
choose-pay = ¿Puede costar dinero?
choose-pay-may = Sí
choose-pay-free = Solo gratis
choose-owner = ¿Importa el país del dueño?
choose-owner-anywhere = No
choose-owner-us = Solo con un dueño estadounidense

device-windows = PC con Windows
device-mac = Mac
device-linux = PC con Linux
device-android = Teléfono o tableta Android
device-iphone = iPhone o iPad
function-vpn = VPN
function-passwords = administrador de contraseñas
function-children = reglas para niños
function-backup = copias de seguridad
function-firewall = firewall
function-phishing = avisos de sitios web falsos
country-canada = Canadá
country-czech-republic = República Checa
country-finland = Finlandia
country-japan = Japón
country-romania = Rumania
country-singapore = Singapur
country-slovakia = Eslovaquia
country-sweden = Suecia
country-switzerland = Suiza
country-united-arab-emirates = Emiratos Árabes Unidos
country-united-kingdom = Reino Unido
country-united-states = Estados Unidos

# Varias cosas, una tras otra.
list = { $all }, { $next }
# Varias oraciones, una tras otra.
sentences = { $all } { $next }
month = { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { $year }
months = { $first } a { $last }

suits-title = Lo que le conviene
suits-lead = Ningún producto nos paga. Lo que ya viene con su equipo también cuenta.
suits-looked = Revisamos estos datos el { $date }.
suits-business = Todavía no hemos comparado productos para empresas. Esto es lo que ya viene con el equipo.
suits-place = { $place }. { $name }
suits-name-linux = Linux sin antivirus
suits-chip-built-in = Incluido
suits-chip-free = Gratis
suits-chip-costs = De pago
suits-chip-not-known = Precio no conocido
suits-built-in-windows = Es parte de Windows. No hay nada que instalar.
suits-built-in-mac = Es parte de macOS. No hay nada que instalar.
suits-built-in-linux = La ayuda del escritorio GNOME dice que probablemente no necesita ninguno.
suits-free = No cuesta nada.
suits-covers = Comprobamos: { $what }.
suits-has = Tiene: { $what }.
suits-larger-plan = En un plan mayor: { $what }.
suits-limited = Solo en parte: { $what }.
suits-not-for = No sirve para: { $what }.
suits-lacks = Sin: { $what }. Puede conseguirlo por separado.
suits-not-known = No sabemos: { $what }.
suits-result = { $lab }, { $on }, { $when }: { $what }. Lo informa { $who }.
suits-points-protection = protección, { $got } de { $of } puntos
suits-points = { $got } de { $of } puntos
suits-award = premio “{ $name }”
suits-blocked = { $percent } % de los ataques detenidos
suits-no-month = mes no conocido
suits-no-result = No encontramos ninguna prueba en los dispositivos que eligió.
suits-owner = Dueño: { $owner } ({ $countries }).
suits-owner-alone = Dueño: { $owner }.
suits-country-alone = País de la empresa: { $countries }.
suits-no-owner = No sabemos quién es el dueño.
suits-price = Precio de lista: { $usd } dólares al año, para cualquier número de dispositivos.
suits-price-for = { $devices ->
    [one] Precio de lista: { $usd } dólares al año para un dispositivo.
   *[other] Precio de lista: { $usd } dólares al año para hasta { $devices } dispositivos.
}
suits-no-price = No sabemos su precio.
suits-second-year = El segundo año cuesta unas { $times } veces el primero.
suits-no-second-year = No sabemos el precio del segundo año. Mírelo antes de pagar.
suits-renewal-never = No hay nada que renovar.
suits-renewal-if-chosen = Se renueva solo si usted lo elige.
suits-renewal-unless-stopped = Se renueva automáticamente si usted no lo detiene.
suits-no-renewal = No sabemos si se renueva automáticamente.
suits-sold-browsing-data = La Comisión Federal de Comercio de EE. UU. dijo que su fabricante vendía datos sobre los sitios web que visitaba la gente. En 2024 el fabricante aceptó pagar 16.5 millones de dólares y dejar de hacerlo.
suits-private-use-only = Su licencia es solo para hogares.
suits-windows-ten-ends = En Windows 10 ya no recibe versiones nuevas. Está previsto que termine ahí en abril de 2027.
suits-site = La dirección del fabricante: { $site }
suits-also = Más abajo en nuestra lista: { $names }.
suits-one-company-title = Cuatro marcas, una empresa
suits-one-company = Norton, Avast, AVG y Avira son de Gen Digital. Pasar de una a otra es quedarse con la misma empresa.
suits-out-title = Lo que quedó fuera y por qué
suits-out = { $names }: { $why }.
suits-order = Cómo ordenamos: primero lo que tiene todo lo que pidió. Después lo que ya viene con el equipo, lo que lo tiene completo y lo que salió mejor en las pruebas. Lo que no sabemos cuenta en contra de un producto.

out-on-demand = solo revisa cuando usted lo pide, así que no vigila la computadora
out-known-too-little = sabemos menos de la mitad de lo que preguntamos
out-lacks = sin { $what }
out-not-for = no para { $what }
out-costs = de pago
out-owned-elsewhere = sin dueño estadounidense
out-not-asked = para otro sistema

fact-owner = el dueño
fact-country = el país del dueño
fact-cost = si cuesta dinero
fact-price = el precio
fact-second-year = el precio del segundo año
fact-renewal = si se renueva automáticamente
fact-count = si alcanza para tantos dispositivos
fact-larger-plan = { $what } en un plan mayor
fact-common = { $what } (así se suele describir)
fact-limited = { $what } en parte
fact-lab = la prueba de { $lab } en { $on }

about-title = { $name }: cómo lo sabemos
about-page = { $publisher }: { $title }
about-states = Dice: { $what }.
about-of = { $whose } Al { $date }.
about-said-lab = La página del propio laboratorio.
about-said-maker = La página del propio fabricante.
about-said-review = Una reseña o un informe.
about-said-common = Así se suele describir. No encontramos una página del fabricante.
about-not-known-title = No se sabe
about-not-known = No encontramos nada sobre: { $what }.

companions-title = Lo que Kaspersky hacía además
companions-lead = VPN, contraseñas, reglas para niños, copias de seguridad: un programa para cada cosa.
companions-browsers = Su navegador también puede guardar contraseñas: Chrome, Edge, Firefox y Safari lo hacen. No encontramos ninguna página que diga si leen este archivo de texto.
companions-passwords = Contraseñas
companions-vpn = VPN
companions-children = Reglas para niños
companions-backup = Copias de seguridad
companions-encryption = Carpetas con llave
companions-reads-export = Lee el archivo de texto que exporta Kaspersky Password Manager.
companions-reads-not = No lee el archivo de texto de Kaspersky tal como está.
companions-reads-not-known = No encontramos ninguna página que diga si lee el archivo de texto de Kaspersky. Pruébelo antes de quitar nada.
companions-chosen = Usted eligió este
companions-built-in = Viene con el sistema.
companions-devices-not-known = La página del fabricante dice en qué dispositivos funciona.
companions-country = Su fabricante está en: { $country }.
