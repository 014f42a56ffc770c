//! What the next windows call their buttons, for a person whose uninstaller speaks another
//! language than they read.
//!
//! These are the usual words of Windows and of Windows Installer. The vendor may have chosen
//! others, so a page says "a word like". Only languages whose letters the bundled face has are
//! here.

/// The words of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WindowsWords {
    /// Language tag: `es`, `pt-BR`.
    pub language: &'static str,
    /// The language's name for itself.
    pub own_name: &'static str,
    /// Go on to the next page.
    pub next: &'static str,
    /// Remove the product, on the page that also offers to repair it. The usual word first.
    pub remove: &'static [&'static str],
    /// Uninstall, as in the list of installed apps.
    pub uninstall: &'static str,
    /// Yes. When Windows Installer asks about a restart, this restarts at once.
    pub yes: &'static str,
    /// No. When Windows Installer asks about a restart, this puts it off.
    pub no: &'static str,
    /// Cancel.
    pub cancel: &'static str,
    /// Close the last page.
    pub finish: &'static str,
    /// Restart at once.
    pub restart_now: &'static str,
    /// Put the restart off.
    pub restart_later: &'static str,
}

impl WindowsWords {
    /// Every language there is, English first.
    pub fn all() -> &'static [Self] {
        &WORDS
    }

    /// The words of a language, by a tag such as `es`, `es-MX` or `pt_BR`. Portuguese without a
    /// country is Brazil's, which has the most speakers. None: a language that is not here.
    pub fn of(tag: &str) -> Option<&'static Self> {
        let tag = tag.replace('_', "-");
        let exact = WORDS.iter().find(|words| words.language.eq_ignore_ascii_case(&tag));
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        exact.or_else(|| WORDS.iter().find(|words| primary(words.language) == primary(&tag)))
    }
}

/// One row for each language.
const WORDS: [WindowsWords; 15] = [
    WindowsWords {
        language: "en",
        own_name: "English",
        next: "Next",
        remove: &["Remove"],
        uninstall: "Uninstall",
        yes: "Yes",
        no: "No",
        cancel: "Cancel",
        finish: "Finish",
        restart_now: "Restart now",
        restart_later: "Restart later",
    },
    WindowsWords {
        language: "es",
        own_name: "Español",
        next: "Siguiente",
        remove: &["Quitar", "Eliminar"],
        uninstall: "Desinstalar",
        yes: "Sí",
        no: "No",
        cancel: "Cancelar",
        finish: "Finalizar",
        restart_now: "Reiniciar ahora",
        restart_later: "Reiniciar más tarde",
    },
    WindowsWords {
        language: "fr",
        own_name: "Français",
        next: "Suivant",
        remove: &["Supprimer"],
        uninstall: "Désinstaller",
        yes: "Oui",
        no: "Non",
        cancel: "Annuler",
        finish: "Terminer",
        restart_now: "Redémarrer maintenant",
        restart_later: "Redémarrer plus tard",
    },
    WindowsWords {
        language: "de",
        own_name: "Deutsch",
        next: "Weiter",
        remove: &["Entfernen"],
        uninstall: "Deinstallieren",
        yes: "Ja",
        no: "Nein",
        cancel: "Abbrechen",
        finish: "Fertig stellen",
        restart_now: "Jetzt neu starten",
        restart_later: "Später neu starten",
    },
    WindowsWords {
        language: "pt-BR",
        own_name: "Português (Brasil)",
        next: "Avançar",
        remove: &["Remover"],
        uninstall: "Desinstalar",
        yes: "Sim",
        no: "Não",
        cancel: "Cancelar",
        finish: "Concluir",
        restart_now: "Reiniciar agora",
        restart_later: "Reiniciar mais tarde",
    },
    WindowsWords {
        language: "pt-PT",
        own_name: "Português (Portugal)",
        next: "Seguinte",
        remove: &["Remover"],
        uninstall: "Desinstalar",
        yes: "Sim",
        no: "Não",
        cancel: "Cancelar",
        finish: "Concluir",
        restart_now: "Reiniciar agora",
        restart_later: "Reiniciar mais tarde",
    },
    WindowsWords {
        language: "it",
        own_name: "Italiano",
        next: "Avanti",
        remove: &["Rimuovi"],
        uninstall: "Disinstalla",
        yes: "Sì",
        no: "No",
        cancel: "Annulla",
        finish: "Fine",
        restart_now: "Riavvia ora",
        restart_later: "Riavvia più tardi",
    },
    WindowsWords {
        language: "nl",
        own_name: "Nederlands",
        next: "Volgende",
        remove: &["Verwijderen"],
        uninstall: "Verwijderen",
        yes: "Ja",
        no: "Nee",
        cancel: "Annuleren",
        finish: "Voltooien",
        restart_now: "Nu opnieuw opstarten",
        restart_later: "Later opnieuw opstarten",
    },
    WindowsWords {
        language: "pl",
        own_name: "Polski",
        next: "Dalej",
        remove: &["Usuń"],
        uninstall: "Odinstaluj",
        yes: "Tak",
        no: "Nie",
        cancel: "Anuluj",
        finish: "Zakończ",
        restart_now: "Uruchom ponownie teraz",
        restart_later: "Uruchom ponownie później",
    },
    WindowsWords {
        language: "cs",
        own_name: "Čeština",
        next: "Další",
        remove: &["Odebrat", "Odstranit"],
        uninstall: "Odinstalovat",
        yes: "Ano",
        no: "Ne",
        cancel: "Storno",
        finish: "Dokončit",
        restart_now: "Restartovat nyní",
        restart_later: "Restartovat později",
    },
    WindowsWords {
        language: "ru",
        own_name: "Русский",
        next: "Далее",
        remove: &["Удалить"],
        uninstall: "Удалить",
        yes: "Да",
        no: "Нет",
        cancel: "Отмена",
        finish: "Готово",
        restart_now: "Перезагрузить сейчас",
        restart_later: "Перезагрузить позже",
    },
    WindowsWords {
        language: "uk",
        own_name: "Українська",
        next: "Далі",
        remove: &["Видалити"],
        uninstall: "Видалити",
        yes: "Так",
        no: "Ні",
        cancel: "Скасувати",
        finish: "Готово",
        restart_now: "Перезавантажити зараз",
        restart_later: "Перезавантажити пізніше",
    },
    WindowsWords {
        language: "vi",
        own_name: "Tiếng Việt",
        next: "Tiếp theo",
        remove: &["Loại bỏ", "Gỡ bỏ"],
        uninstall: "Gỡ cài đặt",
        yes: "Có",
        no: "Không",
        cancel: "Hủy",
        finish: "Hoàn tất",
        restart_now: "Khởi động lại ngay",
        restart_later: "Khởi động lại sau",
    },
    WindowsWords {
        language: "tr",
        own_name: "Türkçe",
        next: "İleri",
        remove: &["Kaldır"],
        uninstall: "Kaldır",
        yes: "Evet",
        no: "Hayır",
        cancel: "İptal",
        finish: "Son",
        restart_now: "Şimdi yeniden başlat",
        restart_later: "Daha sonra yeniden başlat",
    },
    WindowsWords {
        language: "el",
        own_name: "Ελληνικά",
        next: "Επόμενο",
        remove: &["Κατάργηση"],
        uninstall: "Κατάργηση εγκατάστασης",
        yes: "Ναι",
        no: "Όχι",
        cancel: "Άκυρο",
        finish: "Τέλος",
        restart_now: "Επανεκκίνηση τώρα",
        restart_later: "Επανεκκίνηση αργότερα",
    },
];

#[cfg(test)]
mod tests;
