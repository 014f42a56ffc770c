### El informe: un archivo para guardar, imprimir o enviar a quien ayuda.

report-title = Informe de Clean Break
report-practice = Práctica: este informe es sobre una computadora grabada. Abajo, “esta computadora” es aquella.
report-recording = Este informe es sobre una computadora grabada. Abajo, “esta computadora” es aquella.
report-disk = Este informe es sobre el Windows de un disco que no estaba en marcha. Abajo, “esta computadora” es aquella.

report-code = Código de ayuda
report-code-is = Código de ayuda: { $code }
report-code-use = Léaselo a quien le ayuda. Quien tiene el mismo código ve el mismo resultado.

report-when = Revisado
report-when-local = { $date }, { $time }
report-when-utc = { $date }, { $time } UTC
report-when-unknown = La grabación no dice cuándo.
report-computer = Computadora
report-rights = Permisos
report-rights-admin = Los de un administrador.
report-rights-user = Los de un usuario común. Un administrador puede ver más.
report-accounts = Cuentas
report-this-account = Esta cuenta.
report-places = Alcance
report-places-count = { $seen } de { $all } puntos, por completo.
report-program = Programa
report-program-version = Clean Break { $version }, con datos del { $date }.

report-name = Nombre
report-version = Versión
report-where = Dónde
report-signs = Qué lo indica
report-state = Estado
report-place = Lugar
report-reason = Por qué no
report-needed = Hace falta para decir que no queda nada
report-yes = Sí
report-no = No

report-firewall = Firewall: { $state }
report-firewall-unknown = no pudimos saberlo.
report-unknown-lead = No sabemos qué hay ahí.
report-unknown-none = Se revisó todo lo que está en nuestra lista.
report-checked-title = Revisado por completo
report-checked-none = Ningún lugar se pudo ver por completo.
report-removed-none = Desde entonces no se quitó ningún programa.
report-clean-up = Limpieza del { $date } a las { $time } UTC
report-interrupted = Se detuvo a la mitad.
report-put-back = Devuelto después
report-not-said-title = Lo que este informe no dice
report-precautions = No revisamos si se tomaron datos ni si otra persona usó esta computadora.
report-not-devices = No se revisaron teléfonos, tabletas ni otras computadoras.

report-independent = Clean Break es independiente: no es de Kaspersky, de Microsoft ni del gobierno de Estados Unidos.
report-local = Este informe se hizo en la computadora y no se envió a nadie. Se quitaron los nombres de personas y de computadoras.

### Guardarlo en la ventana.

button-save-report = Guardar el informe
button-open-report = Abrir el informe
report-saved-title = El informe está guardado
report-not-saved-title = No se pudo guardar el informe
report-saved-note = El informe está guardado.
report-not-saved-note = No se pudo guardar el informe.

### Un resultado guardado que se vuelve a abrir, y dos que se comparan.

report-opened = Este es un resultado guardado. “Esta computadora” es aquí la computadora donde se hizo.
report-when-not-saved = El resultado no dice cuándo.
report-label = Nombre dado
report-protected = Algo protegía entonces la computadora.
compare-warning = Aquí se comparan dos resultados guardados. Nadie ha vuelto a revisar la computadora.
compare-before = Primer resultado
compare-after = Segundo resultado
compare-installed = Kaspersky estaba instalado.
compare-left = Kaspersky no estaba instalado, pero quedaban partes.
compare-went = Lo que ya no está
compare-went-none = No se fue nada.
compare-stayed = Lo que se quedó
compare-stayed-none = No se quedó nada.
compare-new = Lo que es nuevo
compare-new-none = No hay nada nuevo.
compare-not-seen = Lo que nadie sabe
compare-not-seen-lead = La segunda revisión no pudo ver todos los sitios donde estaba esto. Puede que siga ahí.
compare-what = Qué es
compare-product = un producto
compare-leftover = una parte que queda
compare-other-system = Son de sistemas distintos. No pueden ser de una misma computadora.
compare-other-label = Tienen nombres distintos. ¿Son de una misma computadora?
compare-backwards = El segundo resultado es el más antiguo. ¿Hay que cambiarlos de lugar?

### La página de la ventana que abre un resultado guardado.

result-title = Un resultado guardado
result-lead = Suelte el archivo en esta ventana, o elíjalo. Un segundo se compara con el primero. En esta computadora no se lee ni se cambia nada más.
result-open = Abrir un resultado guardado…
result-choose = Elegir el archivo…
result-another = Elegir otro para comparar…
result-fresh = Cerrar este resultado
result-too-many = Abra un resultado, o dos para compararlos.
result-line = { $name }: { $line }
result-dialog = ¿Qué archivo tiene el resultado guardado?

### Lo que pasó en el camino.

report-answers = Lo que se respondió
report-asked = Pregunta sobre
report-said = Respuesta
report-runs = Cómo terminó cada desinstalador
report-run-code = Terminó con el código { $code }.
report-run-killed = Algo lo cerró.
report-run-not-waited = No se pudo esperar a que terminara.
report-run-refused = Se rechazó su orden. No se inició nada.
report-run-not-started = La computadora no pudo iniciarlo.
report-moment = Cuándo
report-restarts = Reinicios que se vieron
report-undo-place = Las copias están en { $folder }.
report-undo = Para devolverlo a su sitio: cleanbreak-cli cleanup --undo { $run }
