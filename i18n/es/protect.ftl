### Proteger: qué protege ahora esta computadora.

protect-on-title = { $name } protege ahora esta computadora
protect-on-lead = Está activado. Windows nos lo confirmó hace un momento.
protect-on-server = Está activado. Windows Server no tiene Centro de seguridad, así que le preguntamos al propio Defender.
protect-out-of-date-title = { $name } está activado, pero no está al día
protect-out-of-date-lead = Ábralo y deje que se actualice. Después vuelva aquí y revise de nuevo.
protect-kaspersky-title = Solo está activado { $name }
protect-kaspersky-lead = Primero quítelo. No instale un segundo antivirus a su lado.
protect-several-title = { $count ->
    [2] Hay dos antivirus activados
   *[other] Hay { $count } antivirus activados
}
protect-several-lead = Se estorban entre sí. Quédese con uno y quite los demás.
protect-snoozed-title = { $name } está en pausa y no hay nada más activado
protect-snoozed-lead = Ábralo y actívelo de nuevo. Después vuelva aquí y revise de nuevo.
protect-expired-title = La licencia de { $name } venció
protect-expired-lead = No hay nada más activado. Renuévela, o quite el programa y active Microsoft Defender.
protect-installed-lead = Kaspersky todavía está aquí y no le protege. Quítelo primero. Después, Microsoft Defender puede ocupar su lugar.
protect-ours-lead = No hay nada más activado. Quítelo y active Microsoft Defender.
protect-gone-title = { $name } sigue en la lista, pero su programa ya no está
protect-gone-lead = No hay otro antivirus activado. Siga los pasos de abajo.
protect-off-title = Nada protege ahora esta computadora
protect-off-lead = Windows dice que no hay ningún antivirus activado. Active uno antes de hacer otra cosa en internet.
protect-off-steps-title = Active Microsoft Defender
protect-off-step-1 = Abra Seguridad de Windows y luego Protección contra virus y amenazas.
protect-off-step-2 = Active Protección en tiempo real. Después de un reinicio puede tardar unos minutos.
protect-off-step-2-held = Active Protección en tiempo real. Puede tardar unos minutos.
protect-off-step-3 = Vuelva aquí y revise de nuevo.
protect-leave = Dejarlo así por ahora
protect-late-title = Windows todavía no ha contestado
protect-late-lead = Quizá aún se está iniciando. Espere unos minutos y revise de nuevo.
protect-unknown-title = No pudimos saber qué protege esta computadora
protect-unknown-lead = El sistema no lo dijo. Por favor, mírelo usted.
protect-contradicts = Windows y Microsoft Defender no dicen lo mismo. Por favor, mírelo usted.

protect-stale = Sus datos no están al día. Deje que se actualice ahora.
protect-gone-body = Todavía está registrado, pero su programa ya no está. Así que no hace nada. Puede que el próximo reinicio borre la entrada.
protect-gone-body-held = Todavía está registrado, pero su programa ya no está. Así que no hace nada.
protect-next-off = Ahora no protege nada. Está bien si hay otro activado.
protect-next-off-alone = Ahora no protege nada.
protect-next-snoozed = Está desactivado por un rato. Ábralo y actívelo.
protect-next-expired = Su licencia venció. Renuévela o quite el programa.
protect-next-ours = Es de Kaspersky. Quítelo.
protect-next-unknown = No dijo cómo está. Ábralo y mire.
protect-chip-on = Activado
protect-chip-off = Desactivado
protect-chip-out-of-date = Sin actualizar
protect-chip-snoozed = En pausa
protect-chip-expired = Vencido
protect-chip-gone = Ya no está
protect-chip-unknown = No se sabe

protect-own-title = Qué dice Microsoft Defender de sí mismo
protect-own-on = Está activado.
protect-own-on-age = { $days ->
    [0] Está activado. Sus datos son de hoy.
    [one] Está activado. Sus datos tienen un día.
   *[other] Está activado. Sus datos tienen { $days } días.
}
protect-own-stands-back = Queda en espera mientras otro antivirus está activado.
protect-own-off = Está desactivado.
protect-own-not-asked = No le preguntamos, porque otro antivirus está activado.
protect-own-silent = No contestó. Abra Seguridad de Windows y mire.

