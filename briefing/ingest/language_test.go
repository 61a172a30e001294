package ingest

import (
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/language"
)

func TestLanguage(t *testing.T) {
	for want, text := range map[string]string{
		"en": "The ministers of both countries met on Monday in the old town hall and agreed to open the bridge to lorries of up to twelve tonnes, an official said. They will meet again in October, when the work on the second bridge begins, the mayor added, and he thanked the engineers.",
		"es": "Los ministros de ambos países se reunieron el lunes en el antiguo ayuntamiento y acordaron abrir el puente a los camiones de hasta doce toneladas, dijo un funcionario. Volverán a reunirse en octubre, cuando empiecen las obras del segundo puente, añadió el alcalde, y agradeció a los ingenieros.",
		"fr": "Les ministres des deux pays se sont réunis lundi dans l’ancien hôtel de ville et ont décidé d’ouvrir le pont aux camions de douze tonnes, a indiqué un responsable. Ils se retrouveront en octobre, quand commenceront les travaux du second pont, a ajouté le maire, qui a remercié les ingénieurs.",
		"de": "Die Minister beider Länder trafen sich am Montag im alten Rathaus und vereinbarten, die Brücke für Lastwagen bis zwölf Tonnen zu öffnen, sagte ein Sprecher. Sie wollen sich im Oktober wieder treffen, wenn die Arbeiten an der zweiten Brücke beginnen, fügte der Bürgermeister hinzu und dankte den Ingenieuren.",
		"ru": "Министры двух стран встретились в понедельник в старой ратуше и договорились открыть мост для грузовиков до двенадцати тонн, сообщил представитель. Они встретятся снова в октябре, когда начнутся работы на втором мосту, добавил мэр и поблагодарил инженеров за их труд и терпение.",
		"da": "Ministrene fra begge lande mødtes mandag på det gamle rådhus og blev enige om at åbne broen for lastbiler på op til tolv tons, siger en talsmand. De mødes igen i oktober, når arbejdet på den anden bro begynder, siger borgmesteren og takker ingeniørerne.",
		"pt": "Os ministros dos dois países reuniram-se na segunda-feira na antiga câmara municipal e decidiram abrir a ponte aos camiões de doze toneladas, disse um responsável. Voltam a reunir-se em outubro, quando começarem as obras da segunda ponte, acrescentou o presidente, que agradeceu aos engenheiros.",
		"":   "The ministers met on Monday.",
	} {
		if got := article(t, text).Language; got != want {
			t.Errorf("language of %.40q = %q, want %q", text, got, want)
		}
	}
}

func TestDeclaredLanguage(t *testing.T) {
	for in, want := range map[string]string{"en": "en", "es_MX": "es-MX", "pt-br": "pt-BR", " fr ": "fr", "": "", "und": "", "english please": ""} {
		if got := language.Declared(in); got != want {
			t.Errorf("declaredLanguage(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestLanguageOfTwo: a text that is half in one language and half in another
// is in none.
func TestLanguageOfTwo(t *testing.T) {
	const en, es = "The ministers of both countries met on Monday in the old town hall and agreed to open the bridge to lorries of up to twelve tonnes, and it was said that they will meet again. ",
		"Los ministros de ambos países se reunieron el lunes en el antiguo ayuntamiento y acordaron abrir el puente a los camiones de hasta doce toneladas, y se volverán a reunir en octubre. "
	if got := article(t, strings.Repeat(en, 6)+strings.Repeat(es, 6)).Language; got != "" {
		t.Errorf("language of half English, half Spanish = %q", got)
	}
}

// article returns an article of the given text.
func article(t testing.TB, text string) *briefing.Article {
	a, _, err := Read("a.txt", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return a
}
