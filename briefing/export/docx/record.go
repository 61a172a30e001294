package docx

// The record travels as a custom part, which word processors keep when they
// save the document anew (ISO/IEC 29500-1, 15.2.4).

const (
	recordPart = "customXml/item1.xml"
	// recordNames is the namespace by which the record is known.
	recordNames = "urn:attache:trace"
	customXML   = "/customXml"
	// recordID identifies the part, in the form that the format asks for.
	recordID = "{A77AC4E0-7ACE-4B21-9E0D-0B21EF1A6B01}"
)

// recordParts returns the record and what the format wants beside it.
func recordParts(record []byte) []part {
	return []part{
		{"customXml/_rels/item1.xml.rels", `<Relationships xmlns="` + packageRels + `"><Relationship Id="rId1" Type="` + relationships +
			`/customXmlProps" Target="itemProps1.xml"/></Relationships>`},
		{recordPart, `<trace xmlns="` + recordNames + `">` + escaped(string(record)) + `</trace>`},
		{"customXml/itemProps1.xml", `<ds:datastoreItem ds:itemID="` + recordID + `" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">` +
			`<ds:schemaRefs><ds:schemaRef ds:uri="` + recordNames + `"/></ds:schemaRefs></ds:datastoreItem>`},
	}
}

// recordTypes is what the list of types says of the record.
func (d *docx) recordTypes() string {
	if !d.c.Options.Trace {
		return ""
	}
	return `<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`
}

// recordLink ties the record to the document.
func (d *docx) recordLink() string {
	if !d.c.Options.Trace {
		return ""
	}
	return `<Relationship Id="rRecord" Type="` + relationships + customXML + `" Target="../` + recordPart + `"/>`
}
