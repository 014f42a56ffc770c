### Palabras que usa más de una página.

# Texto tal cual: un nombre, una ruta, una línea que se escribe.
verbatim = { $text }

# Qué mira una revisión. Se usa en listas: "no revisado: …".
check-programs = programas instalados
check-services = servicios y controladores
check-class-filters = filtros del teclado, del mouse y de otros dispositivos
check-network-components = filtros y adaptadores de red
check-root-certificates = certificados de confianza
check-driver-store = el almacén de paquetes de controladores
check-elam = copias de controladores de inicio temprano
check-safe-boot = entradas del Modo seguro
check-files = archivos y carpetas
check-system-extensions = extensiones del sistema
check-registry = claves del registro
check-wfp = la Plataforma de filtrado de Windows
check-com-providers = proveedores de análisis y de copias de seguridad
check-tool-certificates = certificados en los que confía Firefox o Thunderbird
check-tasks = tareas programadas
check-autoruns = programas que se inician solos
check-pending = lo que se completará en el próximo reinicio
check-processes = programas en uso
check-browser-extensions = extensiones del navegador
check-accounts = grupos y cuentas locales
check-settings = opciones que nombran un certificado
check-update-policy = la directiva de Windows Update
check-connections = conexiones abiertas
check-security-center = el Centro de seguridad de Windows
check-defender = Microsoft Defender
check-firewall = el firewall del sistema
check-held-off = lo que puede impedir la protección de Windows
check-other-accounts = otras cuentas de esta computadora
check-app-packages = paquetes de aplicaciones
check-firewall-rules = reglas del firewall
check-windows-release = qué Windows es este
check-extended-updates = actualizaciones extendidas de Windows
check-memory-integrity = integridad de memoria
check-upgrade-blocks = registros de Windows sobre una actualización de versión
check-network-leads = proxies y servidores de nombres
check-mail-add-ins = complementos de Outlook

# Por qué no se vio un lugar y qué ayuda.
why-needs-admin = hace falta un administrador
why-not-on-this-os = este sistema no tiene ese lugar
why-timed-out = no respondió a tiempo; revise de nuevo
why-failed = el sistema dio un error; revise de nuevo
why-not-tried = no se revisó a propósito
why-recovery = este es un sistema de reparación; inicie Windows y revise allí
why-container = esto es un contenedor, que oculta el equipo; revise fuera de él
why-sandbox = esto es un entorno aislado, que oculta el equipo; instale el paquete y revise con él
why-other-root = este es otro sistema en una carpeta (chroot); salga de él y revise de nuevo
why-inside-windows = este es un Linux dentro de Windows; revise con el programa para Windows
why-other-home = HOME no nombra la carpeta personal de esta cuenta; inicie sesión con su cuenta y revise de nuevo

# Motivos, una oración corta cada uno.
reason-distinctive-name = Nadie más usa este nombre.
reason-general-name = El nombre es conocido, pero es corto o general.
reason-vendor-folder = Está en una carpeta de Kaspersky.
reason-versioned-folder = Su carpeta lleva el nombre y la versión de un producto de Kaspersky.
reason-vendor-named = Su descripción nombra a Kaspersky.
reason-vendor-publisher = Su editor es { $name }.
reason-vendor-signer = Está firmado por { $name }.
reason-altitude = Microsoft le asignó la altitud { $name }.
reason-other-signer = Está firmado por { $name }, que no es Kaspersky.
reason-other-publisher = Su editor es { $name }, que no es Kaspersky.
reason-other-folder = Está en la carpeta de { $name }.
reason-embedder = { $name } está instalado y quizá lo trae.
reason-file-missing = Su archivo ya no está.
reason-running = Está en uso ahora.
reason-will-load = Se iniciará con la computadora.
reason-registered-only = Solo está en el registro.
reason-filter-without-driver = La lista de filtros nombra un controlador que falta o está desactivado, o que lo estará después del reinicio.
reason-driver-unknown = No pudimos saber si su controlador está ahí y si seguirá después del reinicio.
reason-gone-after-restart = El próximo reinicio lo quita.
reason-stale-entry = Todavía está registrado, pero sus partes ya no están.
reason-locked = El sistema no dejó ver lo que hay dentro.
reason-downloaded = Una herramienta descargó este archivo. No se instaló nada. Quítelo con este comando: { $name }

### Con permisos de administrador.

lent-title = Abierto con permisos de administrador
lent-body = Así, Clean Break revisa y explica. No inicia ningún desinstalador y no guarda nada. Para llegar hasta el final, ciérrelo. Luego ábralo de nuevo sin esos permisos.
lent-no-uninstaller = abra Clean Break de nuevo sin permisos de administrador
address-title = Ábralo usted, por favor
address-body = Clean Break tiene ahora permisos de administrador, así que no abre nada por usted. Esta dirección está copiada. Péguela en su navegador: { $address }
address-run = Clean Break tiene ahora permisos de administrador, así que no abre nada por usted. Esta dirección está copiada. Presione la tecla Windows y R, péguela allí y presione Enter: { $address }
