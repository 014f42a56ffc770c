### El programa de consola: ayuda y mensajes.

# La ayuda y la página del manual. La primera frase va detrás del nombre del programa.
cli-help-what = busca Kaspersky y lo que ha dejado
cli-help-independent = Es independiente: no es de Kaspersky, de Microsoft ni del gobierno de Estados Unidos.
cli-help-usage = Uso:
cli-help-window = Lo que da la ventana de este programa cuando inicia este otro:
cli-help-exits = Códigos de salida:

cli-form-scan = Revisa y no cambia nada.
cli-form-scan-offline = Revisa un Windows que no está en marcha. ROOT es la carpeta donde está montado su disco.
cli-form-report-offline = Un informe de un Windows que no está en marcha. ROOT es la carpeta donde está montado su disco.
cli-form-guide-offline = Lo que se encontró en un disco así, página por página. Solo se puede mirar.
cli-form-report = Revisa y escribe un informe para guardar, imprimir o enviar, sin nombres de personas.
cli-form-report-open = Muestra un resultado guardado con scan --json. No se revisa ninguna computadora.
cli-form-report-compare = Muestra qué ya no está, qué se quedó y qué es nuevo de un resultado guardado a otro.
cli-form-guide = Todo el camino, paso a paso, en esta terminal.
cli-form-guide-practice = Lo mismo en una computadora de práctica. En esta no se lee ni se cambia nada.
cli-form-guide-replay = Lo mismo en la computadora de una grabación. En esta no se lee ni se cambia nada.
cli-form-plan = Revisa y dice qué se limpiaría. No cambia nada.
cli-form-apply = Vuelve a revisar y limpia estos hallazgos. Antes se guarda cada cosa.
cli-form-past = Enumera las limpiezas hechas.
cli-form-undo = Devuelve a su sitio lo que quitó una limpieza: todo, o estos hallazgos.
cli-form-fix-filters = En Windows, como administrador: revisa de nuevo y quita las entradas de filtro de estos hallazgos si falta su controlador. Guarda una copia. Escribe JSON.
cli-form-undo-fix = Vuelve a poner lo que quitó el último fix-filters. Escribe JSON.
cli-form-rescue = Para un Windows que no se inicia, o que se inicia sin ratón o teclado. Mirar sus listas de controladores y preguntar qué entrada sale. En la consola del sistema de recuperación, o como administrador con --offline. Fuera de Windows, da los pasos para esa consola.
cli-form-rescue-apply = Lo mismo sin preguntas: sacar las entradas de estos hallazgos. Se guarda una copia del archivo.
cli-form-rescue-undo = Poner otra vez lo que el último rescate sacó en ese disco.
cli-form-remove-own-data = Quita lo que este programa guarda para esta cuenta. Las copias para deshacer la limpieza se quedan. El desinstalador también lo hace.
cli-form-remove-unattended = En Windows, como administrador: quita los productos de oficina sin nadie ante el teclado, uno tras otro, con el instalador de Windows. Se niega donde alguien podría perder algo, y nunca reinicia la computadora.
cli-form-prepare-folder = En Windows, como administrador: crea la carpeta para lo que se guarda para toda la computadora, para que nadie la cree antes. El instalador lo hace.
cli-form-check-tool = Decir si Windows confirma que un archivo descargado es la herramienta de eliminación de Kaspersky. El archivo no se inicia y no se envía nada.
cli-form-code = Explica un código de llamada que alguien leyó. No importan los espacios ni las minúsculas.
cli-form-triage = Una sola tabla con los resultados de muchas computadoras, primero lo peor. De una carpeta se lee todo lo que hay dentro; - lee lo que se escribe o llega por una tubería.
cli-form-export = Prepara lo que usan otras herramientas: un paquete para osquery y archivos para Fleet, o scripts para Intune, o para otras herramientas que administran equipos.
cli-form-schema = Escribe el esquema JSON (JSON Schema) del resultado de scan.

