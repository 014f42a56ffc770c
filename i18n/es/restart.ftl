### Reiniciar: lo que hay que arreglar antes, el reinicio y la vuelta.

fix-title = No reinicie todavía
fix-lead = { $count ->
    [one] Quedó una entrada que puede hacer que un dispositivo, como el mouse, no funcione en el próximo inicio. Arréglela primero. Tarda un segundo.
   *[other] Quedaron { $count } entradas que pueden hacer que algunos dispositivos, como el mouse, no funcionen en el próximo inicio. Arréglelas primero. Tarda un segundo.
}
fix-mouse = Un filtro del mouse sin su controlador
fix-keyboard = Un filtro del teclado sin su controlador
fix-other = Un filtro de dispositivo sin su controlador
fix-body = Kaspersky le dijo a Windows que cargue un controlador que ya no está, o que pronto no estará. Quitamos solo esta entrada y dejamos todas las demás. Antes la guardamos; puede volver a ponerla.
fix-guided-body = Esta es de los discos o de la red. Nosotros no la cambiamos. No reinicie; pida ayuda y muestre los detalles de abajo.
fix-chip = Arreglar primero
fix-button = Arreglar ahora…
fix-note = Windows pedirá permiso
fix-trouble = No se arregló: { $why }. No reinicie todavía.
fix-no-mouse = ¿Ya no funciona el mouse? Presione Tab para moverse y Enter para elegir.
unread-title = No reinicie todavía
unread-lead = No pudimos leer la lista de filtros de dispositivos. Sin ella no podemos decir que sea seguro reiniciar. Revise de nuevo o abra este programa como administrador.

restart-title = Reinicie la computadora
restart-lead = Los controladores solo se van cuando la computadora se reinicia. Primero guarde su trabajo.
restart-choose = Elija Reiniciar, no Apagar: con Apagar, los controladores se quedan.
restart-return = Este programa se abre otra vez por su cuenta. Si no se abre, inicie Clean Break; sigue donde se quedó.
restart-now = Reiniciar ahora…
restart-later = Reiniciaré más tarde
restart-undo-title = Arreglado: { $names }
restart-undo-body = Se quitó la entrada y se guardó una copia. Vuelva a ponerla solo si quien le ayuda se lo pide: sin su controlador, el dispositivo puede dejar de funcionar en el próximo inicio.
restart-undo = Volver a ponerla
restart-trouble = El reinicio no empezó: { $why }. Abra el menú Inicio, elija el botón de encendido y luego Reiniciar.
restart-undo-trouble = No se volvió a poner: { $why }. No se cambió nada más.
due-title = Falta reiniciar
due-lead = Miramos cuándo se encendió esta computadora. Todavía no se ha reiniciado.
due-shut-down = Si eligió Apagar, esta vez elija Reiniciar.
looking-again-title = Revisando otra vez
looking-again-lead = Después del reinicio revisamos cada lugar una vez más.
