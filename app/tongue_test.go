package app

import (
	"errors"
	"testing"
)

func TestLanguageCode(t *testing.T) {
	for text, want := range map[string]string{"es": "es", " pt_br ": "pt-BR", "ZH-hant": "zh-Hant", "spanish": "", "klingon": "", "%": ""} {
		got, err := languageCode(text)
		var wrong *LanguageError
		if got != want || (err != nil) != (want == "") || err != nil && !errors.As(err, &wrong) {
			t.Errorf("%q is %q, %v; want %q", text, got, err, want)
		}
	}
}

func TestOtherLanguage(t *testing.T) {
	for code, want := range map[string]string{"": "", "en": "", "en-GB": "", "fr": "français", "fr-CA": "français", "zh-Hant": "中文", "nb": "norsk bokmål", "qu": "qu", "not a language": ""} {
		if got := otherLanguage(code); got != want {
			t.Errorf("%q is %q, not %q", code, got, want)
		}
	}
}
