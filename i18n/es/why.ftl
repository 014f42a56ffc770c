### Por qué: qué cambió, cuándo y qué significa.

why-title = El plazo en Estados Unidos venció el { $date }
why-lead = Eso fue hace { $days } días. Desde entonces, Kaspersky no tiene permitido enviar actualizaciones a personas en Estados Unidos.
why-lead-clock = El reloj de esta computadora dice { $date }. Eso no puede ser. Ponga primero la fecha correcta: sin ella no podemos decir cuánto hace que venció el plazo.
why-point-federal = Agencias federales
why-point-announced = Anuncio de la decisión
why-point-sales = Sin ventas nuevas
why-point-updates = Fin de actualizaciones en EE.{"\u00A0"}UU.
why-span = { $days } días
why-today = Hoy
why-you-title = Qué significa para usted
why-you = Sin actualizaciones, a un antivirus se le escapan amenazas nuevas. El Departamento de Comercio dijo que las personas y empresas que lo sigan usando “no enfrentarán sanciones legales en virtud de la Determinación Final” (el original está en inglés), pero asumen el riesgo. Un reemplazo puede ser gratis.
why-whom-title = A quién se aplica
why-whom = A las personas en Estados Unidos, y a los ciudadanos y residentes de Estados Unidos en otros países. En los demás casos, usted decide si lo quita. Las agencias federales y sus contratistas tienen reglas más estrictas. Un empleador o una aseguradora también puede tenerlas.
why-reason-title = Por qué Estados Unidos hizo esto y qué dice Kaspersky
why-reason = El Departamento de Comercio: la empresa está sujeta a las leyes rusas, y podrían obligarla a tomar datos o a retener actualizaciones. Eso no dice nada sobre qué tan bien encuentra virus. Kaspersky: la decisión se basa en el “clima geopolítico actual y en preocupaciones teóricas” (el original está en inglés), no en una evaluación completa de sus productos.
why-ultraav-title = A muchos los cambiaron a UltraAV
why-ultraav = En septiembre de 2024, muchas PC con Windows en Estados Unidos se cambiaron de Kaspersky a UltraAV. Puede que los cobros también hayan cambiado. Revise si tiene cobros de UltraAV o Pango.
why-facts = Datos revisados el { $date }. Esto es información, no asesoría legal.