cli-switch-help = Muestra esta ayuda.
cli-switch-version = Muestra la versión.
cli-switch-json = Escribe JSON.
cli-switch-compact = Escribe ese JSON en una sola línea.
cli-switch-line = Escribe una línea corta en ASCII: el resultado, los productos, el código de llamada y cuántos restos hay.
cli-switch-label = Cómo llama usted a esta computadora en el resultado: de 1 a 64 letras, cifras, puntos, guiones o guiones bajos.
cli-switch-out-dir = Guarda además el resultado como JSON en esta carpeta, con el nombre NAME.json. Sin nombre, lleva la hora.
cli-switch-export-dir = Guarda los archivos en esta carpeta. Sin esto, se muestran uno tras otro.
cli-switch-record = Guarda además lo que se vio en este archivo, sin nombres de personas.
cli-switch-replay = Revisa lo que hay en un archivo así y no esta computadora.
cli-switch-format = La forma del informe. Si falta: text.
cli-switch-out = Escribe el informe en este archivo. Si falta, lo muestra aquí.
cli-switch-table-format = La forma de la tabla. Si no se indica: texto.
cli-switch-table-out = Escribe la tabla en este archivo. Si no se indica, se muestra.
cli-switch-ndjson = Escribe además en este archivo una línea limpia de JSON por cada computadora.
cli-switch-stale = Señala los resultados con más días que estos. Si no se indica: 30.
cli-switch-sheet = Escribe en este archivo, para imprimir, lo que se teclea en el sistema de recuperación. No cambia nada.
cli-switch-only = Este hallazgo. Se puede dar más de una vez.
cli-switch-retire = Desactiva también este controlador, que está cargado. Se puede dar más de una vez.
cli-switch-page = Avanza con las respuestas de costumbre hasta la página con este número.
cli-switch-whole-computer = Quita lo que se guarda para toda la computadora y no lo de esta cuenta.
cli-switch-undo-copies = Quita también las copias para deshacer la limpieza.
cli-switch-resume = Sigue después de reiniciar: termina, revisa de nuevo y dice qué protege esta computadora.
cli-switch-password-stdin = Lee la contraseña para quitarlos de la entrada estándar. En una segunda línea, la del Agente de red, si tiene otra.
cli-switch-answered = Esto ya está hecho: cada clave de BitLocker está guardada en otro lugar, o cada archivo está descifrado. Se puede dar más de una vez.
cli-switch-log = La carpeta para los registros de los desinstaladores. Solo los administradores deben poder escribir ahí.
cli-switch-minutes = Cuánto puede tardar un desinstalador. Sin esto: 60. Entonces no se detiene, solo se dice.
cli-switch-offline = La unidad o carpeta con el Windows del que se trata.
cli-switch-ids = Hay más hallazgos en este archivo, uno en cada línea.
cli-switch-sha256 = El SHA-256 de ese archivo. Cualquier otro se rechaza.
cli-switch-catalog = La fecha de lo que sabe la ventana. Si la de este programa es otra, no se hace nada.
cli-switch-helper = Este programa se inició con permisos para la ventana.
cli-switch-ask = Deja la respuesta también para la ventana que dio este número.

cli-exit-clean = hecho; scan y report: no se encontró nada y se revisó todo lo necesario; check-tool: Windows confirma el archivo
cli-exit-installed = Kaspersky está instalado
cli-exit-leftovers = quedan partes; rescue: una entrada detendría un aparato
cli-exit-cannot-tell = no se puede saber; check-tool: no se comprobó
cli-exit-not-done = algo no se cambió como se pidió, o está en espera
cli-exit-no-rights = hace falta un administrador; no se cambió nada
cli-exit-restart-due = falta reiniciar, y es seguro; después: remove --unattended --resume
cli-exit-refused = se rechazó; check-tool: no inicie el archivo
cli-exit-usage = uso incorrecto
cli-exit-data = no se puede leer una grabación, un informe o un código de llamada; rescue: no hay ningún Windows que se pueda leer; triage: algo se dejó fuera
cli-exit-internal = error interno

