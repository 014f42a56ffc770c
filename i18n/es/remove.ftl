### Quitar: el desinstalador del propio fabricante y cómo puede terminar.

remove-start = Iniciar el desinstalador…
remove-again = Intentar otra vez…
remove-show-steps = Mostrar los pasos otra vez
remove-restart-first = Reiniciar…
confirm-title = Quitar { $name }
confirm-title-of = Quitar { $name } ({ $number } de { $total })
between-removed = { $count ->
    [one] { $names }: ya se quitó
   *[other] { $names }: ya se quitaron
}
between-next = Sigue: { $name } ({ $number } de { $total }).
confirm-lead = Iniciamos el desinstalador de Kaspersky. Se abre otra ventana. Esto es lo que pregunta.
confirm-save-title = Antes de empezar
confirm-save = Guarde su trabajo y cierre los otros programas. Deje la computadora enchufada.
remove-exit-title = Primero, cierre Kaspersky
remove-exit = Junto al reloj, haga clic con el botón derecho en el ícono de Kaspersky y elija Salir. Quizá tenga que presionar antes la flecha pequeña para verlo.
remove-exit-none = Si no hay ningún ícono, siga. Si Kaspersky pide una contraseña, es la que se puso en Kaspersky, no la de Windows.
remove-exit-mac-title = Primero, cierre Kaspersky
remove-exit-mac = En la parte de arriba de la pantalla, haga clic en el ícono de Kaspersky de la barra de menús y elija Salir. Si no hay ningún ícono, siga.
confirm-window-1 = Windows pide permiso. El editor debe ser un nombre que contenga Kaspersky, o Microsoft Windows. Si no lo es, elija No. Puede que quien le ayuda no vea esa ventana.
confirm-window-2 = El desinstalador puede pedir una contraseña y preguntar qué conservar. No conserve nada, a menos que le hayan dicho que lo haga.
confirm-window-3 = Elija Siguiente y luego Quitar o Eliminar.
confirm-window-4 = Al final puede pedir que reinicie. Elija No o Más tarde y vuelva aquí. Si la computadora se reinicia sola y no ve este programa, abra Clean Break otra vez.
confirm-language-title = En otro idioma
confirm-language = { $language }: { $words }
confirm-language-more = Más idiomas
confirm-language-fewer = Menos idiomas
confirm-unregistered-title = { $name } está dañado
confirm-unregistered-lead = Windows no tiene un desinstalador para este programa. La herramienta de eliminación de Kaspersky puede ayudar.
confirm-linux-lead = Lo quita su administrador de paquetes. Abra una terminal, escriba cada línea y luego presione el botón.
confirm-linux-goes-title = Guarde antes lo que quiera conservar
confirm-linux-goes = Estas líneas también borran lo que Kaspersky guardó en sus propias carpetas. Puede haber copias de archivos suyos.
confirm-mac-lead = No arrastre Kaspersky al Basurero. Use su desinstalador y luego presione el botón.
confirm-mac-1 = Abra el programa de Kaspersky o su instalador y elija Desinstalar (Uninstall).
confirm-mac-2 = Escriba la contraseña de su Mac cuando la pida.
confirm-finished = Ya lo hice

uninstalling-title = El desinstalador está trabajando
uninstalling-lead = Termine en la otra ventana. Esta página sigue sola.
uninstalling-hidden = ¿No ve otra ventana? Busque un ícono que parpadea en la parte de abajo de la pantalla.
other-window-title = Termine en la otra ventana y luego presione aquí
other-window-lead = No podemos ver cuándo termina.
other-window-done = Ya terminé en la otra ventana
looking-after-title = Revisando qué pasó
looking-after-lead = No nos basta lo que dice el desinstalador. Lo revisamos.

outcome-title = { $name } todavía está aquí
outcome-still-here = Revisamos y todavía está en esta computadora.
outcome-number = Su número es { $code }. Quien le ayude se lo preguntará.
outcome-do-again = Intente una vez más.
outcome-do-wait = Espere a que termine la otra. Luego intente otra vez.
outcome-do-steps = Haga los pasos una vez más.
outcome-do-restart = Reinicie la computadora. Luego vuelva aquí e intente una vez más.
outcome-do-apps = Quítelo en la lista de Windows, Aplicaciones instaladas. Luego vuelva aquí.
outcome-do-tool = Pruebe ahora la herramienta de eliminación de Kaspersky. Abajo se explica cómo.
outcome-do-leave = No conocemos otra forma aquí. Déjelo por ahora. Guarde el informe y muéstrelo a alguien que pueda ayudar.
outcome-cancelled = Usted u otra persona detuvo el desinstalador. No se quitó nada.
outcome-refused-consent = Windows pidió permiso y la respuesta fue No. No se quitó nada. Sin una contraseña de administrador no se puede quitar.
outcome-failed = El desinstalador falló. Si pidió una contraseña, revise que sea la correcta.
outcome-suspended = El desinstalador se detuvo a la mitad.
outcome-not-installed = Windows dice que este producto no está instalado, pero aquí hay partes de él.
outcome-busy = Hay otra instalación en curso, quizá de Windows Update.
outcome-source-missing = Ya no está el archivo que necesita el desinstalador. La herramienta de eliminación de Kaspersky no lo necesita.
outcome-service-missing = El servicio Windows Installer no respondió. En Modo seguro no funciona.
outcome-policy = Una regla de esta computadora lo impide. Un administrador tiene que permitirlo.
outcome-bad-command = Windows no entendió el comando. Es un error nuestro.
outcome-needs-admin = Para esto hace falta un administrador.
outcome-other = El desinstalador terminó de una forma que no conocemos.
outcome-success-but-here = El desinstalador dice que funcionó, pero el producto todavía está aquí.
outcome-killed = El desinstalador terminó sin dar un resultado.
outcome-command-refused = No ejecutamos el comando que está registrado para este programa. { $why }
outcome-not-started = Windows no pudo iniciar el desinstalador: { $why }
outcome-fix-first = Antes de reiniciar o de intentar otra vez, arregle lo que se muestra aquí. Si no, el mouse o el teclado pueden dejar de funcionar.
outcome-tool-title = Si nada más funciona
outcome-tool = Kaspersky tiene una herramienta de eliminación. Guárdela en una carpeta nueva y vacía. Compruebe que esté firmada por Kaspersky. Funciona mejor en Modo seguro. También quita la configuración y las licencias. Elimínela después.
outcome-tool-source = Desde Estados Unidos, la página de Kaspersky puede no abrirse.

refusal-empty = No hay ningún comando.
refusal-relative = No dice dónde está el programa.
refusal-interpreter = Inicia { $name }, que puede ejecutar cualquier cosa.
refusal-outside = El programa está fuera de las carpetas de programas.
refusal-network = Está en la red.
refusal-not-a-program = No es un programa.
refusal-bad-code = Su código de producto está dañado.
refusal-other-product = Quitaría un programa de otra empresa.
refusal-unsafe = No es un comando en el que podamos confiar.
