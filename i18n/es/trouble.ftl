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
