### Lo que escribe `cleanbreak-cli scan`.

scan-verdict-installed = Kaspersky está instalado en esta computadora.
scan-verdict-leftovers = Kaspersky no está instalado, pero { $complete ->
    [yes] { $count ->
        [one] queda 1 parte.
       *[other] quedan { $count } partes.
    }
   *[no] { $count ->
        [one] queda al menos 1 parte.
       *[other] quedan al menos { $count } partes.
    }
}
scan-verdict-cannot-tell = Todavía no sabemos si Kaspersky ya no está.
scan-verdict-clean = No encontramos partes activas de Kaspersky.

scan-clean-lead = Revisamos todo lo que hay que revisar. Esto vale para esta computadora y esta cuenta.
scan-clean-lead-offline = Revisamos todo lo que hay que revisar. Esto vale para el Windows de ese disco y sus cuentas. No estaba en marcha.
scan-clean-lead-system = Revisamos todo lo que hay que revisar. Esto vale para Windows, sin ninguna cuenta.
scan-cannot-tell-lead = Algo que hay que revisar no se revisó, o lo que se encontró podría ser de otro. Vea abajo.
scan-nothing-changed = No se cambió nada.

scan-installed-title = Instalado
scan-installed-next = Quítelo con su propio desinstalador: Configuración, Aplicaciones, Aplicaciones instaladas. Primero guarde sus contraseñas.
scan-perhaps-title = Quizá de Kaspersky
scan-perhaps-lead = El nombre coincide, pero nada lo confirma. Mírelo usted.
scan-installed-next-other = Quítelo con su propio desinstalador. Primero guarde sus contraseñas.
scan-product = { $name } { $version }

scan-fix-first-title = Arreglar antes del próximo reinicio
scan-fix-first-lead = Un filtro sin su controlador. Después de un reinicio, un dispositivo puede dejar de funcionar: el teclado, el mouse o incluso el disco. No reinicie todavía.
scan-live-title = En uso, o programado para iniciarse
scan-live-lead = No borre esto a mano. Si no hay nada que arreglar primero, reinicie una vez y luego revise de nuevo.
scan-live-fix-first = No borre esto a mano. No reinicie todavía: primero arregle lo que se nombra arriba.
scan-live-unknown = No borre esto a mano. No pudimos saber si un reinicio hace daño. No reinicie todavía: revise de nuevo como administrador o pida ayuda.
scan-hook-title = Controladores, servicios y filtros que no están en uso
scan-hook-lead = El orden importa: primero la entrada del filtro, luego un reinicio y después el controlador.
scan-hook-fix-first = El orden importa. No reinicie todavía: primero arregle lo que se nombra arriba.
scan-hook-unknown = El orden importa. No pudimos saber si un reinicio hace daño. No reinicie todavía: revise de nuevo como administrador o pida ayuda.
scan-guided-title = Solo a mano, paso a paso
scan-guided-lead = Son de la red, de los discos, de los navegadores o de la configuración. Borrarlos sin cuidado puede dañar algo.
scan-trust-title = El sistema aún confía en estos
scan-trust-lead = Esta computadora todavía confía en certificados que hizo Kaspersky.
scan-harmless-title = Restos que no hacen daño
scan-harmless-lead = Ya nada los usa.
scan-finding-possible = { $name } (solo posible)
scan-restart-finishes = El próximo reinicio lo quita.

scan-kept-title = Se conserva
scan-kept-lead = Sus propios datos. Se quedan donde están.
scan-suspicious-title = Sospechoso, y no es de Kaspersky
scan-suspicious-lead = Algunos programas dañinos crean carpetas así para impedir que se instale un antivirus. Haga un análisis completo con su antivirus.
scan-suspicious-locked = bloqueada, aunque aquí no hay ningún programa de Kaspersky
scan-suspicious-empty = vacía y oculta
scan-successors-title = UltraAV
scan-successors-lead = En septiembre de 2024, a muchos clientes en Estados Unidos los cambiaron a estos programas. No son de Kaspersky. Cada uno tiene su propio desinstalador.

scan-protection-title = Protección
scan-protection-on = { $name } está activado.
scan-protection-off = No hay ningún antivirus activado. Active uno antes de usar internet.
scan-protection-unknown = No pudimos saber si hay un antivirus activado.

scan-unknown-title = No revisado
scan-unknown-required = { $what }: { $why }. Hay que revisarlo antes de poder decir que no queda nada.
scan-unknown-other = { $what }: { $why }.
scan-unknown-admin-windows = Para revisar más: abra el menú Inicio, escriba "Terminal", elija "Ejecutar como administrador" y revise de nuevo.
scan-unknown-admin-other = Para revisar más, revise de nuevo con "sudo -H".
scan-others = { $count ->
    [one] 1 cuenta más de esta computadora no se revisó.
   *[other] { $count } cuentas más de esta computadora no se revisaron.
}
scan-as-system = Windows, sin ninguna cuenta: lo ejecutó la cuenta del sistema. De las cuentas con sesión iniciada se revisó el registro, y ningún archivo.

scan-progress = Revisando: { $done } de { $total } ({ $what })
