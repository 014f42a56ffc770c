### Windows mismo: sus correcciones, y lo que las impide.

windows-fixes-title = Correcciones para Windows
windows-fixes-until = { $name } recibe correcciones hasta el { $date }.
windows-fixes-extended = Este PC tiene una licencia de actualizaciones adicionales. { $name } recibe correcciones hasta el { $date }.
windows-fixes-ended = { $name } recibió sus últimas correcciones el { $date }. Un antivirus no las sustituye.
windows-fixes-ended-next = Abra Configuración, luego Windows Update, e instale el Windows más nuevo que le ofrezca. ¿Es un PC del trabajo? Pregunte a quien lo administra.
windows-fixes-sold = Los PC inscritos en las actualizaciones de seguridad extendidas todavía reciben correcciones. No pudimos saber si este lo está.
windows-fixes-clock = El reloj de este equipo está atrasado. Por eso no podemos saber si Windows todavía recibe correcciones. Ajuste el reloj y vuelva a mirar.
windows-fixes-newer = Este Windows (compilación { $build }) es más nuevo que lo que conocemos.
windows-fixes-not-in-table = No sabemos hasta cuándo recibe correcciones este Windows (compilación { $build }).
windows-fixes-not-seen = No pudimos saber qué Windows es este.
windows-fixes-look = Abra Configuración, luego Windows Update, y mire si todavía recibe actualizaciones.
windows-chip-ended = Terminó
windows-lead-ended = Windows mismo ya no recibe correcciones. La página Proteger dice qué hacer.
windows-lead-not-told = No pudimos saber si Windows mismo todavía recibe correcciones. La página Proteger dice más.
