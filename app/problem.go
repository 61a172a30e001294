package app

// Problem is an error as a person is told of it: what happened, what is safe,
// and what to do.
type Problem struct {
	What, Safe, Do string
	Err            error // for the log, and for errors.Is
}

// Error returns the three parts as one text.
func (p Problem) Error() string {
	s := p.What
	for _, part := range []string{p.Safe, p.Do} {
		if part != "" {
			s += " " + part
		}
	}
	return s
}

// Unwrap returns the error behind the problem.
func (p Problem) Unwrap() error { return p.Err }

// Explain puts an error into the words a person is told. A nil error is the
// zero Problem.
func Explain(err error) Problem {
	if err == nil {
		return Problem{}
	}
	return Problem{What: err.Error(), Err: err}
}
