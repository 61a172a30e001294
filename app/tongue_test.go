package app

import "testing"

func TestOtherLanguage(t *testing.T) {
	for code, want := range map[string]string{"": "", "en": "", "en-GB": "", "fr": "français", "fr-CA": "français", "zh-Hant": "中文", "nb": "norsk bokmål", "qu": "qu", "not a language": ""} {
		if got := otherLanguage(code); got != want {
			t.Errorf("%q is %q, not %q", code, got, want)
		}
	}
}
