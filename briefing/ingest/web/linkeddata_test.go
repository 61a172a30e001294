package web

import (
	"strings"
	"testing"
)

func TestLinkedData(t *testing.T) {
	for _, tt := range []struct {
		name, script string
		want         linkedData
	}{
		{"one object", `{"@type":"NewsArticle","headline":"A","author":"B","publisher":{"name":"C"},"datePublished":"2019-12-05"}`,
			linkedData{headline: "A", author: "B", outlet: "C", published: "2019-12-05"}},
		{"day in seconds", `{"@type":"NewsArticle","headline":"A","datePublished":1575533700}`, linkedData{headline: "A", published: "2019-12-05T08:15:00Z"}},
		{"day in thousandths", `{"@type":"NewsArticle","headline":"A","datePublished":1575533700000}`, linkedData{headline: "A", published: "2019-12-05T08:15:00Z"}},
		{"day in seconds, as words", `{"@type":"NewsArticle","headline":"A","datePublished":["1575533700"]}`, linkedData{headline: "A", published: "2019-12-05T08:15:00Z"}},
		{"a day without dashes", `{"@type":"NewsArticle","headline":"A","datePublished":"20191205"}`, linkedData{headline: "A", published: "20191205"}},
		{"a number that is no day", `{"@type":"NewsArticle","headline":"A","datePublished":7}`, linkedData{headline: "A"}},
		{"list", `[{"@type":"Person","name":"X"},{"@type":"ReportageNewsArticle","headline":"A","inLanguage":{"name":"English"}}]`,
			linkedData{headline: "A", language: "English"}},
		{"line end in a string", "{\"@type\":\"Article\",\"headline\":\"A\nB\"}", linkedData{headline: "A B"}},
		{"comment marks and semicolon", `<![CDATA[{"@type":"Article","headline":"A &amp; B"}]]>`, linkedData{headline: "A & B"}},
		{"author without a name", `{"@type":"Article","headline":"A","author":{"@id":"#x"}}`, linkedData{headline: "A"}},
		{"author is an address", `{"@type":"Article","headline":"A","author":"https://a.example/b"}`, linkedData{headline: "A"}},
		{"wrong types", `{"@type":"Article","headline":7,"author":[[1]],"datePublished":{}}`, linkedData{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := linkedDataOf([]string{tt.script})
			if len(got) != 1 || got[0] != tt.want {
				t.Errorf("linkedDataOf(%s) = %+v, want %+v", tt.script, got, tt.want)
			}
		})
	}
	for _, script := range []string{"", "{", "null", `"Article"`, `{"@type":"WebSite","headline":"A"}`, strings.Repeat("[", 1000) + strings.Repeat("]", 1000)} {
		if got := linkedDataOf([]string{script}); len(got) != 0 {
			t.Errorf("linkedDataOf(%.40s) = %+v, want nothing", script, got)
		}
	}
}
