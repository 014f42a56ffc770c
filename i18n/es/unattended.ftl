### remove --unattended: lo que dice. Qué significa cada cosa en JSON está en docs/unattended.md.

# Cómo terminó.
unattended-gone = Ya no hay ningún producto de Kaspersky en esta computadora.
unattended-still-here = Todavía hay un producto de Kaspersky en esta computadora.
unattended-cannot-tell = No se encontró ningún producto, pero no se pudo ver cada lugar. Así que no se puede saber.
unattended-no-rights = Esto necesita un administrador. No se cambió nada.
unattended-restart-due = Falta reiniciar. Es seguro. Reinicie esta computadora cuando convenga y después ejecute: { $command }
unattended-refused = Esto no se hizo, por lo siguiente:

# Por qué no se hizo.
unattended-why-only-windows = Solo Windows puede hacer esto. En Linux y en una Mac, use el comando guide.
unattended-why-home-product = { $detail } es para hogares. Su dueño puede perder algo y hay que preguntarle. Use la ventana.
unattended-why-unlisted-product = { $detail } no está en ninguna lista nuestra. Nadie sabe qué se perdería. Use la ventana.
unattended-why-management-server = { $detail } puede guardar claves y contraseñas de otras computadoras. Lo quita una persona, al final.
unattended-why-disk-encryption = Aquí se vio el cifrado de discos de Kaspersky. Sin Kaspersky, un disco cifrado no arranca. Descifre antes cada disco y quite esa parte.
unattended-why-disk-encryption-unknown = No se pudo ver si Kaspersky cifra un disco aquí ({ $detail }). Si lo hace, el disco no volvería a arrancar.
unattended-why-file-encryption = Aquí se vio el cifrado de archivos de Kaspersky ({ $detail }). Descifre antes todos los archivos. Cuando esté hecho, agregue: --answered file-encryption
unattended-why-bitlocker-key = BitLocker está activado. Su clave puede estar solo en el servidor de Kaspersky. Cuando cada clave esté guardada en otro lugar, agregue: --answered bitlocker-key
unattended-why-bitlocker-unknown = Windows no dijo si BitLocker está activado. Cuando cada clave esté guardada fuera del servidor de Kaspersky, agregue: --answered bitlocker-key
unattended-why-passwords = Kaspersky guarda contraseñas aquí. Antes tiene que sacarlas la persona de quien son.
unattended-why-secret-vault = El producto puede guardar cajas secretas. Solo la persona de quien son puede vaciarlas.
unattended-why-backups = El producto hace copias que solo él puede leer. Antes tiene que mirar una persona.
unattended-why-other-accounts = Otras personas usan esta computadora, y algo suyo puede estar en el producto. Hay que preguntarles.
unattended-why-not-registered = { $detail } está en esta computadora, pero no en la lista de programas de Windows. Así que no hay nada que iniciar.
unattended-why-only-one-account = { $detail } está solo en la lista de una cuenta. Cualquier cosa de esa cuenta pudo ponerlo ahí. Use la ventana en esa cuenta.
unattended-why-own-program = { $detail } se quita con un programa propio, que puede preguntar algo. Use la ventana.
unattended-why-not-by-code = La entrada de este producto no corresponde al producto que Windows quitaría ({ $detail }).
unattended-why-command-refused = No es seguro iniciar el comando para quitarlo. { $detail }
unattended-why-entry-not-guarded = No solo los administradores pueden cambiar la entrada de { $detail } en la lista de programas de Windows. Por eso no se confía en ella.
unattended-why-other-installation = Hay otra instalación en marcha. Intente de nuevo cuando termine.
unattended-why-password = La contraseña no se puede entregar de forma segura: { $detail }. Quite este producto en la ventana.
unattended-why-log-folder = No hay una carpeta segura para los registros: { $detail }
unattended-why-memory = Lo que hay que saber después de reiniciar no se puede guardar o leer: { $detail }
unattended-why-filter-without-driver = No reinicie todavía esta computadora. Un dispositivo dejaría de funcionar, o Windows no arrancaría, por: { $detail }. La ventana muestra cómo arreglarlo.
unattended-why-filters-unread = No reinicie todavía esta computadora. No se pudo ver si cada dispositivo funcionaría después. { $detail }

# Cada producto.
unattended-product-gone = { $name }: ya no está.
unattended-product-still-here = { $name }: sigue aquí.
unattended-product-not-tried = { $name }: no se intentó.
unattended-product-still-running = { $name }: su desinstalador sigue en marcha y se acabó el tiempo. No se detuvo. Mire más tarde.
unattended-code = Código de salida: { $code } ({ $meaning })
unattended-detail = Windows dijo: { $detail }
unattended-log = Registro: { $file }
unattended-log-removed = Su registro se borró, porque la contraseña estaba en él.

# Al final.
unattended-fixed = Se quitó, porque falta su controlador: { $names }. undo-fix lo devuelve.
unattended-leftovers = { $count ->
    [one] Queda una parte.
   *[other] Quedan { $count } partes.
} cleanup --plan dice qué se puede hacer.
unattended-protected = { $name } está activado y protege esta computadora.
unattended-not-protected = No está probado que algo proteja ahora esta computadora. Mire en Seguridad de Windows.

# Qué puede estar mal con la contraseña antes de hacer algo.
unattended-no-password = No se pudo leer una contraseña de la entrada estándar: { $problem }
