package imprint

import (
	"strings"
	"testing"
)

func TestPerson(t *testing.T) {
	for in, want := range map[string]string{
		"By Ana Prado":                    "Ana Prado",
		"Ana Prado":                       "Ana Prado",
		"https://social.example/ana":      "",
		"@anaprado":                       "",
		"Ana PradoNovember 15, 2019":      "",
		"  Ana \n Prado ":                 "Ana Prado",
		strings.Repeat("Ana Prado, ", 50): "",
		"12":                              "",
	} {
		if got := Person(in); got != want {
			t.Errorf("person(%q) = %q, want %q", in, got, want)
		}
	}
}
