### Oficinas pequeñas: antes de todo, y después la red. Fuentes: assets/catalog/facts.toml.

office-title = Primero, haga una lista de todas las computadoras
office-lead = Kaspersky para empresas casi nunca está en una sola computadora.
office-list-title = La lista
office-list = La que se olvida conserva Kaspersky, y puede tener claves que usted necesita.
office-list-step-1 = Anote cada computadora, quién la usa y dónde está. Basta una hoja de papel.
office-list-step-2 = Compárela con la lista de dispositivos conectados de su router y con su servidor de Kaspersky, si lo hay.
office-list-step-3 = Inicie Clean Break en cada una y anote lo que encuentra.
office-list-step-4 = Dé una por terminada solo cuando lo diga su página Comprobar.
office-personal-title = Computadoras personales y de contratistas
office-personal = Cuente también las de los empleados y las de los contratistas.
office-personal-ask = Pregunte a sus dueños. Usted no puede decidir por ellos.
office-order-title = El orden seguro
office-order = El servidor y su agente ayudan a quitarlo. Van al final.
office-order-step-1 = Descifre discos, archivos y memorias USB. Guarde cada clave de BitLocker.
office-order-step-2 = Quite el antivirus de cada computadora.
office-order-step-3 = Después quite el Agente de red (Network Agent).
office-order-step-4 = Deje el servidor para el final de todo.
office-gone-title = El orden cuando ya no hay servidor
office-gone = Las reglas de un servidor perdido pueden impedir que se quite. Sin el Agente de red (Network Agent) ya no valen, así que va primero.
office-gone-step-1 = Descifre discos, archivos y memorias USB. Guarde cada clave de BitLocker.
office-gone-step-2 = Quite el Agente de red (Network Agent) de cada computadora.
office-gone-step-3 = Después quite el antivirus.

network-title = Después, vigile la red
network-lead = Una computadora que usted cree limpia ya no debería buscar a Kaspersky.
network-watch-title = Qué vigilar
network-watch = Un experto aconsejó fijarse en “llamadas continuas a Kaspersky o a otros servidores sin identificar” (traducción nuestra).
network-watch-means = Si ve una, inicie Clean Break en esa computadora. Puede ser solo un navegador en el sitio de Kaspersky.
network-list-title = Nombres y direcciones
network-list = { $names } nombres y { $ranges } rangos de direcciones. Cópielos en la búsqueda de registros de su router, DNS o proxy.
network-copy = Copiar la lista
network-copied = Copiado.
network-block-title = Bloquear después, no ahora
network-block = Para quitar el programa quizá hagan falta todavía los servidores de Kaspersky. Bloquéelos solo cuando todas las computadoras estén listas.
