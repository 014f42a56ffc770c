### Limpiar lo que ha quedado, en un terminal.

cleanup-cli-plan-none = No hay nada que limpiar.
cleanup-cli-plan = Esto es lo que se haría, en este orden. Antes se guarda cada cosa.
cleanup-cli-plan-waits = (después de reiniciar)
cleanup-cli-plan-not = No se toca:
cleanup-cli-done = { $count ->
        [one] Se limpió o se devolvió 1 cosa.
       *[other] Se limpiaron o se devolvieron { $count } cosas.
    }
cleanup-cli-failed = No se hizo:
cleanup-cli-skipped = No se tocó o está en espera:
cleanup-cli-restart = Primero revise: ahí se dice si un reinicio tiene que esperar. Si no, reinicie la computadora y vuelva a ejecutar el mismo comando para terminar.
cleanup-cli-run = Para devolverlo a su sitio: cleanbreak-cli cleanup --undo { $run }
cleanup-cli-past-none = En esta computadora no se ha hecho ninguna limpieza.
cleanup-cli-warning = { $device ->
        [mouse] Atención: { $name } vuelve y falta su controlador. Tras el próximo inicio, el mouse o el panel táctil no funcionarán.
        [keyboard] Atención: { $name } vuelve y falta su controlador. Tras el próximo inicio, el teclado no funcionará.
       *[other] Atención: { $name } vuelve y falta su controlador. Tras el próximo inicio, los dispositivos que lo usan no funcionarán.
    }
