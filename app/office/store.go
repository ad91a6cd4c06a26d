package office

import (
	"context"
	"iter"
	"time"

	"bienvenue/app/coop"
)

// Store is everything the office needs to be kept and found again. Each aggregate's part stands
// on its own, so that a use case, or a test, may name the little it needs.
// A thing asked for by its name that is not there gives coop.ErrNotFound; lists may be empty.
type Store interface {
	Keeper
	PeopleStore
	BatchStore
	VisitStore
	DiaryStore
	TalkStore
	ScriptStore
	TemplateStore
	AskingStore
	FollowUpStore
	StaffStore
	MonthStore
}

// Keeper writes.
type Keeper interface {
	// Keep writes a change whole or not at all, its journal in the same transaction.
	// A visit that clashes gives a *coop.ClashError, a stale Rev coop.ErrChanged.
	Keep(ctx context.Context, c coop.Change) error
	// KeepAll writes many changes in one transaction; a cancelled context leaves nothing behind.
	KeepAll(ctx context.Context, changes iter.Seq[coop.Change]) error
}

// PeopleStore finds households, their residences and their papers.
type PeopleStore interface {
	Rows(ctx context.Context, f coop.RowFilter) ([]coop.Row, error)
	CountRows(ctx context.Context, f coop.RowFilter) (int, error)
	Household(ctx context.Context, id coop.HouseholdID) (coop.Household, error)
	// FindHousehold takes our identity, a lease code or a tenant code (the household that lives
	// there now is preferred to one that has left).
	FindHousehold(ctx context.Context, ref string) (coop.HouseholdID, error)
	// HouseholdsOf lists the households of a kind of ERP file, with what the ERP last said.
	HouseholdsOf(ctx context.Context, source string) ([]coop.Household, error)
	// Longest lists those who live there on a day and on whose paper the least room is left, so many of
	// each sort at most: the longest names and addresses, the most holders, the most promises.
	Longest(ctx context.Context, on coop.Day, most int) ([]coop.HouseholdID, error)
	Residence(ctx context.Context, id coop.ResidenceID) (coop.Residence, error)
	Residences(ctx context.Context) ([]coop.Residence, error)
	Papers(ctx context.Context, h coop.HouseholdID) ([]coop.Paper, error)
	Journal(ctx context.Context, h coop.HouseholdID) ([]coop.Entry, error)
}

// BatchStore finds the papers that are made for many households at once.
type BatchStore interface {
	// BatchCandidates lists the households that a batch's filter finds, in no order.
	BatchCandidates(ctx context.Context, q coop.BatchQuery) ([]coop.BatchCandidate, error)
	// Batches lists batches with how far each is, the newest first.
	Batches(ctx context.Context) ([]coop.BatchRow, error)
	// BatchItems lists the households of a batch in the order of the papers.
	BatchItems(ctx context.Context, id coop.BatchID) ([]coop.BatchItem, error)
	// RowsOf reads households by their names; one that is not there is missing.
	RowsOf(ctx context.Context, ids []coop.HouseholdID) (map[coop.HouseholdID]coop.Row, error)
}

// VisitStore finds visits.
type VisitStore interface {
	Visit(ctx context.Context, id coop.VisitID) (coop.Visit, error)
	Visits(ctx context.Context, f coop.VisitFilter) ([]coop.VisitRow, error)
	// AnyPlanned says whether a courtesy visit is planned from a moment on.
	AnyPlanned(ctx context.Context, from time.Time) (bool, error)
	// Owing lists those who wait for a courtesy visit, the end of their window first.
	Owing(ctx context.Context, f coop.OwingFilter) ([]coop.Owing, error)
	// OwingOne finds a household as that list shows it, whether it waits or not.
	OwingOne(ctx context.Context, id coop.HouseholdID) (coop.Owing, error)
}

// DiaryStore finds what decides when visits can be.
type DiaryStore interface {
	// DiaryFacts reads everything that decides whether visits can stand, from one state.
	DiaryFacts(ctx context.Context, q coop.FactsQuery) (coop.DiaryFacts, error)
	// Hours lists the officers' own working weeks.
	Hours(ctx context.Context) ([]coop.Hours, error)
	// Exceptions lists those that touch the days from one to another, both included.
	Exceptions(ctx context.Context, from, to coop.Day) ([]coop.Exception, error)
	Exception(ctx context.Context, id coop.ExceptionID) (coop.Exception, error)
	// Waves lists the waves that were confirmed, the newest first.
	Waves(ctx context.Context) ([]coop.Wave, error)
	// WaveVisits lists the visits of a wave by their start, in whatever state they are.
	WaveVisits(ctx context.Context, id coop.WaveID) ([]coop.Visit, error)
}

