### La primera página y la lista de computadoras de práctica.

welcome-title = Quite Kaspersky de su computadora
welcome-lead = Este programa le guía paso a paso. Nada cambia hasta que usted lo diga.
welcome-who-title = Quién hizo esto
welcome-who = Clean Break es independiente. No es de Kaspersky, de Microsoft ni del gobierno de Estados Unidos. No cuesta nada y no envía nada desde su computadora.
welcome-what-title = Qué va a pasar
welcome-what-look = Revisamos qué hay aquí y se lo mostramos.
welcome-what-save = Primero usted guarda sus contraseñas y archivos.
welcome-what-remove = El desinstalador de Kaspersky debe quitarlo. La computadora se reinicia.
welcome-what-verify = Revisamos otra vez y le mostramos qué queda y qué le protege.
welcome-need-title = Qué tener a mano
welcome-need = Más o menos una hora, la computadora enchufada y un reinicio o más. La contraseña del administrador de esta computadora. Las contraseñas que puso en Kaspersky y la de My Kaspersky. Un teléfono, para tomar una foto de una página.
welcome-note = Revisar no cambia nada
welcome-set-aside = No se pudieron leer las notas de una vez anterior. Están guardadas en { $path }. Empezamos de nuevo.

practice-title = Práctica
practice-lead = Son computadoras grabadas. En su computadora no se lee ni se cambia nada.
practice-choose = Elegir esta
practice-home-suite = PC de casa: antivirus, VPN y Password Manager
practice-home-suite-about = Los controladores se quedan hasta el reinicio.
practice-failed-1603 = PC de casa: el desinstalador falla una vez
practice-failed-1603-about = Termina con el error 1603 y luego funciona.
practice-small-office = Oficina pequeña: Endpoint Security y Agente de red (Network Agent)
practice-small-office-about = Un disco está cifrado. No se puede quitar todavía.
practice-ultraav = PC de casa: cambiada a UltraAV
practice-ultraav-about = Quedaron partes de Kaspersky.
practice-mouse-filter = PC de casa: un filtro del mouse sin su controlador
practice-mouse-filter-about = Con un reinicio, el mouse dejaría de funcionar.
practice-mac = Una Mac
practice-mac-about = Con una extensión del sistema.
practice-linux = Una computadora con Linux
practice-linux-about = Usted escribe los comandos.
practice-clean = Una PC limpia
practice-clean-about = No hay nada que quitar.
