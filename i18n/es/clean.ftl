### Limpiar: qué se puede quitar, cada paso antes de hacerlo, y el camino de vuelta.

clean-button = Limpiar
clean-button-read = Leer sobre cada cosa
clean-title = ¿Qué quiere quitar?
clean-lead = Está elegido todo lo que se puede quitar sin peligro. Antes se guarda cada cosa, así que puede devolverla a su sitio.
clean-group-trust = El sistema aún confía en esto
clean-group-hook = Entradas rotas de controladores y servicios
clean-group-harmless = Ya no se usa
clean-group-live = Todavía cargado
clean-group-guided = Solo a mano
clean-tick = Limpiar esto
clean-tick-all = Limpiar estas
clean-retire = Si fallaron el desinstalador de Kaspersky y su herramienta de eliminación, este controlador se puede desactivar. Se queda en el disco. Después de reiniciar, podrá limpiarlo.
clean-retire-held = Si fallaron el desinstalador de Kaspersky y su herramienta de eliminación, este controlador se puede desactivar. Se queda en el disco.
clean-retire-tick = Desactivar este controlador
clean-by-hand-button = Mostrarme los pasos
clean-more = Más
clean-each = Mostrar cada una
clean-less = Menos
clean-place = Dónde: { $place }
clean-name = Su nombre: { $name }
clean-nothing-chosen = Elija al menos una cosa.
clean-preview-button = { $count ->
    [one] Siguiente: ver qué pasará
   *[other] Siguiente: ver qué pasará con las { $count }
}
clean-preview-title = { $count ->
    [one] Se limpiará esta cosa
   *[other] Se limpiarán estas { $count } cosas
}
clean-preview-lead = Antes se guarda una copia de cada una. No se cambia nada más.
clean-means-filter = { $device ->
    [mouse] Sale de la lista de controladores del mouse. Los demás se quedan.
    [keyboard] Sale de la lista de controladores del teclado. Los demás se quedan.
   *[other] Sale de una lista de controladores de dispositivos. Los demás se quedan.
}
clean-means-retire = Se desactiva a partir del próximo inicio.
clean-means-service = Se quita la entrada que lo iniciaría.
clean-means-registry = Se quita la configuración.
clean-means-move = El archivo o la carpeta pasa a las copias guardadas.
clean-means-empty = La carpeta se quita si está vacía.
clean-means-certificate = { $os ->
    [windows] Windows deja de confiar en él.
   *[other] El sistema deja de confiar en él.
}
clean-means-task = Se quita, así que ya no se inicia.
clean-exact-title = { $count ->
    [one] El paso exacto
   *[other] Los { $count } pasos exactos
}
clean-exact-body = Con cada clave, configuración y archivo, para quien quiera revisarlos.
clean-exact-show = Mostrar los pasos exactos
clean-exact-hide = Ocultar los pasos exactos
clean-exact = { $step } ({ $place })
clean-do-filter = { $device ->
    [mouse] Quitar { $name } de la lista de controladores del mouse. Los demás se quedan.
    [keyboard] Quitar { $name } de la lista de controladores del teclado. Los demás se quedan.
   *[other] Quitar { $name } de una lista de controladores de dispositivos. Los demás se quedan.
}
clean-do-retire = Desactivar el controlador { $name } a partir del próximo inicio.
clean-do-service = Quitar la entrada que inicia { $name }.
clean-do-registry = Quitar la configuración { $name }.
clean-do-move = Pasar { $name } a las copias guardadas.
clean-do-empty = Quitar la carpeta { $name } si está vacía.
clean-do-certificate = Dejar de confiar en { $name }.
clean-do-task = Quitar la tarea programada { $name }.
clean-after-restart = Después de reiniciar: { $step }
clean-later = Más tarde: { $step }
clean-waits-title = Algunos pasos esperan al reinicio
clean-waits-title-held = Algunos pasos tienen que esperar
clean-waits = Primero se quita la entrada de la lista, luego usted reinicia y después vuelve aquí para el resto. Así nada puede dejar de funcionar entretanto.
clean-waits-held = Primero se quita la entrada de la lista. Luego revisamos de nuevo y le decimos cuándo es seguro reiniciar. Después viene el resto.
clean-retire-title = Se desactivará un controlador cargado
clean-retire-preview = Elija esto solo si el desinstalador de Kaspersky falló. La configuración anterior se guarda y puede devolverla.
clean-root-question = Windows preguntará si desea eliminar un certificado del almacén raíz. La respuesta es Sí.
clean-consent = La computadora pedirá permiso. Es posible que quien le ayuda no vea esa ventana.
clean-now = Limpiar ahora
clean-why = { $why ->
    [after_restart] Espera al reinicio.
    [gone] Ya no estaba.
    [not_empty] Hay algo dentro, así que se queda.
    [in_use] Otro programa lo está usando. Reinicie y vuelva a intentarlo.
    [denied] El sistema no lo permitió.
    [disk_full] El disco está lleno y no se pudo guardar una copia. Quedó como estaba.
    [changed] Cambió después de que lo revisamos, así que quedó como está.
    [special] Contiene una tubería, un socket o un dispositivo, así que se queda.
    [mounted] Hay otro disco conectado allí, así que se queda.
    [protected] Está marcado para que nadie lo cambie. Se queda.
    [too_deep] Tiene demasiadas carpetas una dentro de otra para copiarlo con seguridad. Se queda.
    [earlier_failed] Un paso anterior no funcionó, así que quedó como está.
    [live] Está cargado. Reinicie una vez. Si sigue aquí, use la herramienta de eliminación de Kaspersky.
    [guided] Solo una persona puede quitarlo.
    [unsure] No es seguro que sea de Kaspersky, así que se queda.
    [holds_kept] Hay datos suyos dentro, así que se queda.
    [kept] Son sus propios datos.
    [link] En su lugar hay un enlace, así que se queda.
    [filter_first] Elija también su entrada en la lista de controladores.
    [driver_first] Antes tiene que quitarse su controlador.
    [product_here] Todavía hay un producto de Kaspersky. Quítelo primero.
    [not_proven] No se pudo comprobar su firma, así que sigue activo.
    [by_hand] No hay una manera segura de hacerlo por usted.
    [not_disposable] Puede haber datos suyos dentro, así que se queda.
    [not_found] Al revisar de nuevo no se encontró.
    [owned] Es de un producto que sigue instalado.
    [declined] No se dio permiso. No se cambió nada.
    [no_rights] Hace falta un administrador.
    [another_account] Pertenece a una cuenta. Abra Clean Break sin permisos de administrador.
    [busy] Hay otra limpieza en marcha.
    [later_removed] No se pudo devolver lo que se quitó después, así que esto tampoco se devolvió.
    [not_put_back] No se pudo devolver a su sitio. Inténtelo otra vez después de reiniciar.
    [nothing_kept] No hay nada que devolver.
   *[other] No funcionó. Los detalles dicen más.
}
clean-why-held = { $why ->
    [after_restart] Esto tiene que esperar.
    [in_use] Otro programa lo está usando. Cierre ese programa y vuelva a intentarlo.
    [live] Está cargado. Puede quedarse hasta que sea seguro reiniciar.
   *[other] No se pudo devolver a su sitio. Inténtelo otra vez más tarde.
}
cleaning-title = Trabajando
cleaning-lead = Tarda unos segundos. Espere, por favor.
still-working = Tarda más de lo normal y todavía sigue. Puede haber una ventana que pide permiso detrás de otra. Deje la computadora encendida, por favor.
cleaning-consent = Si una ventana pide permiso, la respuesta es Sí. Si elige No, no se cambia nada.
cleaned-declined = No se cambió nada
cleaned-title = { $count ->
    [0] No se limpió nada
    [one] Se limpió 1 cosa
   *[other] Se limpiaron { $count } cosas
}
cleaned-back-title = { $count ->
    [0] No se devolvió nada
    [one] Se devolvió 1 cosa a su sitio
   *[other] Se devolvieron { $count } cosas a su sitio
}
cleaned-lead = Revisamos otra vez. { $count ->
    [0] No queda nada.
    [one] Queda 1 cosa.
   *[other] Quedan { $count } cosas.
}
cleaned-undo-title = Puede devolverlo a su sitio
cleaned-undo = En esta computadora hay una copia guardada de todo.
cleaned-undo-button = Devolver a su sitio
cleaned-chip-failed = No se hizo
cleaned-chip-left = Sin cambios
cleaned-restart = Siguiente: reiniciar
interrupted-title = Una limpieza se detuvo a la mitad
interrupted = Puede terminarla o devolver a su sitio lo que quitó.
interrupted-finish = Terminarla
past-button = Limpiezas anteriores
past-title = Limpiezas anteriores
past-lead = Todo lo que se limpió está guardado. Puede devolverlo todo o solo una cosa.
past-run = { $date }, { $time }
past-run-undated = Una limpieza
past-count = { $count ->
    [0] Se devolvió todo.
    [one] Se puede devolver 1 cosa.
   *[other] Se pueden devolver { $count } cosas.
}
past-undo = Devolver todo esto
past-undo-item = Devolver esto
undo-title = ¿Devolver esto a su sitio?
undo-lead = Estas cosas vuelven a donde estaban.
undo-with-others = También vuelve lo que se quitó después y le pertenece.
undo-warning-title = Cuidado
undo-warning = { $device ->
    [mouse] Falta el controlador { $name }. Si su entrada vuelve, el mouse o el panel táctil no funcionarán tras el próximo inicio.
    [keyboard] Falta el controlador { $name }. Si su entrada vuelve, el teclado no funcionará tras el próximo inicio.
   *[other] Falta el controlador { $name }. Si su entrada vuelve, algunos dispositivos no funcionarán tras el próximo inicio.
}
undo-button = Devolver
by-hand-title = Quite esto a mano
by-hand-lead = Esto nunca lo cambiamos por usted, porque un error aquí puede dejar sin funcionar la computadora o la red.
by-hand-download-lead = Es un archivo que se descargó con winget. Para quitarlo bastan dos pasos.
by-hand-download-1 = Abra el menú Inicio, escriba PowerShell y presione Enter.
by-hand-download-2 = Escriba esto y presione Enter: { $command }
by-hand-vendor = Use primero el desinstalador de Kaspersky o su herramienta de eliminación. Son los que mejor conocen esta parte.
by-hand-network-1 = Abra las propiedades de su adaptador de red.
by-hand-network-2 = Elija la entrada de Kaspersky y luego Desinstalar. Desmarcar la casilla no basta.
by-hand-restart = Reinicie y vuelva a revisar aquí.
by-hand-look = No reinicie todavía. Vuelva a revisar aquí.
by-hand-expert = Si sigue aquí, pregunte a alguien que conozca bien esta computadora.
by-hand-browser-1 = Abra el navegador y vaya a su lista de extensiones.
by-hand-browser-2 = Busque la extensión de Kaspersky y elija Quitar.
by-hand-certificate-1 = En Firefox, abra Configuración (o Ajustes) y busque certificados. Elija Ver certificados.
by-hand-certificate-mail = En Thunderbird, abra Configuración (o Ajustes), luego Privacidad y seguridad, luego Administrar certificados.
by-hand-certificate-2 = En Autoridades, elija la entrada de Kaspersky y luego Eliminar o dejar de confiar.
by-hand-setting-1 = Abra la configuración de la herramienta que se nombra aquí.
by-hand-setting-2 = Quite la línea que nombra el certificado de Kaspersky.
by-hand-account = Un administrador puede borrar este grupo o esta cuenta en la lista de usuarios y grupos locales.
by-hand-app-settings = Abra Configuración, luego Aplicaciones, luego Aplicaciones instaladas. Busque la aplicación de Kaspersky y elija Desinstalar.
by-hand-app-account = Si no está en esa lista, abra el menú Inicio y escriba "PowerShell". Ábralo, escriba esto y presione Enter: Remove-AppxPackage -Package { $package }
by-hand-app-provisioned = Para que las cuentas nuevas no la reciban, un administrador abre PowerShell con "Ejecutar como administrador", escribe esto y presiona Enter: Remove-AppxProvisionedPackage -Online -PackageName { $package }
by-hand-app-staged = Un administrador abre PowerShell con "Ejecutar como administrador", escribe esto y presiona Enter: Remove-AppxPackage -AllUsers -Package { $package }
by-hand-rule-1 = Un administrador abre el menú Inicio, escribe "wf.msc" y presiona Enter. Se abre Windows Defender Firewall con seguridad avanzada.
by-hand-rule-2 = Elija Reglas de entrada y busque el nombre de arriba. Selecciónelo y elija Eliminar. Haga lo mismo en Reglas de salida.
by-hand-rule-3 = Si vuelve, o no se puede elegir Eliminar, la crea una directiva. Pregunte a quien administra esta computadora.
by-hand-file-1 = Puede haber datos suyos en esta carpeta. Ábrala y mire.
by-hand-file-2 = Copie lo que necesite y luego borre usted el resto.
