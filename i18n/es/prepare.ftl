### Preparar: lo que se perdería y la hoja para tener a mano. Fuentes: assets/catalog/traps.toml.

prepare-title = Guarde lo que se perdería
prepare-lead = Algunas cosas solo se abren mientras Kaspersky está aquí. Primero guárdelas en otro lugar.
prepare-lost-heading = Lo que se pierde sin Kaspersky
prepare-smooth-heading = Para que todo salga bien al quitarlo
prepare-missing = { $count ->
    [one] Falta 1 respuesta
   *[other] Faltan { $count } respuestas
}
prepare-please-answer = Responda, por favor
prepare-settled = Hecho
prepare-none = No tiene
prepare-ask-first = Preguntar primero
prepare-will-be-lost = Se perderá
prepare-not-yet = Falta terminar
prepare-step = { $number }. { $step }
answer-none = No tengo
answer-done = Ya está hecho
answer-cannot-open = No puedo abrirlo
answer-someone-else = Otra persona debe responder
prepare-loss = Entiendo: sin Kaspersky quizá nunca pueda abrirlo
prepare-loss-body = Sin Kaspersky quizá nunca pueda abrirlo. Si puede ser importante, deténgase aquí y primero busque la contraseña.
prepare-someone-else-body = Pregúntele primero. Sus respuestas están guardadas; puede cerrar este programa y volver.

prepare-sees-vault = Vemos una bóveda en esta cuenta: { $place }
prepare-sees-no-vault = No vemos ninguna bóveda en su lugar habitual en esta cuenta.
prepare-sees-backup = También vemos una copia de seguridad de ella. Solo Kaspersky la abre.
prepare-sees-encryption = Vemos en esta computadora un controlador o un registro de Kaspersky para cifrar discos.
prepare-sees-accounts = { $count ->
    [one] Vemos 1 cuenta más. No la revisamos por dentro.
   *[other] Vemos { $count } cuentas más. No las revisamos por dentro.
}

prepare-manager-title = ¿Qué administrador de contraseñas usará ahora?
prepare-manager-body = Elija uno y prepárelo. Así podrá recibir sus contraseñas.
prepare-manager-other = Otro
prepare-manager-reads = { $name } lee el archivo de texto de Kaspersky. Elija Kaspersky en su ventana de importación.
prepare-manager-reads-not = { $name } no lee el archivo de texto de Kaspersky. Tendría que copiar los datos a mano.
prepare-manager-unknown = No encontramos ninguna fuente que diga si { $name } lee el archivo de texto de Kaspersky. Pruebe la importación antes de quitar nada.
prepare-manager-other-body = Averigüe si lee el archivo de texto de Kaspersky. Pruebe la importación antes de quitar nada.

prepare-passwords-title = ¿Hasta dónde llegó con sus contraseñas?
prepare-passwords-body = El archivo solo no basta. Abra la lista nueva y busque en ella una contraseña que conozca. Nosotros nunca abrimos el archivo.
prepare-passwords-exported = Tengo el archivo
prepare-passwords-found = Encontré en la lista nueva una contraseña que conozco
prepare-passwords-deleted = También borré el archivo
prepare-passwords-delete = Ahora borre el archivo y vacíe la papelera. Se lo recordamos al final.
prepare-export-title = El archivo con sus contraseñas
prepare-export-body = Cualquiera puede leerlo, así que no debe quedarse. Muéstrenos cuál es. Entonces podremos decirle si ya no está. No lo abrimos.
prepare-export-chip-here = Sigue ahí
prepare-export-chip-gone = Ya no está
prepare-export-show = Muéstrenos el archivo…
prepare-export-dialog = ¿Qué archivo tiene sus contraseñas exportadas? No se abre.
prepare-export-here = Lo vemos: { $place }, { $size } KB, del { $date } a las { $time }. No lo abrimos.
prepare-export-here-undated = Lo vemos: { $place }, { $size } KB. No lo abrimos.
prepare-export-empty = Este archivo está vacío: { $place }. Exporte sus contraseñas otra vez.
prepare-export-synced = Parece que su carpeta se copia a internet. Elimine el archivo en cuanto su nueva lista esté completa.
prepare-export-still = El archivo sigue ahí: { $place }. Elimínelo y elija otra vez esta respuesta.
prepare-export-gone = Ya no está ahí: { $place }. Ahora vacíe la papelera.
prepare-export-unknown = No pudimos mirar { $place }: { $why }.

