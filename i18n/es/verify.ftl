### Comprobar: qué queda.

left-title = { $complete ->
    [yes] { $count ->
        [one] Queda 1 cosa
       *[other] Quedan { $count } cosas
    }
   *[no] { $count ->
        [one] Queda al menos 1 cosa
       *[other] Quedan al menos { $count } cosas
    }
}
left-title-unknown = Todavía no lo sabemos
left-title-installed = Kaspersky todavía está instalado
left-product = No se quitó.
left-lead = Revisamos otra vez, en { $count ->
    [one] 1 punto
   *[other] { $count } puntos
}. { $unknown ->
    [0] Se revisó todo lo que hacía falta.
    [one] No se revisó 1 punto.
   *[other] No se revisaron { $unknown } puntos.
}
left-facts-old = Lo que sabemos es del { $date }, de hace más de tres meses. Desde entonces pueden haber cambiado las fechas de soporte, las ofertas y las direcciones. Puede haber partes de Kaspersky que aún no conocemos. Busque una versión más nueva de Clean Break.
left-possible = Quizá no es de Kaspersky
left-chip-live = En uso
left-chip-hook = Entrada rota
left-chip-guided = A mano
left-chip-trust = { $os ->
    [windows] Windows aún confía en él
   *[other] El sistema aún confía en él
}
left-chip-harmless = No hace daño
left-chip-fix = Arreglar primero
left-chip-kept = Se conserva
left-live = Está cargado, o programado para cargarse. Reinicie una vez y luego revise de nuevo.
left-live-held = Está cargado, o programado para cargarse. Puede quedarse hasta que sea seguro reiniciar.
left-driver = El sistema ya no puede usar esta entrada. No la elimine a mano: el orden importa.
left-driver-by-hand = El sistema ya no puede usar esta entrada. Solo se quita a mano. Los pasos le dicen el orden.
left-driver-missing = Su archivo ya no está. El sistema no puede usar esta entrada.
left-filter = Está en una lista de controladores que van delante de un dispositivo. Los demás de la lista deben quedarse.
left-network = Pertenece a la red. Quítelo en las propiedades del adaptador de red, con Desinstalar.
left-certificate = Un certificado le dice a una computadora en quién confiar. Esta confía todavía en lo que Kaspersky hizo aquí.
left-extension = Quítela en el navegador, en Extensiones.
left-setting = Una herramienta todavía usa un certificado de Kaspersky. Cambie esta opción en la herramienta.
left-account = Un grupo o una cuenta local que creó Kaspersky. Un administrador puede quitarlo.
left-driver-file = El archivo de un controlador. Windows todavía puede cargarlo: déjelo donde está.
left-downloaded = Un archivo descargado. No se instaló nada y nada se ejecuta.
left-app = Una aplicación de Kaspersky. Quítela en Configuración o pida a un administrador que lo haga.
left-rule = Una regla del firewall para Kaspersky. Un administrador puede eliminarla.
left-harmless = Ya nada lo usa.

# Qué es un hallazgo, como título de su tarjeta. Su nombre y su lugar están en los detalles.
thing-driver = Una entrada de controlador que quedó
thing-service = Una entrada de servicio que quedó
thing-filter = Una entrada en una lista de controladores
thing-network = Una parte de la configuración de red
thing-certificate = Un certificado de Kaspersky
thing-extension = Una extensión del navegador
thing-setting = Una opción que nombra a Kaspersky
thing-account = Un grupo o una cuenta local
thing-task = Una tarea programada
thing-driver-file = El archivo de un controlador
thing-file = Un archivo o una carpeta que quedó
thing-download = Un archivo descargado
thing-registry = Una configuración de Windows que quedó
thing-rule = Una regla del firewall
thing-app = Una aplicación de Kaspersky
thing-package = Un paquete que quedó
thing-process = Un programa en uso
thing-connection = Una conexión abierta
thing-several = { $thing } ({ $count })

kept-vault = La bóveda de Kaspersky Password Manager
kept-password-folder = La carpeta de Kaspersky Password Manager en esta cuenta
kept-password-backup = Copias de seguridad que solo abre Kaspersky Password Manager
kept-removed = Copias de archivos que Kaspersky eliminó
kept-removed-same-version = Copias de archivos que Kaspersky eliminó. Solo las lee la misma versión
kept-quarantine = La cuarentena de Kaspersky, con los archivos que apartó
kept-quarantine-server = Cuarentena y copias de Kaspersky Security for Windows Server
kept-removal-tool = Datos y cuarentena de Kaspersky Virus Removal Tool
kept-preboot-log = El registro de una contraseña que se pide antes de iniciar Windows. Este disco puede seguir cifrado
left-many = { $count ->
    [one] 1 más, en los detalles de abajo.
   *[other] { $count } más, en los detalles de abajo.
}
left-continue = Dejar esto por ahora
gone-title = No encontramos partes activas de Kaspersky
gone-lead = Revisamos { $count ->
    [one] 1 punto
   *[other] { $count } puntos
} ({ $date }, { $time }). Esto vale para esta computadora y esta cuenta.
gone-lead-undated = Revisamos { $count ->
    [one] 1 punto
   *[other] { $count } puntos
}. Esto vale para esta computadora y esta cuenta.
gone-lead-system = Revisamos { $count ->
    [one] 1 punto
   *[other] { $count } puntos
} ({ $date }, { $time }). Esto vale para Windows, sin ninguna cuenta.
gone-lead-system-undated = Revisamos { $count ->
    [one] 1 punto
   *[other] { $count } puntos
}. Esto vale para Windows, sin ninguna cuenta.
gone-informing = { $count ->
    [one] No se revisó 1 punto. El resultado no depende de él
   *[other] No se revisaron { $count } puntos. El resultado no depende de ellos
}