protect-firewall = Firewall
protect-fire-on = El Firewall de Windows está activado.
protect-fire-other = { $name } es ahora el firewall.
protect-fire-off-domain = Está desactivado en redes de trabajo.
protect-fire-off-private = Está desactivado en redes privadas.
protect-fire-off-public = Está desactivado en redes públicas.
protect-fire-next = Abra Seguridad de Windows y luego Firewall y protección de red. Actívelo.
protect-fire-unknown = No pudimos saberlo. Abra Seguridad de Windows, luego Firewall y protección de red, y mire.

protect-ten-title = Windows 10 necesita ahora actualizaciones adicionales
protect-ten-ended = Su soporte terminó el 14 de octubre de 2025.
protect-ten-enrolled = Las PC de casa inscritas en las Actualizaciones de seguridad extendidas reciben correcciones hasta el 12 de octubre de 2027. Todavía puede inscribirse. En una oficina, pregunte a quien se encarga de sus PC.
protect-ten-could-not-tell = No pudimos saber si esta PC está inscrita. Abra Configuración, Actualización y seguridad, y luego Windows Update: ahí lo dice.
protect-ten-data-title = Microsoft Defender en Windows 10
protect-ten-data = Recibe nuevos datos sobre virus hasta octubre de 2028. Eso no reemplaza las correcciones de Windows.

protect-back-title = Defender vuelve solo
protect-back = En Windows 10 y 11, Microsoft Defender se activa de nuevo cuando ya no queda otro antivirus. Puede tardar unos minutos o necesitar un reinicio.
protect-back-held = En Windows 10 y 11, Microsoft Defender se activa de nuevo cuando ya no queda otro antivirus. Puede tardar unos minutos.
protect-server-title = Windows Server es distinto
protect-server = En Windows Server, Defender no vuelve solo. Un administrador tiene que activarlo.
protect-one-title = Uno a la vez
protect-one = Instale otro antivirus solo cuando Kaspersky ya no esté. Microsoft Defender viene con Windows y no cuesta nada.

protect-mac-title = macOS tiene su propia protección
protect-mac = macOS no nos dice cómo está. Por favor, mírelo usted.
protect-mac-how-title = XProtect y Gatekeeper
protect-mac-how = Gatekeeper revisa un programa antes de que usted lo abra por primera vez. XProtect detiene y quita los dañinos que ya se conocen.
protect-mac-steps-title = Vea que estén activados
protect-mac-step-1 = Abra Configuración del Sistema y luego Privacidad y seguridad. Permita solo apps de la App Store y de desarrolladores conocidos.
protect-mac-step-2 = Abra General y luego Actualización de software. Active las actualizaciones automáticas.
protect-linux-title = Linux no trae un antivirus
protect-linux = Deje activadas las actualizaciones e instale programas solo de su distribución.
protect-linux-help-title = ¿Necesita uno?
protect-linux-help = La ayuda del escritorio GNOME dice que probablemente no. Los virus que afectan a Linux son muy raros. Dice que aun así puede instalar uno, para archivos que usted pasa a Windows o a una Mac.

### Lo que impide la protección de Windows.

