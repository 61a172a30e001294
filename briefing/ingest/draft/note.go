package draft

// NoteCode names what a Note is about, for programs.
type NoteCode string

// The codes of notes.
const (
	NoDate       NoteCode = "no-date"       // the file states no day of publication
	DateUnsure   NoteCode = "date-unsure"   // a date was seen but not taken
	BlocksOut    NoteCode = "blocks-out"    // blocks of a page that are not the article's body
	Encoded      NoteCode = "encoding"      // read as something other than UTF-8
	EncodingOdd  NoteCode = "encoding-odd"  // some letters did not fit the encoding
	ControlChars NoteCode = "control-chars" // control characters became spaces
	Attachments  NoteCode = "attachments"   // files inside that were not read
	PartsLost    NoteCode = "parts-lost"    // what could not be read of a damaged file
	EndsEarly    NoteCode = "ends-early"    // a page or PDF that was cut off while it was saved
	WordsJoined  NoteCode = "words-joined"  // words divided at line ends were put together
	NumbersOut   NoteCode = "numbers-out"   // numbers of lists, which are furniture; raised numbers that refer to notes
	HiddenOut    NoteCode = "hidden-out"    // text that was hidden when the page was saved; it is furniture
	NotesOut     NoteCode = "notes-out"     // footnotes of a document; they are furniture
	BodyStated   NoteCode = "body-stated"   // the text is one that the page states for programs and does not show
	PageRest     NoteCode = "page-rest"     // paragraphs elsewhere on the page; they are furniture behind the text
	PlainReading NoteCode = "plain-reading" // markup too deep or too large to be understood; its text was taken
	Several      NoteCode = "several"       // articles in one file
	PartsOut     NoteCode = "parts-out"     // articles or files of a file that were not taken
)

// Note tells the analyst something about how a file was read. The article is
// good nevertheless.
type Note struct {
	Code NoteCode `json:"code"`
	Text string   `json:"text"` // a few words: "no date found", "2 blocks left out"
}