// TalkStore finds talks, what came of them and what they teach.
type TalkStore interface {
	Talk(ctx context.Context, id coop.TalkID) (coop.Talk, error)
	Talks(ctx context.Context, h coop.HouseholdID) ([]coop.Talk, error)
	// OpenTalks lists the interrupted talks, the last touched first; officer "" is everybody's.
	OpenTalks(ctx context.Context, officer coop.StaffID) ([]coop.TalkRow, error)
	Outcomes(ctx context.Context, h coop.HouseholdID) ([]coop.Outcome, error)
	// Corrections lists what stood before each correction of a talk, the newest first.
	Corrections(ctx context.Context, talk coop.TalkID) ([]coop.Correction, error)
	Signature(ctx context.Context, talk coop.TalkID) (coop.Signature, error)
	// LastSignature is of the household's last talk that bears one; an abandoned talk does not count.
	LastSignature(ctx context.Context, h coop.HouseholdID) (coop.Signature, error)
	// Rehearsals lists rehearsals, the newest first.
	Rehearsals(ctx context.Context, f coop.RehearsalFilter) ([]coop.RehearsalRow, error)
	// Lessons counts what the closed talks of a script teach.
	Lessons(ctx context.Context, q coop.LessonQuery) (coop.Lessons, error)
}

// ScriptStore finds the scripts that the coop published or led talks by, and their drafts.
type ScriptStore interface {
	Script(ctx context.Context, id coop.ScriptID, version int) (coop.StoredScript, error)
	// Scripts lists the last published version of each script, withdrawn ones too.
	Scripts(ctx context.Context) ([]coop.StoredScript, error)
	// ScriptVersions lists every version that is kept, the newest first: published ones and the
	// program's own that talks were led by.
	ScriptVersions(ctx context.Context, id coop.ScriptID) ([]coop.StoredScript, error)
	// ShippedScript is a text of the program's that a coop's version was made from.
	ShippedScript(ctx context.Context, id coop.ScriptID, version int) (coop.StoredScript, error)
	Draft(ctx context.Context, id coop.ScriptID) (coop.ScriptDraft, error)
	Drafts(ctx context.Context) ([]coop.ScriptDraft, error)
}

// TemplateStore finds the templates that the coop published, and their drafts.
type TemplateStore interface {
	// Templates lists the last published version of each template.
	Templates(ctx context.Context) ([]coop.StoredTemplate, error)
	// TemplateVersions lists every published version of a template, the newest first.
	TemplateVersions(ctx context.Context, n coop.TemplateName) ([]coop.StoredTemplate, error)
	// TemplateDrafts lists what is being written.
	TemplateDrafts(ctx context.Context) ([]coop.TemplateDraft, error)
}

// AskingStore finds the questionnaires on paper.
type AskingStore interface {
	Asking(ctx context.Context, ref coop.Reference) (coop.Asking, error)
	// AskingsOf lists a household's questionnaires, the last reserved first.
	AskingsOf(ctx context.Context, h coop.HouseholdID) ([]coop.Asking, error)
	AskingForm(ctx context.Context, id coop.AskingFormID) (coop.AskingForm, error)
	// CountAskings counts questionnaires that were printed.
	CountAskings(ctx context.Context, f coop.AskingFilter) (int, error)
	// AskingTally counts the answers of those printed in [from, to); a zero time is no bound.
	AskingTally(ctx context.Context, from, to time.Time) (coop.AskingTally, error)
	// AskingMoments counts those that were printed, minute by minute, the last first.
	AskingMoments(ctx context.Context) ([]coop.AskingMoment, error)
}

// FollowUpStore finds follow-ups.
type FollowUpStore interface {
	FollowUp(ctx context.Context, id coop.FollowUpID) (coop.FollowUp, error)
	FollowUps(ctx context.Context, f coop.FollowUpFilter) ([]coop.FollowUpRow, error)
	CountFollowUps(ctx context.Context, f coop.FollowUpFilter) (int, error)
}

// StaffStore finds the staff, the coop's events and the settings.
type StaffStore interface {
	Staff(ctx context.Context) ([]coop.Staff, error)
	// Events lists the events from a day on, the nearest first.
	Events(ctx context.Context, from coop.Day) ([]coop.Event, error)
	Settings(ctx context.Context) (map[string]string, error)
}

// MonthStore counts.
type MonthStore interface {
	// MonthRows returns what happened in [from, to), already grouped. The query's days bound cohorts.
	MonthRows(ctx context.Context, q coop.MonthQuery) (coop.MonthRows, error)
	// Cases lists the households or visits behind one figure.
	Cases(ctx context.Context, q coop.CaseQuery) ([]coop.Case, error)
	// VisitsDone counts an officer's visits done in [from, to); officer "" is everybody's.
	VisitsDone(ctx context.Context, officer coop.StaffID, from, to time.Time) (int, error)
}