held-title = Qué mantiene desactivada la protección de Windows
held-policy-off = La directiva { $name } le dice a Microsoft Defender que siga desactivado.
held-policy-off-old = La directiva { $name } le dice a Microsoft Defender que siga desactivado. Solo obedecen las versiones viejas. Si la suya es nueva, lo desactiva otra cosa.
held-policy-part = La directiva { $name } desactiva la protección en tiempo real o una parte de ella.
held-policy-passive = La directiva { $name } le dice a Microsoft Defender que quede en espera.
held-policy-firewall = Una directiva desactiva el Firewall de Windows en redes { $name ->
    [domain] de trabajo
    [public] públicas
   *[other] privadas
}.
held-service-off = El servicio de Windows { $name } está desactivado.
held-registered = { $name } sigue en la lista de Seguridad de Windows, pero su programa ya no está.
held-setting = La propia opción { $name } de Microsoft Defender lo mantiene desactivado.
held-tamper-off = La Protección contra alteraciones está desactivada. Otros programas pueden cambiar la configuración de Microsoft Defender.
held-policy-title = Puede que una directiva lo mantenga desactivado
held-policy-who = Puede que la haya puesto un programa, a veces uno dañino. O la puso quien configuró esta computadora.
held-policy-step-1 = ¿Usó un programa que desactiva Microsoft Defender? Ábralo y deshaga ese cambio.
held-policy-step-2 = En Windows Pro, escriba gpedit.msc en el menú Inicio. Abra Configuración del equipo, Plantillas administrativas, Componentes de Windows, Antivirus de Microsoft Defender. Ponga “Desactivar Antivirus de Microsoft Defender” en “No configurada”. ¿Ya dice eso? Siga.
held-policy-step-3 = Reinicie la computadora y revise de nuevo.
held-policy-step-4 = ¿Sigue desactivado? Guarde el informe y muéstrelo a alguien que sepa de Windows. O elija otro antivirus más abajo.
held-managed-title = Pregunte a su administrador
held-managed-who = Un lugar de trabajo o una escuela administra esta computadora. Solo su administrador puede cambiar lo que la protege.
held-managed-step-1 = Guarde el informe.
held-managed-step-2 = Envíelo a su administrador. Pregunte qué protege ahora esta computadora.
held-service-title = Una parte de Windows está desactivada
held-service-who = Sin ella, puede que Microsoft Defender no vuelva cuando se quita otro antivirus.
held-service-step-1 = ¿Usó un programa que desactiva partes de Windows? Ábralo y deshaga ese cambio. Luego reinicie la computadora y revise de nuevo.
held-service-step-1-held = ¿Usó un programa que desactiva partes de Windows? Ábralo y deshaga ese cambio. Luego revise de nuevo.
held-service-step-2 = ¿Sigue desactivada? Guarde el informe y muéstrelo a alguien que sepa de Windows.
held-service-step-3 = Hasta entonces, elija otro antivirus más abajo.
held-registration-title = Un programa que ya no está sigue en la lista
held-registration-who = Puede que Windows lo tome por su antivirus y deje el suyo desactivado.
held-registration-step-1 = Reinicie la computadora una vez y revise de nuevo.
held-registration-step-2 = ¿Sigue en la lista? Consiga la herramienta de eliminación del fabricante de ese programa y ejecútela.
held-registration-step-3 = ¿No hay herramienta o no ayudó? Instale ese programa otra vez y quítelo con su propio desinstalador.
held-registration-step-4 = ¿Todavía sigue en la lista? Guarde el informe y muéstrelo a alguien que sepa de Windows. O elija otro antivirus más abajo.
held-registration-ours-title = Un programa que ya no está sigue en la lista
held-registration-ours-who = Puede que Windows lo tome por su antivirus y deje el suyo desactivado.
held-registration-ours-1 = Reinicie la computadora una vez y revise de nuevo.
held-registration-ours-2 = ¿Sigue en la lista? Use la herramienta de eliminación de Kaspersky. Puede que su página no se abra desde EE. UU.
held-registration-ours-3 = ¿Todavía sigue en la lista? Guarde el informe y muéstrelo a alguien que sepa de Windows. O elija otro antivirus más abajo.
held-tamper-title = Active también la Protección contra alteraciones
held-tamper-who = Impide que otros programas vuelvan a desactivar Microsoft Defender.
held-tamper-step-1 = Abra Seguridad de Windows, luego Protección contra virus y amenazas y luego Administrar la configuración.
held-tamper-step-2 = Active Protección en tiempo real y Protección contra alteraciones.
held-firewall-next = Quien lo desactivó puede activarlo otra vez. Guarde el informe y muéstrelo a alguien que sepa de Windows.
held-firewall-managed = Un lugar de trabajo o una escuela administra esta computadora. Pregunte a su administrador.
