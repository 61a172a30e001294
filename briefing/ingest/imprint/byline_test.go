package imprint

import (
	"strings"
	"testing"
)

func TestPerson(t *testing.T) {
	for in, want := range map[string]string{
		"By Ana Prado":                           "Ana Prado",
		"Ana Prado":                              "Ana Prado",
		"https://social.example/ana":             "",
		"@anaprado":                              "",
		"Ana PradoNovember 15, 2019":             "",
		"  Ana \n Prado ":                        "Ana Prado",
		strings.Repeat("Ana Prado, ", 50):        "",
		"12":                                     "",
		"By Ana Prado, Oslo":                     "Ana Prado",
		"Ana Prado, Oslo, 5 December 2019":       "Ana Prado",
		"By Ana Prado and Jon Vale, Mexico City": "Ana Prado and Jon Vale",
		"By Ana Prado, Diplomatic Editor":        "Ana Prado",
		"Ana Prado, envoyée spéciale à Oslo":     "Ana Prado",
		"Ana Prado - Oslo":                       "Ana Prado",
		"Ana Prado/Reuters":                      "Ana Prado",
		"Ana Prado, Jon Vale":                    "Ana Prado, Jon Vale",
		"Ana Prado, Jon Vale, Oslo":              "Ana Prado, Jon Vale",
		"Prado, Ana":                             "Prado, Ana",
		"Ana Prado/Jon Vale":                     "Ana Prado/Jon Vale",
		"Jon Vale, Jr.":                          "Jon Vale, Jr.",
		"Jon Vale, III":                          "Jon Vale, III",
	} {
		if got := Person(in); got != want {
			t.Errorf("person(%q) = %q, want %q", in, got, want)
		}
	}
}
