package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"bienvenue/app/i18n"
)

// locales are the systems' names of our languages.
var locales = map[string]string{"fr": "fr_FR.UTF-8", "en": "en_GB.UTF-8"}

// speak has Fyne's own few words (of its file dialog and its menus) in the language of the window. Fyne
// follows the system and cannot be told a language: it is asked again while the environment
// says ours, which is put back at once because keyboards depend on it. Where Fyne does not read the
// environment (Windows, macOS), its words stay in the system's language.
func speak(language string) error {
	name, ok := locales[language]
	if !ok {
		return nil
	}
	before, was := os.LookupEnv("LC_ALL")
	if err := os.Setenv("LC_ALL", name); err != nil {
		return fmt.Errorf("set the language: %w", err)
	}
	err := lang.AddTranslationsForLocale([]byte("{}"), fyne.Locale(language))
	if was {
		return firstError(err, os.Setenv("LC_ALL", before))
	}
	return firstError(err, os.Unsetenv("LC_ALL"))
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return fmt.Errorf("set the language: %w", err)
		}
	}
	return nil
}

// systemLanguage is the computer's language where we speak it, else the usual one.
func systemLanguage(env func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := env(name); value != "" {
			language, _, _ := strings.Cut(value, "_")
			if slices.Contains(i18n.Languages(), language) {
				return language
			}
			break
		}
	}
	return i18n.Default
}
