### El programa de consola: ayuda y mensajes.

cli-help =
    Clean Break { $version }: busca Kaspersky en esta computadora. Es independiente: no es de
    Kaspersky, de Microsoft ni del gobierno de Estados Unidos.

    Uso:
      cleanbreak-cli scan [--json] [--record FILE] [--replay FILE]
          Revisa y no cambia nada. --json escribe un objeto JSON. --record guarda además lo que
          se vio, sin nombres de personas. --replay revisa ese archivo y no esta computadora.
      cleanbreak-cli report [--format text|html|json] [--out FILE] [--replay FILE]
          Revisa y escribe un informe para guardar, imprimir o enviar, sin nombres de personas.
          Sin --out lo muestra aquí.
      cleanbreak-cli guide [--practice NAME | --replay FILE]
          Todo el camino, paso a paso, en esta terminal. Con --practice, en una computadora
          grabada; con --replay, en la de una grabación: en esta no se lee ni se cambia nada.
      cleanbreak-cli cleanup --plan [ID…] | --apply ID… [--retire ID…] | --past [--json]
          Limpia lo que ha quedado. --plan mira y dice qué se haría. --apply vuelve a mirar y lo hace;
          antes se guarda cada cosa. --retire también desactiva estos controladores, que están
          cargados. --past enumera las limpiezas hechas.
      cleanbreak-cli cleanup --undo RUN|latest [--only ID…] [--json]
          Devuelve a su sitio lo que quitó una limpieza.
      cleanbreak-cli fix-filters ID… [--ask NUMBER]
          En Windows, como administrador: revisa de nuevo, quita las entradas de filtro de estos
          hallazgos si falta su controlador y guarda una copia. Escribe JSON. Con --ask deja la
          respuesta también para la ventana que dio el número.
      cleanbreak-cli undo-fix [--ask NUMBER]
          Vuelve a poner lo que quitó el último fix-filters.
      cleanbreak-cli remove-own-data [--whole-computer] [--undo-copies]
          Quita lo que este programa guarda para esta cuenta, o para toda la computadora. Las
          copias para deshacer la limpieza se quedan, salvo con --undo-copies. El desinstalador
          también lo hace.
      cleanbreak-cli prepare-folder
          En Windows, como administrador: crea la carpeta para lo que se guarda para toda la
          computadora, para que nadie la cree antes. El instalador lo hace.
      cleanbreak-cli schema
          Escribe el esquema JSON (JSON Schema) del resultado de scan.
      cleanbreak-cli --help | --version

    Códigos de salida de scan y report:
      0   no se encontró nada y se revisó todo lo necesario
      10  Kaspersky está instalado
      11  quedan partes
      12  no se puede saber
      13  (cleanup, fix-filters, undo-fix) algo no se cambió como se pidió, o está en espera
      14  (cleanup) hace falta un administrador; no se cambió nada
      64  uso incorrecto    65  grabación ilegible    70  error interno

cli-usage-no-command = Diga qué hacer, por ejemplo: cleanbreak-cli scan
cli-usage-unknown-command = No existe el comando "{ $name }". Vea: cleanbreak-cli --help
cli-usage-problem = { $problem }. Vea: cleanbreak-cli --help
cli-replay-failed = No se puede leer { $file }: { $problem }
cli-not-a-file = no es un archivo normal
cli-file-too-large = ocupa más de 64 MB
cli-record-failed = No se puede escribir { $file }: { $problem }. El resultado está arriba.
cli-recorded = Lo que se vio está en { $file }. Se quitaron los nombres de personas.
cli-own-data-removed = Los datos de Clean Break se quitaron.
cli-own-data-copies = Las copias para deshacer la limpieza siguen en { $folder }.
cli-own-data-failed = No se pudo quitar todo: { $problem }
cli-folder-not-made = No se creó la carpeta para toda la computadora: { $problem }
cli-own-data-anothers = un programa con permisos no toca la carpeta de una cuenta. Abra una terminal sin permisos y dé la orden allí
cli-reported = El informe está en { $file }. Se quitaron los nombres de personas.
cli-report-failed = No se puede escribir { $file }: { $problem }. No se guardó ningún informe.
cli-output-failed = No se puede escribir la respuesta: { $problem }

### El camino en una terminal.

guide-page = Página { $page }
guide-practice = Práctica: esta es una computadora grabada.
guide-choice = { $number }) { $label }
guide-chosen = { $number }) { $label } (elegido)
guide-disabled = -) { $label }: { $why }
guide-ask = Escriba un número y presione Enter. Escriba d para ver detalles o q para salir.
guide-ask-file = Escriba la ruta completa del archivo, o nada, y presione Enter. El archivo no se abre.
guide-no-choice = Ese número no está en la lista.
guide-no-practice = No existe la computadora de práctica "{ $name }". Estas sí existen: { $names }
