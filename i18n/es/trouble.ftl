### Qué trae a la persona, y qué encontramos sobre eso.

trouble-title = ¿Qué le trae por aquí?
trouble-lead = Puede saltarse esto. Si elige una respuesta, le decimos también qué encontramos sobre eso.
trouble-expired = Venció, o ya no se actualiza
trouble-successor = UltraAV, o un cargo que no conozco
trouble-upgrade = Windows no pasa a otra versión
trouble-internet = No hay internet
trouble-certificates = Errores de certificados o de correo
trouble-bought = Compré o recibí esta computadora
trouble-work = Me lo dijeron en el trabajo
trouble-looking = Solo estoy mirando

trouble-said = Usted dijo: “{ $what }”
trouble-found = Encontrado
trouble-not-found = No encontrado
trouble-not-checked = No revisado

trouble-fact-installed = { $name } está instalado.
trouble-fact-license = Windows dice que venció la licencia de { $name }.
trouble-fact-old = Windows dice que { $name } no está al día.
trouble-fact-current = Windows dice que { $name } está al día.
trouble-fact-not-told = No pudimos saber si está al día.
trouble-fact-parts = { $count ->
    [one] Queda 1 parte de Kaspersky. { $here ->
        [yes] Se muestra abajo.
       *[no] La página 610 la muestra.
    }
   *[other] Quedan { $count } partes de Kaspersky. { $here ->
        [yes] Se muestran abajo.
       *[no] La página 610 las muestra.
    }
}
trouble-fact-successor = Encontramos esto aquí: { $names }. No es de Kaspersky.
trouble-fact-others = { $count ->
    [one] Nombran 1 cosa más: { $names }. Esa no la tocamos.
   *[other] Nombran { $count } cosas más: { $names }. Esas no las tocamos.
}
trouble-fact-no-log = No encontramos ningún registro en que Windows diga qué lo impide. Por eso no podemos saberlo.
trouble-fact-vpn = { $name } está instalado. Tiene una función que puede cortar internet (Kill Switch). Eso quizá explica que no haya internet. La página 360 dice cómo apagarla.
trouble-fact-network = { $count ->
    [one] Queda 1 parte de Kaspersky en la red de esta computadora. Quizá explica que no haya internet. { $here ->
        [yes] Se muestra abajo.
       *[no] La página 610 dice qué hacer.
    }
   *[other] Quedan { $count } partes de Kaspersky en la red de esta computadora. Quizá explican que no haya internet. { $here ->
        [yes] Se muestran abajo.
       *[no] La página 610 dice qué hacer.
    }
}
trouble-fact-certificate = Esta computadora confía en un certificado de Kaspersky. Eso quizá explica esos errores.
trouble-fact-mail = El complemento { $name } está en Outlook. Eso quizá explica errores en Outlook.
trouble-fact-office = { $name } está instalado. Es para oficinas.
trouble-fact-server = Una regla en esta computadora dice de dónde recibe Windows sus actualizaciones. Las oficinas ponen esas reglas.
trouble-fact-managed = Windows dice que una oficina o una escuela administra esta computadora.
trouble-fact-another = Algo aquí quizá es de Kaspersky, o de otro programa. Por eso no podemos saberlo.
trouble-fact-not-read = No pudimos revisar esto: { $what } ({ $why }). Por eso no podemos saberlo.
trouble-fact-other-system = En este sistema no buscamos todo esto. Por eso no podemos saberlo.
trouble-no-answer = no respondió

trouble-next-expired = Kaspersky no tiene permiso de enviar actualizaciones a personas en Estados Unidos. En la página 410 empieza a quitarlo. La página 700 muestra luego qué le protege.
trouble-none-expired = No hay ningún producto de Kaspersky instalado.
trouble-next-protect = La página 700 muestra qué protege esta computadora.
trouble-next-successor = Puede quedárselo, o quitarlo en “Aplicaciones instaladas”. Los cargos no los podemos ver. La página 830 dice cómo se terminan.
trouble-none-successor = UltraAV y UltraVPN no están en esta computadora.
trouble-next-charges = Los cargos no los podemos ver. Busque UltraAV o Pango en el estado de cuenta de su banco. Si no conoce un cargo, pregunte a su banco.
trouble-none-upgrade = Los registros de Windows del último intento no nombran nada de Kaspersky.
trouble-try-upgrade = Inténtelo una vez más. Luego revise de nuevo aquí.
trouble-next-upgrade = Abra Configuración, luego Windows Update. Quizá diga qué lo impide.
trouble-none-internet = Buscamos proxies y servidores de nombres que no responden, Kaspersky VPN, y partes de red que dejó Kaspersky. No encontramos nada de eso.
trouble-next-internet = Hay otras causas. Esas no las buscamos. Pregunte a su compañía de internet.
trouble-next-certificates-first = Es de Kaspersky, que todavía está instalado. Cuando lo haya quitado, la página 610 dice qué queda.
trouble-next-certificates = { $here ->
    [yes] Abajo se muestra qué queda, y también la manera de quitarlo.
   *[no] La página 610 muestra qué queda y lleva a la manera de quitarlo.
}
trouble-none-certificates = No encontramos ningún certificado de Kaspersky, ni uno en la lista propia de Thunderbird, ni un complemento suyo en Outlook. Otros programas de correo no los revisamos.
trouble-next-other-causes = Hay otras causas. Esas no las buscamos.
trouble-next-seller = Quizá todavía es de una organización. Pregunte a quien se la vendió antes de quitar nada.
trouble-none-bought = No encontramos señales de una oficina: ni un producto de oficina de Kaspersky, ni una regla para las actualizaciones, ni nadie que administre esta computadora.
trouble-next-bought = En la página 300 puede decir que nada de esto es suyo.
trouble-next-office = La página 130 pregunta quién administra esta computadora. Si es otra persona, pregúntele primero.
trouble-next-work = En la página 410 empieza a quitarlo.
trouble-none-work = No encontramos ningún producto de Kaspersky, ni partes activas de uno.
trouble-next-report = En la página 800 puede guardar un informe y mostrarlo en el trabajo.

trouble-organization = Quizá todavía es de una organización
trouble-ask-seller = Pregunte a quien se la vendió antes de quitar nada.

not-mine-title = Nada de esto es mío
not-mine-card = Si nunca usó Kaspersky en esta computadora, puede responder las preguntas personales de una vez.
not-mine-open = Responder de una vez
not-mine-lead = Usted dijo que compró o recibió esta computadora. Lo que está guardado aquí en Kaspersky quizá es de otra persona.
not-mine-settles = Una sola marca responde estas preguntas
not-mine-box = Nada de eso es mío, y nadie aquí lo necesita. Se puede perder para siempre
not-mine-rest = Todavía puede cambiar cada respuesta. Lo demás lo preguntamos paso a paso.
