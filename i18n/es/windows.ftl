### Windows mismo: sus correcciones, y lo que las impide.

windows-fixes-title = Correcciones para Windows
windows-fixes-until = { $name } recibe correcciones hasta el { $date }.
windows-fixes-extended = Este PC tiene una licencia de actualizaciones adicionales. { $name } recibe correcciones hasta el { $date }.
windows-fixes-ended = { $name } recibió sus últimas correcciones el { $date }. Un antivirus no las sustituye.
windows-fixes-ended-next = Abra Configuración, luego Windows Update, e instale el Windows más nuevo que le ofrezca. ¿Es un PC del trabajo? Pregunte a quien lo administra.
windows-fixes-sold = Los PC inscritos en las actualizaciones de seguridad extendidas todavía reciben correcciones. No pudimos saber si este lo está.
windows-fixes-clock = El reloj de este equipo está atrasado. Por eso no podemos saber si Windows todavía recibe correcciones. Ajuste el reloj y vuelva a mirar.
windows-fixes-newer = Este Windows (compilación { $build }) es más nuevo que lo que conocemos.
windows-fixes-not-in-table = No sabemos hasta cuándo recibe correcciones este Windows (compilación { $build }).
windows-fixes-not-seen = No pudimos saber qué Windows es este.
windows-fixes-look = Abra Configuración, luego Windows Update, y mire si todavía recibe actualizaciones.
windows-chip-ended = Terminó
windows-lead-ended = Windows mismo ya no recibe correcciones. La página Proteger dice qué hacer.
windows-lead-not-told = No pudimos saber si Windows mismo todavía recibe correcciones. La página Proteger dice más.

windows-memory-runs = La integridad de memoria está activada y funciona.
windows-memory-set = La integridad de memoria está activada, pero no funciona. Quizá falte reiniciar, o un controlador lo impida.
windows-memory-set-only = La integridad de memoria está activada. No pudimos saber si funciona.
windows-memory-off = La integridad de memoria no funciona. Después de la limpieza puede activarla: abra Seguridad de Windows, luego Seguridad del dispositivo, luego Detalles de aislamiento del núcleo.
windows-memory-off-only = La integridad de memoria está desactivada. Después de la limpieza puede activarla: abra Seguridad de Windows, luego Seguridad del dispositivo, luego Detalles de aislamiento del núcleo.

windows-upgrade-title = Por qué Windows quizá no se actualiza a otra versión
windows-upgrade-file = El propio registro de Windows nombra este archivo de Kaspersky: { $name }
windows-upgrade-driver = El propio registro de Windows nombra este controlador de Kaspersky: { $name }
windows-upgrade-program = El propio registro de Windows nombra este programa de Kaspersky: { $name }
windows-upgrade-others = { $count ->
    [one] También nombra 1 cosa más: { $names }. Esa no la tocamos.
   *[other] También nombra { $count } cosas más: { $names }. Esas no las tocamos.
}
windows-upgrade-next = Quítelo, reinicie y vuelva a intentarlo. Windows quizá lo siga nombrando un tiempo después de que ya no esté.
windows-upgrade-page = Microsoft dice qué ayuda entonces: { $page }

windows-after-title = Lo que quizá explica que no haya internet, o problemas con el correo
windows-after-lead = Solo se lo decimos. No cambiamos nada de esto.
windows-after-proxy = Esta cuenta envía su tráfico web a { $value }, y allí nadie responde. Eso quizá explica que no haya internet.
windows-after-proxy-all = El tráfico web de todas las cuentas va a { $value }, y allí nadie responde. Eso quizá explica que no haya internet.
windows-after-proxy-services = Los propios servicios de Windows envían su tráfico a { $value }, y allí nadie responde. Eso quizá explica que fallen las actualizaciones.
windows-after-script = Esta cuenta pregunta a { $value } por el camino a internet, y allí nadie responde. Eso quizá explica que no haya internet.
windows-after-script-all = Todas las cuentas preguntan a { $value } por el camino a internet, y allí nadie responde. Eso quizá explica que no haya internet.
windows-after-dns = Un adaptador de red pregunta a { $value }, este mismo equipo, por los nombres de los sitios web. Allí nadie responde. Eso quizá explica que no haya internet.
windows-after-mail = El complemento { $value } sigue registrado en Outlook. Eso quizá explica errores en Outlook.
windows-after-store = { $value } todavía confía en un certificado de Kaspersky, en una lista propia. Eso quizá explica errores con el correo.
windows-after-proxy-next = Abra Configuración, luego Red e Internet, luego Proxy. Desactive “Usar un servidor proxy”.
windows-after-script-next = Abra Configuración, luego Red e Internet, luego Proxy. Desactive “Usar script de configuración”.
windows-after-all-next = Lo dice una directiva. Pida a quien configuró este equipo que la retire.
windows-after-services-next = Abra el Terminal como administrador y escriba: netsh winhttp reset proxy
windows-after-dns-next = Abra Configuración, luego Red e Internet, luego su red. Ponga “Asignación de servidor DNS” en Automático.
windows-after-mail-next = En Outlook, abra Archivo, luego Opciones, luego Complementos. Junto a Administrar, elija Ir y quítelo.
windows-after-store-next = En Thunderbird, abra Configuración (o Ajustes), luego Privacidad y seguridad, luego Administrar certificados. En Autoridades, elija la entrada de Kaspersky y luego Eliminar o dejar de confiar.
