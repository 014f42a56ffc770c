### Reiniciar: lo que hay que arreglar antes, el reinicio y la vuelta.

fix-title = No reinicie todavía
fix-lead = { $count ->
    [one] Quedó una entrada que puede hacer que un dispositivo, como el mouse, no funcione en el próximo inicio. Arréglela primero. Tarda un segundo.
   *[other] Quedaron { $count } entradas que pueden hacer que algunos dispositivos, como el mouse, no funcionen en el próximo inicio. Arréglelas primero. Tarda un segundo.
}
fix-lead-hand = { $count ->
    [one] Quedó una entrada que puede hacer que un dispositivo, como el mouse, no funcione en el próximo inicio. No reinicie antes de quitarla.
   *[other] Quedaron { $count } entradas que pueden hacer que algunos dispositivos, como el mouse, no funcionen en el próximo inicio. No reinicie antes de quitarlas.
}
fix-mouse = Un filtro del mouse sin su controlador
fix-keyboard = Un filtro del teclado sin su controlador
fix-other = Un filtro de dispositivo sin su controlador
fix-body = Un controlador es un programa pequeño que hace funcionar un dispositivo. Kaspersky le dijo a Windows que cargue uno que ya no está, o que pronto no estará. Quitamos solo esta entrada y dejamos todas las demás. Antes la guardamos; puede volver a ponerla.
fix-refused-body = A Windows se le indicó que cargue { $name }, un controlador que ya no está o que pronto no estará. No pudimos quitar esta entrada. Usted puede hacerlo; los pasos están abajo.
fix-device-body = A Windows se le indicó que cargue { $name } con un solo dispositivo. Ese controlador ya no está, o pronto no estará. Usted puede configurar de nuevo el dispositivo; los pasos están abajo.
fix-list-body = A Windows se le indicó que cargue { $name }, un controlador que ya no está o que pronto no estará. No estamos tan seguros como para cambiar esta lista por usted; los pasos están abajo.
fix-guided-body = Pertenece a los discos, a la red o a un dispositivo que no conocemos. Nosotros no la cambiamos. No reinicie; pida ayuda y muestre los detalles de abajo.
fix-chip = Arreglar primero
fix-button = Arreglar ahora…
fix-note = Windows pedirá permiso
fix-go-on = Seguir sin reiniciar
fix-device-title = Cómo configurar de nuevo el dispositivo
fix-device-why = Al desinstalar un dispositivo, se va su configuración. Luego Windows lo encuentra otra vez, sin la entrada vieja. No hace falta reiniciar.
fix-device-spare = El dispositivo se detiene un momento. Tenga a mano otro mouse u otro teclado.
fix-device-step-1 = Presione la tecla Windows y R, escriba devmgmt.msc y presione Enter. Todo esto también se puede hacer sin mouse.
fix-device-step-2 = Presione Alt, abra el menú Ver y elija Mostrar dispositivos ocultos. Quizá el dispositivo no esté conectado ahora.
fix-device-step-3 = Busque el dispositivo en su grupo. Muévase con las flechas; la flecha derecha abre un grupo. Si hay varios, presione Alt y Enter. En Detalles, la Ruta de acceso a instancia del dispositivo muestra cuál es.
fix-device-step-4 = Presione Shift (Mayús) y F10 y elija Desinstalar dispositivo. Si aparece una casilla sobre el controlador, déjela vacía.
fix-device-step-5 = Suba a la primera línea, el nombre de la computadora. Presione Shift (Mayús) y F10 y elija Buscar cambios de hardware.
fix-device-step-6 = Si Windows quiere reiniciar, elija No. Vuelva aquí y presione Revisar de nuevo.
fix-list-title = Cómo quitar la entrada
fix-list-why = Esta lista dice qué controladores se inician con un tipo de dispositivo. Un error en ella puede dejar sin mouse o sin teclado. Hágalo con alguien que conozca Windows.
fix-list-step-1 = Presione la tecla Windows y R, escriba regedit y presione Enter. Windows pide permiso.
fix-list-step-2 = Vaya a la clave que se nombra arriba. En el menú Archivo, elija Exportar y guarde una copia.
fix-list-step-3 = Abra la lista que se nombra arriba, UpperFilters o LowerFilters. Elimine solo la línea con el nombre del controlador. Deje todas las demás y elija Aceptar.
fix-list-step-4 = No reinicie todavía. Vuelva aquí y presione Revisar de nuevo.
fix-trouble = No se arregló: { $why }. No reinicie todavía.
fix-no-mouse = ¿Ya no funciona el mouse? Presione Tab para moverse y Enter para elegir.
fix-recovery = Sin mouse ni teclado…
recovery-title = Arréglela desde el sistema de recuperación
recovery-lead = Para una PC sin mouse ni teclado, o que no arranca.
recovery-works = El sistema de recuperación de Windows tiene sus propios controladores: ahí funcionan el mouse y el teclado.
recovery-prompt = Elija Solucionar problemas, Opciones avanzadas, Símbolo del sistema.
recovery-number = Muestra lo que detiene un dispositivo, cada cosa con un número. Escriba el número y pulse Intro, hasta que no quede nada.
recovery-end = Escriba exit y pulse Intro. Luego elija Continuar, y Windows arranca.
recovery-stick-title = La memoria USB
recovery-stick = Necesita el archivo cleanbreak-cli.exe. “Guardar en USB…” en la página 400 lo pone ahí. O cópielo de la carpeta de Clean Break en otra PC.
recovery-done = Windows arranca otra vez
unread-title = No reinicie todavía
unread-lead = Windows tiene listas de controladores que van delante del ratón y de otros dispositivos. No pudimos leerlas todas. Por eso no podemos decir que sea seguro reiniciar.
unread-entries = No pudimos ver si estos controladores todavía están: { $names }. Si falta uno, al reiniciar pueden dejar de funcionar el mouse o el teclado.
unread-step-wait = Espere un minuto y presione Revisar de nuevo. Quizá Windows todavía está terminando de quitar cosas.
unread-step-admin = Si eso no ayuda, abra el menú Inicio, escriba "Terminal", elija "Ejecutar como administrador" y revise allí. Solo mira.
unread-step-help = Si esta página vuelve a aparecer, pregunte a alguien que conozca esta computadora. Muéstrele los detalles de abajo.

