### Listo: el final y lo que conviene hacer después. Fuentes: assets/catalog/aftercare.toml.

done-clean-title = Listo, ya terminó
done-kept-title = Kaspersky ya no está. Sus archivos siguen aquí
done-left-title = Listo por ahora
done-unsafe-title = Falta algo: no reinicie todavía esta computadora
done-unprotected-title = Falta algo: nada protege esta computadora
done-restart-title = Falta algo: todavía hay que reiniciar
done-installed-title = Falta algo: Kaspersky todavía está instalado
done-go-protect = Activar la protección
done-go-restart = Ir al reinicio
done-go-steps = Ir a los pasos
done-lead-unprotected = No hay ningún antivirus activado. Active uno antes de hacer otra cosa en internet.
done-lead-unknown = Todavía no podemos saber si queda algo. La página Comprobar dice por qué.
done-lead-passwords = Compruebe que se eliminó el archivo de las contraseñas que exportó.
done-lead-answer = Otra persona todavía tiene que contestar una pregunta en la página Preparar.
done-lead-weak = Conviene revisar la protección de esta computadora. La página Proteger dice por qué.
done-lead-not-told = No pudimos saber qué protege esta computadora. Abra Seguridad de Windows y revise.
done-lead-fire-not-told = No pudimos saber si el firewall está activado. La página Proteger dice dónde revisar.
done-lead-gone = No encontramos partes activas de Kaspersky.
done-lead-left = Quedan algunas cosas. Inicie Clean Break otra vez cuando quiera: revisa de nuevo y le muestra cuáles son.
done-lead-installed = Quítelo primero. Lo demás viene después.
done-found = Encontrado al principio
done-found-none = No encontramos ningún programa de Kaspersky.
done-removed = Quitado
done-removed-none = No se quitó nada.
done-cleaned = Limpiado
done-left = { $count ->
    [one] Queda 1 cosa
   *[other] Quedan { $count } cosas
}
done-show-left = Mostrar lo que queda
done-thing = { $thing }: { $name }
done-more = { $count ->
    [one] 1 más está en la página Comprobar.
   *[other] { $count } más están en la página Comprobar.
}
done-more-cleaned = { $count ->
    [one] 1 más está en Limpiezas anteriores.
   *[other] { $count } más están en Limpiezas anteriores.
}
done-protection = Protección
done-chip-look = Conviene revisar
done-checked = Revisado
done-checked-at = { $count ->
    [one] 1 punto
   *[other] { $count } puntos
}, el { $date } a las { $time }
done-checked-windows = De Windows y de esta cuenta.
done-checked-no-account = De Windows, sin ninguna cuenta.
done-checked-system = De este sistema y de esta cuenta.
done-checked-others = { $count ->
    [one] 1 cuenta más no se revisó.
   *[other] { $count } cuentas más no se revisaron.
}
done-next-title = Lo que conviene hacer ahora
done-next-passwords = Elimine el archivo de las contraseñas que exportó y vacíe la papelera.
done-next-passwords-here = Sus contraseñas están en { $place }. Ahí cualquiera puede leerlas. Elimine ese archivo y vacíe la papelera.
done-next-change = Su bóveda también puede estar en su cuenta de My Kaspersky. Cambie las contraseñas que tenía; primero las de su correo y su banco.
done-next-charges = Si pagó por Kaspersky, revise si su tarjeta tiene cobros de Kaspersky, UltraAV o Pango.
done-next-phones = Revise también su teléfono y su tableta. Puede que Kaspersky siga ahí.
done-next-scan = Haga un análisis completo con su antivirus. En Seguridad de Windows está en Opciones de examen.
done-next-scan-other = Haga un análisis completo con { $name }.
done-next-browsers = Revise las extensiones de sus navegadores. Si alguna es de Kaspersky, quítela.
done-sources = De dónde vienen estos consejos
done-reminder-title = Otra revisión en una semana
done-reminder = Revise otra vez esta computadora el { $date }. Podemos guardar un recordatorio que su calendario abre.
done-reminder-undated = Revise otra vez esta computadora en una semana.
done-reminder-saved = Guardado: { $path }. Abra este archivo para agregar el recordatorio.
done-reminder-not-saved = No se pudo guardar el recordatorio: { $why }
done-save-reminder = Guardar un recordatorio
done-high-risk-title = Si trabaja con datos muy delicados
done-high-risk-read = Leer el consejo
done-high-risk = Un experto advirtió que un desinstalador puede dejar partes con acceso al sistema. A las personas con los permisos más altos en servicios vitales les aconsejó pensar en equipos nuevos.
done-high-risk-not-all = Ese consejo no es para todos. Pregunte a quienes cuidan la seguridad en su trabajo.
done-office-title = En una oficina pequeña
done-office = Haga esto en cada computadora, también en las de contratistas y en las personales. Después vigile la red.
done-office-server = Deje para el final el servidor de Kaspersky de la oficina, cuando cada clave esté guardada.
done-precautions = Son precauciones. No revisamos si alguien se llevó datos.
done-phones = Teléfonos y tabletas
done-network = Vigilar la red

phones-title = Teléfonos y tabletas
phones-lead = Este programa no puede revisarlos. Aquí le decimos dónde mirar.
phones-android-title = Android
phones-android = Las aplicaciones de Kaspersky siguen funcionando, pero Play Store ya no las actualiza.
phones-android-store = Desde ahí no se pueden volver a instalar. Por eso guarde primero sus contraseñas.
phones-android-step-1 = Abra Configuración y luego Aplicaciones. Busque Kaspersky, Safe Kids y Password Manager.
phones-android-step-2 = Si alguna no se puede quitar, busque en Configuración las aplicaciones de administración del dispositivo. Desactívela ahí.
phones-android-step-3 = Después quite la aplicación.
phones-iphone-title = iPhone y iPad
phones-iphone = El cambio a UltraAV de 2024 no lo quitó de ahí.
phones-iphone-step-1 = Elimine las aplicaciones de Kaspersky.
phones-iphone-step-2 = Abra Configuración, General, VPN y administración de dispositivos. Quite lo que nombre a Kaspersky.
phones-children-title = Dispositivos de los niños
phones-children = Safe Kids pide la cuenta de la madre o el padre. No cambie su contraseña antes de terminar.

reminder-title = Clean Break: otra revisión
reminder-text = Inicie Clean Break y revise otra vez esta computadora. Revise si su tarjeta tiene cobros de Kaspersky, UltraAV o Pango.

done-subscription = Su suscripción
done-subscription-body = Quitar el programa no la cancela.
done-subscription-show = Cómo cancelarla
