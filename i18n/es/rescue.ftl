### Rescue: a Windows on a disk that does not start, or starts without mouse or keyboard.

rescue-windows-only = Esto funciona en Windows y en la consola de su sistema de recuperación. Sin --apply ni --undo, recibe los pasos para ella.
rescue-not-here = Este Windows está en marcha. Para el Windows de otro disco, diga cuál es, por ejemplo: cleanbreak-cli rescue --offline D:\
rescue-recovery = Este es el sistema de recuperación. No es el Windows de su disco. Para mirar ese, escriba: cleanbreak-cli rescue
rescue-none = Aquí no hay ningún Windows que se pueda abrir.
rescue-several = Aquí hay más de un Windows. Diga cuál es, por ejemplo: { $command }
rescue-windows = El Windows de { $root }
rescue-installed = Instalado allí: { $products }
rescue-no-software = No se pudo leer qué está instalado allí: { $why }
rescue-nothing = Ninguna lista de controladores detendría un aparato en el próximo inicio.
rescue-gaps = Algunos lugares no se pudieron leer, así que puede haber más:
rescue-gap = { $place }: { $why }
rescue-stops = { $device ->
    [mouse] { $name } detiene el ratón y el panel táctil.
    [keyboard] { $name } detiene el teclado.
   *[other] { $name } detiene aparatos de un tipo.
}
rescue-number = { $number }) { $words }
rescue-driver-missing = Falta su controlador. Sin él, Windows no inicia ningún aparato así.
rescue-driver-unknown = No podemos saber si su controlador está, así que se queda.
rescue-left-alone = Clean Break no cambia esta lista.
rescue-file = Archivo: { $file }
rescue-list = Lista: { $list }
rescue-entry = Entrada: { $entry }
rescue-ask = Escriba un número y pulse Intro. Solo esa entrada sale de su lista. Escriba q para parar aquí.
rescue-no-choice = Ese no es uno de los números.
rescue-command = Para sacarla, escriba:
rescue-done = Hecho: { $name } ya no está en su lista. El archivo se cerró y se leyó otra vez, y el cambio está en él.
rescue-returned = Hecho: { $name } está otra vez en su lista.
rescue-failed = Sin hacer: { $name }. { $why }
rescue-copy = Una copia del archivo de antes está en { $folder }.
rescue-undo = Para ponerla otra vez, escriba:
rescue-nothing-kept = En este disco no hay nada que poner otra vez.
rescue-restart = Ahora cierre esta ventana y elija Continuar, para que Windows se inicie.
rescue-closed = { $root }: { $why }
rescue-why = { $why ->
    [no_windows] Aquí no hay ningún Windows.
    [running] Este Windows está en marcha ahora. Para él, use: cleanbreak-cli scan
    [locked] BitLocker mantiene cerrado este disco. Escriba los 48 dígitos de su clave de recuperación en el lugar de KEY: { $unlock }
    [hibernated] Este Windows no se apagó del todo. Perdería lo que se cambie ahora. Inícielo, elija Reiniciar y no Apagar, y vuelva aquí. Si no es posible, escriba: { $wake }. Entonces se pierde lo que estaba abierto y sin guardar.
    [link] Un enlace a otro lugar está en el camino, y no seguimos enlaces.
    [no_rights] Esto necesita un administrador.
    [in_use] Otro programa usa el archivo. Cierre ese programa y pruebe otra vez.
    [damaged] El archivo no se lee como uno de Windows. No se cambió nada.
    [disk_full] El disco está lleno, así que no se pudo hacer una copia. No se cambió nada.
    [not_writable] En este disco no se puede escribir nada. No se cambió nada.
    [stays_loaded] Windows no soltó el archivo. Reinicie este equipo antes de hacer otra cosa.
    [not_read_again] Lo que se escribió no se pudo leer otra vez. Use el mismo comando otra vez: dice lo que hay.
   *[other] No funcionó.
}
rescue-say-which = Diga dónde está montado el disco con ese Windows, por ejemplo: cleanbreak-cli rescue --offline /media/disco
rescue-elsewhere = No se cambió nada. Solo Windows escribe este archivo, así que se arregla en el sistema de recuperación de ese Windows:
rescue-elsewhere-1 = Vuelva a poner el disco en su PC. Apague ese PC a mitad del inicio, tres veces. Luego elija Solucionar problemas, Opciones avanzadas, Símbolo del sistema. Puede pedir la clave de BitLocker.
rescue-elsewhere-2 = Con cleanbreak-cli.exe en una memoria USB, escriba la letra de la memoria y esto, y omita el resto: :\cleanbreak-cli rescue
rescue-elsewhere-3 = Sin ella, escriba dir C:\ y dir D:\ hasta que uno muestre una carpeta Windows. Donde las líneas de abajo dicen D:, escriba esa letra.
rescue-elsewhere-4 = Escriba estas líneas una tras otra. Nunca omita la última.
rescue-elsewhere-title = Qué escribir en el sistema de recuperación
rescue-elsewhere-lines = Las líneas
rescue-elsewhere-odd = Una de estas listas tiene un nombre que allí no se puede escribir. Use cleanbreak-cli.exe en una memoria USB.
rescue-sheet-written = La hoja está en { $file }.
rescue-sheet-failed = No se puede escribir { $file }: { $problem }. No se guardó ninguna hoja.

disk-title = Esto es sobre un disco
disk-only-look = Las páginas hablan del Windows del disco en { $folder }. “Esta computadora” es aquella. Aquí solo se puede mirar. Lo que se quita, se quita en su propio PC.
disk-rescue = Si ese Windows no se inicia, o no tiene ratón ni teclado, cierre esto y escriba: { $command }
disk-list = Ver la lista entera
