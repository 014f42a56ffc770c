### La ventana misma: barra lateral, Ayuda, tamaño del texto e idioma, y cuando no se puede abrir.

language-name = Español
window-name = Clean Break
window-page = Página { $page }
window-settings = { $language } · Texto al { $percent } %
window-settings-short = { $language } · { $percent } %
window-help = Ayuda
window-return = Volver a su página
window-practice-list = Práctica. En esta computadora no se lee ni se cambia nada.
window-practice-short = Práctica. Aquí no se cambia nada.
window-practice = Práctica – { $name }. En esta computadora no se lee ni se cambia nada.
window-recording = Una computadora grabada

# Un paso y su estado, como los dice un lector de pantalla.
window-step-done = { $step }: hecho
window-step-current = { $step }: usted está aquí
window-step-ahead = { $step }: por hacer
window-step-skipped = { $step }: no hace falta en esta computadora
window-step-open = { $step }: sin confirmar
window-step-of = Paso { $number } de { $total }: { $step }

# Solo los dice un lector de pantalla.
window-rail = Los ocho pasos
window-steps = Pasos
window-scroll-bar = Barra de desplazamiento
# Lo que dice un botón que se repite en la página, con el título de su tarjeta.
window-button-of = { $label } – { $title }

window-below = Hay más abajo
window-details = Detalles para quien le ayuda
window-details-copy = Copiar como texto
window-details-copied = Copiado

# 29 sep 2024
window-date-short = { $day } { $month ->
    [1] ene
    [2] feb
    [3] mar
    [4] abr
    [5] may
    [6] jun
    [7] jul
    [8] ago
    [9] sep
    [10] oct
    [11] nov
   *[12] dic
} { $year }

window-help-phone-title = Por teléfono
window-help-phone = Cada página tiene un número grande, arriba a la izquierda. Léaselo a quien le ayuda. Antes de Ayuda estaba en:
window-help-details-title = Por escrito
window-help-details = Presione “Detalles para quien le ayuda”, debajo de una página, y luego “Copiar como texto”. Péguelo en su mensaje. Se quitan los nombres de personas.
window-help-keys-title = Sin mouse
window-help-keys-tab = Tab va al botón siguiente; Shift (Mayús) y Tab, al anterior.
window-help-keys-arrows = Las flechas van de una respuesta a la siguiente.
window-help-keys-enter = Enter o la barra espaciadora lo presiona.
window-help-keys-main = Alt y la flecha derecha van al botón principal, abajo a la derecha, o a lo que aún no respondió.
window-help-keys-back = Alt y la flecha izquierda vuelven a la página anterior.
window-help-keys-scroll = Page Up (Re Pág) y Page Down (Av Pág) mueven la página.
window-help-keys-zoom = Ctrl y más o menos cambian el tamaño del texto.
window-help-keys-helper = F2 muestra como texto todo lo de su página, para quien le ayuda.

### Everything about a page, for a helper.

ticket-title = Para quien le ayuda
ticket-lead = Todo lo de su página, como texto. Sin nombres de personas. Cópielo en un mensaje a quien le ayuda.
ticket-open = Mostrarlo todo como texto
ticket-page = Su página
ticket-report = Qué contiene el informe
ticket-no-report = Todavía no hay informe. Puede guardar uno tras la primera revisión de este equipo.
ticket-saved = El informe está guardado: { $path }
ticket-not-saved = No se pudo guardar el informe: { $why }

window-settings-title = Tamaño del texto e idioma
window-settings-lead = Lo que elija aquí queda guardado.
window-size = Tamaño del texto
window-size-held = Esta ventana es demasiado pequeña para eso. Agrándela, y el texto crece con ella.
window-percent = { $percent } %
window-colours = Colores
window-colours-system = Igual que el sistema
window-colours-light = Claro
window-colours-dark = Oscuro
window-colours-contrast = Alto contraste
window-language = Idioma

window-closing-title = El desinstalador sigue trabajando
window-closing-lead = Sigue sin esta ventana. Cuando termine, abra Clean Break otra vez y revisamos qué hizo.
window-closing-keep = Dejar abierta esta ventana
window-closing-close = Cerrar de todos modos

window-none-title = Clean Break no puede abrir su ventana
window-none = Esta computadora no pudo mostrar la ventana. El programa de consola hace lo mismo: abra una terminal y escriba cleanbreak-cli guide.
window-none-reason = { $renderer }: { $reason }

window-already-title = Clean Break ya está abierto
window-already = Busque su ventana. Puede estar detrás de otra.

### Lo que guarda el propio programa, y cómo quitarlo.

own-data-title = Los datos de Clean Break
own-data-place = Su avance, sus preferencias y los registros están en esta carpeta: { $folder }
own-data-open = Quitarlos
own-data-ask = ¿Quitar los datos de Clean Break?
own-data-ask-lead = Se quitan su avance, sus respuestas, lo que eligió aquí y los registros. Nada más cambia en esta computadora.
own-data-copies = Las copias para deshacer la limpieza se quedan en { $folder }.
own-data-remove = Quitarlos
own-data-remove-all = Quitarlos con las copias
own-data-keep = Conservarlos
own-data-copies-ask = ¿Quitar también las copias?
own-data-copies-lead = Con ellas se puede devolver lo que se limpió. Sin ellas ya no se puede devolver nada.
own-data-copies-remove = Quitar todo
own-data-copies-keep = Conservar las copias
own-data-removed = Los datos de Clean Break se quitaron
own-data-removed-lead = Puede cerrar esta ventana y desinstalar Clean Break cuando quiera.
own-data-failed = No se pudo quitar todo
own-data-failed-lead = La computadora dijo: { $why }
own-data-close = Cerrar Clean Break
window-past-title = Lo que se limpió
