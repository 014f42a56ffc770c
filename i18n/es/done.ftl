### Listo: el final y lo que conviene hacer después.

done-clean-title = Listo, ya terminó
done-left-title = Listo por ahora
done-lead-gone = No encontramos partes activas de Kaspersky.
done-lead-left = Quedan algunas cosas. Están en la página Comprobar; puede volver cuando quiera.
done-removed = Quitado
done-removed-none = No se quitó nada.
done-next-title = Lo que conviene hacer ahora
done-next-passwords = Borre el archivo de las contraseñas que exportó y vacíe la papelera.
done-next-charges = Revise si su tarjeta tiene cobros de Kaspersky, UltraAV o Pango.
done-next-phones = Revise también su teléfono y su tableta.
done-next-scan = Haga un análisis completo con su antivirus.
done-precautions = Son precauciones. No revisamos si alguien se llevó datos.