trap-passwords = Sus contraseñas guardadas
trap-passwords-how = Kaspersky Password Manager escribe sus contraseñas en los sitios web. Puede guardar algunas que usted no sabe de memoria.
trap-passwords-step-1 = Elija más abajo un nuevo administrador de contraseñas.
trap-passwords-step-2 = En Kaspersky Password Manager, abra Configuración (Settings) y luego Importar y exportar (Import/Export). En exportar a un archivo de texto (Export to text file), elija Exportar.
trap-passwords-step-3 = Importe ese archivo en el nuevo administrador de contraseñas.
trap-passwords-step-4 = Abra la lista nueva y busque una contraseña que conozca.
trap-passwords-step-5 = Borre el archivo y vacíe la papelera.
trap-passwords-backup = Una copia de seguridad no es una exportación: solo Kaspersky la abre.
trap-passwords-synced = Cualquiera puede leer el archivo. No lo ponga en OneDrive, Dropbox ni otras carpetas sincronizadas.
trap-passwords-rest = Las tarjetas, direcciones y documentos no están en el archivo. Cópielos a mano.
trap-secret-vault = Archivos en una bóveda secreta
trap-secret-vault-how = Una bóveda secreta guarda archivos bajo llave. Solo se abre mientras Kaspersky está instalado.
trap-secret-vault-step-1 = En Kaspersky, abra Privacidad (Privacy) y luego Bóveda secreta (Secret Vault). Si no aparece ninguna, no tiene.
trap-secret-vault-step-2 = Desbloquee cada bóveda con su contraseña.
trap-secret-vault-step-3 = Copie todos los archivos a una carpeta común.
trap-secret-vault-step-4 = Abra algunas de las copias.
trap-backups = Copias de seguridad hechas con Kaspersky
trap-backups-how = Kaspersky guarda las copias en un formato propio. Nada indica que otros programas lo abran.
trap-backups-step-1 = En Kaspersky, abra Copia de seguridad y restauración (Backup and Restore). Si no aparece ninguna tarea, no tiene.
trap-backups-step-2 = Restaure todo en una carpeta común y abra algunos archivos.
trap-backups-step-3 = Haga una copia de seguridad nueva con otro programa.
trap-quarantine = Archivos en cuarentena
trap-quarantine-how = Kaspersky encierra los archivos que toma por virus. Después de quitarlo, nadie puede abrirlos. Casi siempre es mejor dejarlos ahí.
trap-quarantine-step-1 = En Kaspersky, abra Cuarentena (Quarantine). Si nada de eso es suyo, elija “No tengo”.
trap-quarantine-step-2 = Restaure un archivo solo si sabe que es suyo y que no hace daño.
trap-other-accounts = Otras personas en esta computadora
trap-other-accounts-how = Cada persona tiene su propia bóveda y sus propios archivos.
trap-other-accounts-step-1 = Pregunte a cada persona si guarda contraseñas o archivos en Kaspersky.
trap-other-accounts-step-2 = Cada una entra en su cuenta y los guarda en otro lugar, igual que usted.
trap-vpn-kill-switch = Kaspersky VPN
trap-vpn-kill-switch-how = Su freno de emergencia (Kill Switch) bloquea internet cuando la VPN se corta. Eso puede pasar mientras se quita Kaspersky.
trap-vpn-kill-switch-step-1 = En Kaspersky VPN, abra el menú, luego Configuración (Settings) y Freno de emergencia (Kill Switch). Desactívelo.
trap-vpn-kill-switch-step-2 = Apague la VPN.
trap-safe-kids = Reglas para los niños
trap-safe-kids-how = Kaspersky Safe Kids pertenece a la cuenta de la madre o el padre. Ella o él decide.
trap-safe-kids-step-1 = La madre o el padre entra en My Kaspersky y anota las reglas.
trap-safe-kids-step-2 = No cambie ahora la contraseña de esa cuenta. Safe Kids puede perder sus datos.
trap-safe-kids-step-3 = Antes de seguir, ponga otras reglas, por ejemplo en Microsoft Family Safety.
trap-removal-password = Una contraseña para quitar Kaspersky
trap-removal-password-how = Kaspersky puede pedir una contraseña cuando se quita. Alguien la puso en su configuración.
trap-removal-password-step-1 = Téngala a mano. Si nadie puso una, elija “No tengo”.
trap-removal-password-step-2 = Si la olvidó, abra la fuente. Kaspersky muestra cómo borrarla, en Modo seguro.
trap-subscription = Su suscripción
trap-subscription-how = Quitar el programa no la cancela. Puede renovarse sola. Esto puede esperar hasta el final.
trap-subscription-step-1 = En My Kaspersky, abra Suscripciones (Subscriptions). Elija Administrar suscripción (Manage subscription) y luego Cancelar suscripción (Cancel subscription).
trap-subscription-step-2 = En la página siguiente, elija Cancelar (Cancel).
trap-subscription-step-3 = Revise también si su tarjeta tiene cobros de UltraAV o Pango.
trap-disk-encryption = Discos cifrados
trap-disk-encryption-how = Quizá una ventana de Kaspersky pide una contraseña antes de que inicie Windows. Entonces un disco está cifrado con Kaspersky y no se puede leer sin él.
trap-disk-encryption-step-1 = Pregunte a la persona que instaló Kaspersky.
trap-disk-encryption-step-2 = Pida que descifren cada disco y espere hasta que diga 100%.
trap-disk-encryption-step-3 = Si no sabe, elija “Otra persona debe responder”.
trap-file-encryption = Archivos y memorias USB cifrados
trap-file-encryption-how = Los archivos y memorias que Kaspersky cifró siguen cifrados después de quitarlo. La oficina decide cuáles son.
trap-file-encryption-step-1 = Pregunte a la persona que instaló Kaspersky si hay archivos cifrados.
trap-file-encryption-step-2 = Pida que los descifren todos, y también cada memoria USB.
trap-file-encryption-step-3 = Abra algunos en una computadora sin Kaspersky.
trap-bitlocker-key = La clave de BitLocker
trap-bitlocker-key-how = BitLocker, que es de Windows, puede cerrar este disco, con la clave guardada en el servidor de Kaspersky de la oficina. Si ese servidor desaparece, puede desaparecer la única clave.
trap-bitlocker-key-step-1 = En el menú Inicio, escriba cmd. Elija Ejecutar como administrador.
trap-bitlocker-key-step-2 = Escriba manage-bde -protectors -get C: y presione Entrar.
trap-bitlocker-key-step-3 = Anote los 48 dígitos que están bajo Contraseña numérica. Guárdelos lejos de esta computadora.

