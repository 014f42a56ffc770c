### Preparar: lo que se perdería y la hoja para tener a mano.

prepare-title = Guarde lo que se perdería
prepare-lead = Algunas cosas solo se abren mientras Kaspersky está aquí. Primero guárdelas en otro lugar.
prepare-missing = { $count ->
    [one] Falta 1 respuesta
   *[other] Faltan { $count } respuestas
}
prepare-please-answer = Responda, por favor
prepare-settled = Hecho
prepare-none = No tiene
prepare-ask-first = Preguntar primero
prepare-will-be-lost = Se perderá
answer-none = No tengo
answer-done = Ya está hecho
answer-cannot-open = No puedo abrirlo
answer-someone-else = Otra persona debe responder
prepare-loss = Entiendo: sin Kaspersky quizá nunca pueda abrirlo
prepare-loss-body = Sin Kaspersky quizá nunca pueda abrirlo. Si puede ser importante, deténgase aquí y primero busque la contraseña.
prepare-someone-else-body = Pregúntele primero. Sus respuestas están guardadas; puede cerrar este programa y volver.

trap-passwords = Sus contraseñas guardadas
trap-passwords-how = En Kaspersky Password Manager, elija Configuración (Settings), Importar y exportar (Import and export), y luego exportar a un archivo de texto (Export to text file). Importe ese archivo en su nuevo administrador de contraseñas. Después abra la lista nueva y busque una contraseña que conozca. Una copia de seguridad no basta: solo Kaspersky la abre.
trap-secret-vault = Archivos en una bóveda secreta
trap-secret-vault-how = Una bóveda solo se abre mientras Kaspersky está instalado. En Kaspersky, elija Privacidad (Privacy), Bóveda secreta (Secret Vault). Desbloquee cada bóveda y copie los archivos a una carpeta común. Abra algunos para comprobarlo.
trap-backups = Copias de seguridad hechas con Kaspersky
trap-backups-how = En Kaspersky, elija Copia de seguridad y restauración (Backup and Restore). Restaure todo en una carpeta común y abra algunos archivos.
trap-quarantine = Archivos en cuarentena
trap-quarantine-how = No se podrán abrir después de quitar Kaspersky. Casi siempre es mejor dejarlos ahí. Restaure un archivo solo si sabe que es suyo y que no hace daño.
trap-vpn-kill-switch = Kaspersky VPN
trap-vpn-kill-switch-how = Desconecte la VPN y desactive Freno de emergencia (Kill Switch). Si no, internet puede dejar de funcionar mientras se quita Kaspersky.
trap-safe-kids = Reglas para los niños
trap-safe-kids-how = La madre o el padre entra con su cuenta y anota las reglas. Antes de seguir, ponga otras reglas, por ejemplo en Microsoft Family Safety.
trap-removal-password = Una contraseña para quitar Kaspersky
trap-removal-password-how = Kaspersky puede pedir una contraseña cuando se quita. Téngala a mano. Si nunca puso una, elija “No tengo”.
trap-subscription = Su suscripción
trap-subscription-how = Quitar el programa no cancela la suscripción. Cancele la renovación en My Kaspersky. Revise también si su tarjeta tiene cobros de UltraAV o Pango. Esto puede esperar.
trap-disk-encryption = Discos cifrados
trap-disk-encryption-how = Si Kaspersky cifró un disco, no se puede leer sin Kaspersky. Primero descifre cada disco y espere hasta que diga 100%. Si no sabe, pregunte.
trap-file-encryption = Archivos y memorias USB cifrados
trap-file-encryption-how = Los archivos y las memorias USB que Kaspersky cifró siguen cifrados. Primero descifre cada uno, también cada memoria USB.
trap-bitlocker-key = La clave de BitLocker
trap-bitlocker-key-how = Kaspersky Security Center puede tener la única copia de la clave de recuperación. Anote los 48 dígitos o guárdelos en otro lugar.

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
sheet-return = Después del reinicio, este programa se abre por su cuenta. Si no se abre, inicie Clean Break; sigue donde se quedó.
sheet-mac = En una Mac: no arrastre Kaspersky al Basurero. Use su desinstalador y luego reinicie.
sheet-saved = Guardado: { $path }
sheet-not-saved = No se pudo guardar la hoja: { $why }. Tome una foto de esta página.
