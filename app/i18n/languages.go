package i18n

// HomeLanguages lists the languages that a household or a colleague may speak, French first, in the
// order they are offered.
func HomeLanguages() []string {
	return []string{Default, "en", "ar", "tr", "pt", "es", "uk", "ru", "fa", "ps"}
}

// LanguageKey is the key of a household's language by its code, "" for one that has no name here.
func LanguageKey(code string) string { return languageKeys[code] }

// LanguageName is a language in the words of this one, « Arabe »; one that is not known is its code.
func (w *Words) LanguageName(code string) string {
	if key, ok := languageKeys[code]; ok {
		return w.T(key)
	}
	return code
}

var languageKeys = map[string]string{
	"fr": "person.language.fr", "en": "person.language.en", "ar": "person.language.ar", "tr": "person.language.tr",
	"pt": "person.language.pt", "es": "person.language.es", "uk": "person.language.uk", "ru": "person.language.ru",
	"fa": "person.language.fa", "ps": "person.language.ps",
}
