### Palabras que comparten todas las páginas del camino: pasos, botones y fechas.

step-check = Revisar
step-why = Por qué
step-prepare = Preparar
step-remove = Quitar
step-restart = Reiniciar
step-verify = Comprobar
step-protect = Proteger
step-done = Listo

button-start = Revisar esta computadora
button-continue = Continuar
button-back = Atrás
button-look-again = Revisar de nuevo
button-stop-looking = Detener
button-skip-product = Dejar este por ahora
button-skip-products = Dejar estos por ahora
button-finish = Terminar
button-quit = Cerrar
button-print-sheet = Imprimir…
button-save-sheet = Guardar en USB…
button-open-installed-apps = Abrir Aplicaciones instaladas
button-open-windows-security = Abrir Seguridad de Windows
button-to-removal = Volver a quitar Kaspersky
button-vendor-tool = Abrir la página de Kaspersky
button-source = Fuente
button-source-of = Fuente: { $publisher }
button-report-of = Informa sobre esto: { $publisher }
button-opposite-of = Dice lo contrario: { $publisher }

# 29 de septiembre de 2024
date = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { $year }
# 11:20, en 24 horas
time = { $hour24 }:{ $minute }

# Un día solo, como en la línea de tiempo.
on-date = { $date }

unsaved = Sus respuestas no se pueden guardar: { $why }. Puede seguir, pero después de un reinicio tendrá que empezar otra vez.

already-open = Clean Break ya está abierto. Busque su ventana.

read-aloud = Lea esto solo a alguien a quien usted llamó. Nosotros nunca le llamamos.
checked-at = Revisado: { $time }, esta cuenta
checked-at-system = Revisado: { $time }, Windows, sin ninguna cuenta
