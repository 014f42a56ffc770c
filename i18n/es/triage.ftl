### Los resultados de muchas computadoras: una tabla con todas.

triage-title = Kaspersky en sus computadoras
triage-computers = { $count ->
    [one] Una computadora.
   *[other] { $count } computadoras.
}
triage-none = No había ningún resultado que leer.
triage-older = { $count ->
    [one] Se dejó fuera un resultado anterior de las mismas computadoras.
   *[other] Se dejaron fuera { $count } resultados anteriores de las mismas computadoras.
}
triage-old-results = { $count ->
    [one] Un resultado es antiguo. Revise otra vez esa computadora.
   *[other] { $count } resultados son antiguos. Revise otra vez esas computadoras.
}
triage-skipped-count = { $count ->
    [one] Una cosa no se pudo leer. Está en la lista del final.
   *[other] { $count } cosas no se pudieron leer. Están en la lista del final.
}

triage-installed = Kaspersky está instalado
triage-leftovers = Quedan partes
triage-cannot-tell = Aún no se sabe
triage-clean = No se encontró nada
triage-no-product = no se nombra ningún producto

triage-computer = Computadora
triage-seen = Vista (UTC)
triage-left = Quedan
triage-unseen = Sin ver
triage-note = Nota
triage-file = Archivo
triage-reason = Por qué no

triage-age-old = antiguo
triage-age-unknown = sin fecha
triage-age-ahead = su reloj va adelantado
triage-fix-first = arreglar antes de reiniciar

triage-skipped-title = Lo que se dejó fuera
triage-skipped-damaged = está dañado, o le falta una parte
triage-skipped-empty = está vacío
triage-skipped-other = no es un resultado de Clean Break
triage-skipped-recording = es una grabación. Désela a scan --replay
triage-skipped-newer = lo escribió un programa más nuevo, en la versión { $version }
triage-skipped-too-long = es más largo que cualquier resultado
triage-skipped-link = es un enlace. Indique el archivo al que lleva
triage-skipped-not-plain = no es un archivo corriente
triage-skipped-too-deep = hay demasiadas carpetas una dentro de otra
triage-skipped-more = { $count ->
    [one] un lugar más del archivo
   *[other] { $count } lugares más del archivo
}
triage-skipped-denied = esta cuenta no puede leerlo
triage-skipped-absent = no está ahí
triage-skipped-unreadable = no se puede leer: { $problem }

triage-saved = La tabla está en { $file }.
triage-lines-saved = Una línea por cada computadora está en { $file }.
triage-not-saved = No se puede escribir { $file }: { $problem }. Ahí no se guardó nada.
