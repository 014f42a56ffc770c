### El código de llamada: doce letras que dicen por teléfono lo que muestra la computadora.

call-is = Código de llamada: { $code }
call-use = Solo para alguien a quien usted llamó. Dice qué se encontró aquí, sin nombres.
call-not-yet = Hay un código de llamada en cuanto se revisa esta computadora.
call-title = Código de llamada
call-spelled = Dígalo así, un grupo tras otro:
call-group = Grupo { $group }: { $words }

# Una letra con su palabra, para el teléfono.
call-letter = { $letter ->
    [A] A de Ana
    [B] B de barco
    [C] C de casa
    [D] D de dedo
    [E] E de elefante
    [F] F de flor
    [G] G de gato
    [H] H de hotel
    [J] J de jirafa
    [K] K de kilo
    [M] M de mesa
    [N] N de nube
    [P] P de perro
    [Q] Q de queso
    [R] R de rosa
    [S] S de sol
    [T] T de taza
    [V] V de vaca
    [W] W de Washington
    [X] X de xilófono
    [Y] Y de yogur
   *[Z] Z de zapato
}
call-digit = { $digit ->
    [0] el número cero
    [1] el número uno
    [2] el número dos
    [3] el número tres
    [4] el número cuatro
    [5] el número cinco
    [6] el número seis
    [7] el número siete
    [8] el número ocho
   *[9] el número nueve
}

# Lo que dice.
call-from-scan = Lo hizo una revisión, no una página.
call-page = La persona está en la página { $page }: { $name }
call-page-unknown = La persona está en una página que este programa no conoce. El suyo es más nuevo.
call-say = Dígale: { $say }
call-verdict = { $verdict ->
    [installed] Allí está instalado Kaspersky.
    [leftovers] Allí no está instalado Kaspersky, pero quedan partes.
    [cannot_tell] Todavía no se sabe si allí ya no está Kaspersky.
   *[clean] Allí no se encontraron partes activas de Kaspersky.
}
call-system = { $os ->
    [windows] El sistema es Windows.
    [macos] El sistema es macOS.
   *[linux] El sistema es Linux.
}
call-rights = { $elevated ->
    [yes] Revisó un administrador.
   *[no] Revisó un usuario común. Un administrador puede ver más.
}
call-protection = { $state ->
    [on] Algo protege la computadora.
    [off] Nada protege la computadora.
   *[unknown] No se pudo saber si algo protege la computadora.
}
call-left = { $title }: { $count }
call-left-none = No queda nada que cuente.
call-count-range = de { $first } a { $last }
call-count-more = { $first } o más
call-unchecked = No se revisó por completo, aunque hace falta: { $check }
call-products = Productos: { $names }
call-products-joined = { $names }; { $name }
call-products-more = Hay más productos de los que se nombran aquí.
call-product-home = antivirus para el hogar
call-product-business = antivirus para oficinas
call-product-server = antivirus para servidores
call-product-agent = agente de administración de oficina
call-product-sensor = sensor de oficina
call-product-vpn = VPN
call-product-passwords = administrador de contraseñas
call-product-parental = control parental
call-product-tool = herramienta de un solo uso
call-product-other = otro producto de Kaspersky
call-product-successor = UltraAV o UltraVPN

# No se puede leer.
call-wrong-length = Un código de llamada tiene doce letras en tres grupos. Estas son { $letters }. Léalo todo otra vez.
call-wrong-length-group = Un código de llamada tiene cuatro letras en cada grupo. Lea otra vez el grupo { $group }.
call-wrong-letter = Ningún código de llamada tiene la letra “{ $letter }”. Lea otra vez el grupo { $group }.
call-wrong-check = Hay una letra mal. Lea primero otra vez el grupo { $group }, palabra por palabra. Si sigue igual, lea los tres.
call-wrong-check-two = Hay una letra mal. Lea otra vez los grupos { $group } y { $other }, palabra por palabra.
call-wrong-check-all = Hay una letra mal, y nadie puede decir cuál. Lea otra vez los tres grupos, palabra por palabra.
call-wrong-version = Este código es de otra versión de Clean Break. Use la misma versión que quien llama, o pida el número de la página.
call-nonsense = Estas letras encajan, pero no dicen nada. Lea otra vez los tres grupos.

# En la práctica y en una terminal.
call-field = Código de quien llama
call-field-lead = Escriba lo que le lean: doce letras. No importan las minúsculas ni los espacios.
call-so-far = { $letters } de 12 letras
call-nowhere = Ninguna computadora de práctica llega a la página { $page } de quien llama.
call-open-page = Abrir aquí la página { $page }
guide-code = Código de llamada: { $code }. Escriba c para ver cómo decirlo.
guide-code-here = Práctica: también puede escribir el código de quien llama, y se abre la página que ve esa persona.