encryption-title = Deténgase: un disco puede estar cifrado
encryption-lead = Si se quita Kaspersky mientras un disco está cifrado con él, se pierde todo lo que hay en ese disco.
encryption-what-title = Qué hacer
encryption-what-ask = Pregunte a la persona que instaló Kaspersky si hay algún disco cifrado.
encryption-what-decrypt = Pida que descifren cada disco y espere hasta que diga 100%.
encryption-what-return = Luego vuelva a esta página.
encryption-note = No se quita nada hasta aclarar esto

sheet-title = Tenga esta página a mano
sheet-lead = Tómele una foto con su teléfono o imprímala. Puede necesitarla mientras la computadora se reinicia.
sheet-help-title = Cómo pedir ayuda
sheet-help = Diga a quien le ayuda el número de página que está en el borde de la ventana. Lea esto solo a alguien a quien usted llamó. Nosotros nunca le llamamos.
sheet-internet-title = ¿Y si después no hay internet?
sheet-internet = Reinicie una vez más. Luego abra Configuración, Red e Internet, Configuración de red avanzada, Restablecimiento de red.
sheet-mouse-title = ¿No funciona el mouse?
sheet-mouse = Presione Tab para moverse y Enter para elegir. No reinicie otra vez. Inicie Clean Break; primero le muestra qué arreglar.
sheet-safe-mode-title = ¿Windows no inicia?
sheet-safe-mode = Encienda la computadora y, mientras Windows inicia, mantenga presionado el botón de encendido hasta que se apague. Hágalo tres veces; luego enciéndala y espere. Elija Solucionar problemas, Opciones avanzadas, Configuración de inicio, Reiniciar, y luego 4 para el Modo seguro. Tenga a mano su clave de BitLocker y la contraseña de su cuenta; ahí un PIN puede no funcionar. Para volver a Windows normal, reinicie.
sheet-return-title = Para volver aquí
sheet-return = Después del reinicio, este programa puede abrirse por su cuenta. Si no se abre, inicie Clean Break; sigue donde se quedó.
sheet-mac = En una Mac: no arrastre Kaspersky al Basurero. Use su desinstalador y luego reinicie.
sheet-saved = Guardado: { $path }
sheet-not-saved = No se pudo guardar la hoja: { $why }. Tome una foto de esta página.