# Qué está mal en lo que se escribió.
cli-usage-no-command = Diga qué hacer, por ejemplo: cleanbreak-cli scan
cli-usage-unknown-command = No existe el comando "{ $name }". Vea: cleanbreak-cli --help
cli-usage-unknown-switch = No existe la opción { $switch }. Vea: cleanbreak-cli --help
cli-usage-not-with = { $switch } no va con "{ $command }". Vea: cleanbreak-cli --help
cli-usage-no-way = Diga qué debe hacer "{ $command }", con una de estas opciones: { $ways }
cli-usage-two-ways = { $first } y { $second } no van juntas. Dé una de las dos.
cli-usage-way-twice = Dé { $switch } una sola vez.
cli-usage-half-a-pair = { $switch } necesita también { $missing }.
cli-usage-no-ids = Diga de qué hallazgos se trata en "{ $command }". Sus identificadores están en: { $source }
cli-usage-no-file = Diga de qué archivo se trata en "{ $command }".
cli-usage-no-code = Escriba el código de llamada después de "{ $command }": doce letras.
cli-usage-not-one-of = Escriba uno de estos después de "{ $command }": { $words }
cli-usage-no-words = "{ $command }" no necesita "{ $word }". Vea: cleanbreak-cli --help
cli-usage-no-value = Falta algo después de { $switch }. Se da así: { $switch } { $value }
cli-usage-unwanted-value = { $switch } no lleva ningún valor.
cli-usage-wrong-value = { $switch } admite { $wanted } y no "{ $value }".
cli-usage-wrong-label = { $switch } admite de 1 a 64 letras, cifras, puntos, guiones o guiones bajos, no "{ $value }".
cli-usage-not-utf8 = "{ $value }" no es texto en UTF-8.
cli-usage-problem = { $problem }. Vea: cleanbreak-cli --help
cli-replay-failed = No se puede leer { $file }: { $problem }
cli-offline-failed = No se puede revisar { $folder }: { $problem }
cli-offline-no-windows = en este disco no hay ningún Windows
cli-offline-other = Hay otro Windows en { $folder }. No se revisó. Para revisarlo, nombre esa carpeta.
cli-offline-not-mounted = esto es un disco y no una carpeta. Móntelo primero y nombre la carpeta donde está montado.
cli-offline-locked = BitLocker mantiene cerrado este disco. { $os ->
    [linux] Escriba estas dos líneas como root, con los 48 dígitos de su clave de recuperación como contraseña. Luego nombre la carpeta /mnt. { $unlock } ; { $mount }
   *[other] Póngalo en un PC con Windows y ábralo allí con los 48 dígitos de su clave de recuperación.
}
cli-not-a-file = no es un archivo normal
cli-file-too-large = ocupa más de 64 MB
cli-record-failed = No se puede escribir { $file }: { $problem }. El resultado está arriba.
cli-export-failed = No se puede escribir { $file }: { $problem }.
cli-no-such-folder = no existe esa carpeta
cli-may-not-write = esta cuenta no puede escribir ahí
cli-disk-full = el disco está lleno
cli-result-saved = El resultado está en { $file }.
cli-saved-damaged = está dañado: { $problem }
cli-saved-other = no es un resultado de Clean Break
cli-saved-recording = es una grabación. Use report --replay
cli-saved-newer = lo escribió un programa más nuevo, en la versión { $version }
cli-recorded = Lo que se vio está en { $file }. Se quitaron los nombres de personas.
cli-own-data-removed = Los datos de Clean Break se quitaron.
cli-own-data-copies = Las copias para deshacer la limpieza siguen en { $folder }.
cli-own-data-failed = No se pudo quitar todo: { $problem }
cli-folder-not-made = No se creó la carpeta para toda la computadora: { $problem }
cli-own-data-anothers = un programa con permisos no toca la carpeta de una cuenta. Abra una terminal sin permisos y ejecute el comando allí
cli-reported = El informe está en { $file }. Se quitaron los nombres de personas.
cli-report-failed = No se puede escribir { $file }: { $problem }. No se guardó ningún informe.
cli-output-failed = No se puede escribir la respuesta: { $problem }

### El camino en una terminal.

guide-page = Página { $page }
guide-practice = Práctica: esta es una computadora grabada.
guide-choice = { $number }) { $label }
guide-chosen = { $number }) { $label } (elegido)
guide-disabled = -) { $label }: { $why }
guide-ask = Escriba un número y presione Enter. Escriba d para ver detalles, t para verlo todo como texto, r para guardar un informe o q para salir.
guide-ask-file = Escriba la ruta completa del archivo, o nada, y presione Enter. El archivo no se abre.
guide-ask-tool = Escriba la ruta completa del archivo, o nada, y presione Enter. El archivo no se inicia.
guide-ask-folder = Escriba la ruta de la carpeta o de la memoria USB donde va la hoja, o nada, y presione Enter.
guide-no-choice = Ese número no está en la lista.
guide-no-practice = No existe la computadora de práctica "{ $name }". Estas sí existen: { $names }