fixed-title = Arreglado. Ya es seguro reiniciar.
fixed-lead = La entrada ya no está y todas las demás siguen ahí. Puede continuar ahora y reiniciar cuando quiera.

restart-title = Reinicie la computadora
restart-lead = Los controladores solo se van cuando la computadora se reinicia. Primero guarde su trabajo.
restart-choose = Elija Reiniciar, no Apagar: con Apagar, los controladores se quedan.
restart-return = Este programa se abre otra vez automáticamente. Si no se abre, inicie Clean Break; sigue donde se quedó.
restart-return-yourself = Puede que este programa no se abra automáticamente. Después del reinicio, abra Clean Break como lo hizo hoy; sigue donde se quedó.
restart-return-not = Después del reinicio, abra usted Clean Break; sigue donde se quedó. No puede abrirse solo en Modo seguro, ni desde una memoria USB, la red o una carpeta temporal. ¿Lo abrió desde un archivo zip o una descarga? Cópielo ahora al escritorio.
restart-remote-title = ¿Alguien le ayuda a distancia?
restart-remote = Un reinicio corta la conexión. Avise antes a quien le ayuda y anote un número de teléfono.
restart-remote-return = Después, inicie sesión y abra otra vez el programa de quien le ayuda. Si muestra un código nuevo, léalo en voz alta. Pero solo a alguien a quien usted llamó.
restart-remote-safe-mode = En el Modo seguro nadie puede ayudarle a distancia. Entonces solo queda el teléfono.
restart-now = Reiniciar ahora…
restart-later = Reiniciaré más tarde
restart-undo-title = { $count ->
    [one] Se quitó una entrada sin su controlador
   *[other] Se quitaron { $count } entradas sin su controlador
}
restart-undo-names = { $count ->
    [one] Su nombre: { $names }
   *[other] Sus nombres: { $names }
}
restart-undo-body = Se guardó una copia. Vuelva a ponerla solo si quien le ayuda se lo pide: sin el controlador, el dispositivo puede dejar de funcionar en el próximo inicio.
restart-undo = Volver a ponerla
restart-trouble = El reinicio no empezó: { $why }. Abra el menú Inicio, elija el botón de encendido y luego Reiniciar.
restart-trouble-menu = El reinicio no empezó: { $why }. Reinicie desde el menú de su sistema.
restart-undo-trouble = No se volvió a poner: { $why }. No se cambió nada más.
due-title = Falta reiniciar
due-lead = Miramos cuándo se encendió esta computadora. Todavía no se ha reiniciado.
due-asked = El reinicio empezó. Si en un minuto no pasa nada, presione otra vez “Reiniciar ahora”. O abra el menú Inicio, elija el botón de encendido y luego Reiniciar.
due-asked-menu = El reinicio empezó. Si en un minuto no pasa nada, presione otra vez “Reiniciar ahora”. O reinicie desde el menú de su sistema.
due-later = Reinicie cuando le convenga, aquí o en el menú Inicio: botón de encendido, Reiniciar. Los controladores siguen cargados hasta entonces.
due-later-menu = Reinicie cuando le convenga, aquí o desde el menú de su sistema. Los controladores siguen cargados hasta entonces.
due-shut-down = Si eligió Apagar, esta vez elija Reiniciar.
due-ask = No podemos saber si esta computadora se reinició. Si eligió Reiniciar y la computadora volvió a iniciarse, presione “Ya reinicié”.
due-restarted = Ya reinicié
looking-again-title = Revisando otra vez
looking-again-lead = Después del reinicio revisamos cada lugar una vez más.
