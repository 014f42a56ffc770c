### Revisar: qué hay en esta computadora y quién se encarga de ella.

looking-title = Revisando esta computadora
looking-lead = Tarda unos segundos. No se cambia nada.
looking-progress = { $done } de { $total } puntos; el último: { $what }
looking-begin = Empezando.

found-installed-title = Kaspersky está en esta computadora
found-leftovers-title = Kaspersky ya no está, pero quedan partes
found-cannot-tell-title = Todavía no lo sabemos
found-clean-title = No encontramos partes activas de Kaspersky
found-lead = Revisamos { $count ->
    [one] 1 punto
   *[other] { $count } puntos
}. No se cambió nada. Esto es lo que encontramos.
found-clean-lead = Revisamos todo lo que hay que revisar, en Windows y en esta cuenta.
found-clean-lead-system = Revisamos todo lo que hay que revisar, en Windows, sin ninguna cuenta.
found-clean-lead-other = Revisamos todo lo que hay que revisar, en esta computadora y en esta cuenta.
found-cannot-tell-lead = Algo no se pudo revisar, o lo que encontramos podría ser de otro programa.
found-product = { $name } { $version }
found-home = Antivirus para el hogar.
found-business = Antivirus para empresas.
found-server = Programa para servidores.
found-agent = Permite que una oficina administre esta computadora.
found-sensor = Informa a una oficina sobre amenazas en esta computadora.
found-vpn = VPN. Se quita por separado, después del antivirus.
found-passwords = Guarda sus contraseñas. Primero le ayudamos a llevárselas.
found-parental = Reglas para los niños. Decide la madre o el padre.
found-broken = Su carpeta ya no está, pero sus controladores siguen aquí. Puede que su desinstalador todavía los quite.
found-other = Un programa de Kaspersky. No sabemos si es para el hogar o para empresas.
found-tool = Un programa de análisis que se usó una vez.
found-save-first = Guardar primero
found-leftovers = { $count ->
    [one] Queda 1 parte
   *[other] Quedan { $count } partes
}
found-leftovers-body = Ningún programa instalado lo usa. Verá todo en la página Comprobar.
found-kept = Sus propios datos
found-kept-body = { $count ->
    [one] 1 lugar con datos suyos. Lo dejamos donde está.
   *[other] { $count } lugares con datos suyos. Los dejamos donde están.
}
found-kept-may-go = { $count ->
    [one] 1 lugar con sus propios datos. Al quitar el programa puede borrarse. Guarde antes lo que necesite.
   *[other] { $count } lugares con sus propios datos. Al quitar el programa puede borrarse una parte. Guarde antes lo que necesite.
}
found-suspicious = Una carpeta sospechosa que no es de Kaspersky
found-suspicious-body = Algunos programas dañinos crean carpetas así para impedir que se instale un antivirus. Haga un análisis completo con su antivirus.
found-suspicious-chip = Buscar virus
found-successor-title = ¿Quiere conservar { $names }?
found-successor = En septiembre de 2024, a muchos clientes de Kaspersky en Estados Unidos los cambiaron a este programa. No podemos saber si esta copia llegó así. No es de Kaspersky. Revise si tiene cobros de UltraAV o Pango.
found-successor-keep = Si lo quiere, déjelo como está. Si no, abra Aplicaciones instaladas, busque su nombre y elija Desinstalar.
successor-choose = Si lo quiere, dígalo. Si no, inicie aquí su propio desinstalador. También puede abrir Aplicaciones instaladas, buscar su nombre y elegir Desinstalar.
successor-keep = Quiero conservarlo
successor-remove = Iniciar su desinstalador…
successor-remove-after-all = Quitarlo de todos modos…
successor-kept-title = Usted conserva { $names }
successor-kept = Todavía puede quitarlo más tarde.
successor-still-title = { $names } todavía está aquí
successor-removed-title = Se quitó: { $names }
successor-removed = Estaba aquí cuando empezamos. Revisamos otra vez y ya no está.
successor-charges = Quitar el programa no termina los cobros. Se cancelan con UltraAV, la empresa que le cobra, y no con Kaspersky.
found-successor-chip = No es de Kaspersky
found-unknown = { $count ->
    [one] 1 cosa no se pudo revisar
   *[other] { $count } cosas no se pudieron revisar
}
found-unknown-body = { $what }: { $why }. Lo revisamos otra vez al final.
found-other-accounts = { $count ->
    [one] 1 cuenta más no se revisó
   *[other] { $count } cuentas más no se revisaron
}
found-other-accounts-body = Cada persona que usa esta computadora puede tener sus propias contraseñas en Kaspersky. Pregunte a cada una antes de quitarlo.

caretaker-title = ¿Quién se encarga de esta computadora?
caretaker-lead = Esta computadora tiene Kaspersky para empresas. Si alguien administra esta computadora, esa persona tiene que quitarlo.
caretaker-lead-unknown = Hay un programa de Kaspersky que no conocemos. Puede ser para empresas. Si alguien administra esta computadora, pregúntele antes de quitarlo.
caretaker-employer = Mi empleador
caretaker-outside = Una empresa externa
caretaker-me = Yo
caretaker-nobody = Ya nadie
caretaker-government = Trabajo para el gobierno de Estados Unidos
caretaker-government-body = Si esta computadora se usa para trabajar con el gobierno de Estados Unidos, aunque sea como contratista, guarde un informe y avise a esa oficina antes de quitar nada. Ahí las reglas son más estrictas.

managed-title = Pregúnteles antes de quitar nada
managed-lead = Quizá ellos tengan contraseñas y claves que hacen falta para esto.
managed-tell = Qué decirles
managed-tell-body = Tengo Kaspersky en mi computadora. Por favor, quítenlo o díganme si puedo quitarlo yo. ¿El disco está cifrado con Kaspersky? ¿Dónde está la clave de recuperación?
managed-details = Puede copiar los “Detalles para quien le ayuda”, más abajo, en un mensaje.
