### Proteger: qué protege ahora esta computadora.

protect-on-title = { $name } protege ahora esta computadora
protect-on-lead = Está activado. Windows nos lo confirmó hace un momento.
protect-stale = Está activado, pero no está al día. Deje que se actualice ahora.
protect-off-title = Nada protege ahora esta computadora
protect-off-lead = Windows dice que no hay ningún antivirus activado. Active uno antes de hacer otra cosa en internet.
protect-off-steps-title = Active Microsoft Defender
protect-off-step-1 = Abra Seguridad de Windows y luego Protección contra virus y amenazas.
protect-off-step-2 = Active Protección en tiempo real. Después de un reinicio puede tardar unos minutos.
protect-off-step-3 = Vuelva aquí y revise de nuevo.
protect-server = En Windows Server, Defender no vuelve solo. Un administrador tiene que activarlo.
protect-unknown-title = No pudimos saber qué protege esta computadora
protect-unknown-lead = El sistema no lo dijo. Por favor, mírelo usted.
protect-linux = Linux no trae un antivirus. Deje activadas las actualizaciones e instale programas solo de su distribución.
protect-mac = macOS ya trae XProtect y Gatekeeper. Deje activadas las actualizaciones.
protect-two-title = Hay dos antivirus activados
protect-two-body = Se estorban el uno al otro. Quédese con uno.
protect-gone-body = Todavía está registrado, pero su programa ya no está. No protege a nadie.
protect-firewall = Firewall
protect-chip-on = Activado
protect-chip-off = Desactivado
protect-chip-snoozed = En pausa
protect-chip-expired = Vencido
protect-chip-unknown = No se sabe
protect-one-title = Uno a la vez
protect-one = Instale otro antivirus solo cuando Kaspersky ya no esté. Microsoft Defender viene con Windows y no cuesta nada.
