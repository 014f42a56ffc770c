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
