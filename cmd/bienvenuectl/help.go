package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"bienvenue/app/i18n"
)

// languageOf finds the language that a command line asks for, before it is parsed: the help texts need it.
func languageOf(args []string) string {
	for i, a := range args {
		if value, ok := strings.CutPrefix(a, "--language="); ok {
			return value
		}
		if a == "--language" && i+1 < len(args) {
			return args[i+1]
		}
	}
	return i18n.Default
}

// helpVariables are the help texts that the command line's tags name.
func helpVariables(w *i18n.Words) kong.Vars {
	return kong.Vars{
		"help_archive": w.T("ctl.help.archive"), "help_json": w.T("ctl.help.json"),
		"help_language": w.T("ctl.help.language"), "help_staff": w.T("ctl.help.staff"),
		"help_demo": w.T("ctl.help.demo"), "help_demo_people": w.T("ctl.help.demo.people"),
		"help_demo_months": w.T("ctl.help.demo.months"), "help_demo_seed": w.T("ctl.help.demo.seed"),
		"help_demo_today": w.T("ctl.help.demo.today"),
		"help_import":     w.T("ctl.help.import"), "help_import_file": w.T("ctl.help.import.file"),
		"help_import_dry": w.T("ctl.help.import.dry"), "help_import_rejects": w.T("ctl.help.import.rejects"),
		"help_people": w.T("ctl.help.people"), "help_search": w.T("ctl.help.people.search"),
		"help_search_words": w.T("ctl.help.people.words"), "help_search_limit": w.T("ctl.help.people.limit"),
		"help_show": w.T("ctl.help.people.show"), "help_ref": w.T("ctl.help.ref"),
		"help_visits": w.T("ctl.help.visits"), "help_book": w.T("ctl.help.visits.book"),
		"help_move": w.T("ctl.help.visits.move"), "help_cancel": w.T("ctl.help.visits.cancel"),
		"help_list": w.T("ctl.help.visits.list"), "help_household": w.T("ctl.help.household"),
		"help_officer": w.T("ctl.help.officer"), "help_start": w.T("ctl.help.start"),
		"help_minutes": w.T("ctl.help.minutes"), "help_place": w.T("ctl.help.place"),
		"help_reason": w.T("ctl.help.reason"), "help_cancel_reason": w.T("ctl.help.cancel.reason"),
		"help_visit": w.T("ctl.help.visit"), "help_from": w.T("ctl.help.from"), "help_to": w.T("ctl.help.to"),
		"help_talk": w.T("ctl.help.talk"), "help_play": w.T("ctl.help.talk.play"),
		"help_play_file": w.T("ctl.help.talk.file"),
		"help_sheet":     w.T("ctl.help.sheet"), "help_sheet_simple": w.T("ctl.help.sheet.simple"), "help_sheet_in": w.T("ctl.help.sheet.in"), "help_out": w.T("ctl.help.out"),
		"help_month": w.T("ctl.help.month"), "help_month_value": w.T("ctl.help.month.value"),
		"help_backup": w.T("ctl.help.backup"), "help_backup_file": w.T("ctl.help.backup.file"),
		"help_restore": w.T("ctl.help.restore"), "help_restore_file": w.T("ctl.help.restore.file"),
		"help_doctor": w.T("ctl.help.doctor"),
	}
}

// textVariables are the help texts of what is done with texts, talks that ended and staff.
func textVariables(w *i18n.Words) kong.Vars {
	return kong.Vars{
		"help_texts": w.T("ctl.help.texts"), "help_texts_list": w.T("ctl.help.texts.list"),
		"help_texts_check": w.T("ctl.help.texts.check"), "help_texts_files": w.T("ctl.help.texts.files"),
		"help_texts_export": w.T("ctl.help.texts.export"), "help_texts_out": w.T("ctl.help.texts.out"),
		"help_texts_import": w.T("ctl.help.texts.import"), "help_texts_replace": w.T("ctl.help.texts.replace"),
		"help_texts_publish": w.T("ctl.help.texts.publish"), "help_texts_note": w.T("ctl.help.texts.note"),
		"help_texts_versions": w.T("ctl.help.texts.versions"), "help_texts_version": w.T("ctl.help.texts.version"),
		"help_texts_lessons": w.T("ctl.help.texts.lessons"), "help_texts_months": w.T("ctl.help.texts.months"),
		"help_lessons_version": w.T("ctl.help.texts.lessons.version"),
		"help_script":          w.T("ctl.help.script"),
		"help_answers":         w.T("ctl.help.answers"), "help_answers_key": w.T("ctl.help.answers.key"),
		"help_answers_show": w.T("ctl.help.answers.show"), "help_answers_erase": w.T("ctl.help.answers.erase"),
		"help_answers_results": w.T("ctl.help.answers.results"), "help_answers_reference": w.T("ctl.help.answers.reference"),
		"help_answers_keys": w.T("ctl.help.answers.keys"), "help_answers_from": w.T("ctl.help.answers.from"),
		"help_answers_to": w.T("ctl.help.answers.to"),
		"help_talk_show":  w.T("ctl.help.talk.show"), "help_talk_ref": w.T("ctl.help.talk.ref"),
		"help_talk_correct": w.T("ctl.help.talk.correct"), "help_correct_file": w.T("ctl.help.talk.correct.file"),
		"help_staff_all": w.T("ctl.help.staff.all"), "help_staff_add": w.T("ctl.help.staff.add"),
		"help_staff_list": w.T("ctl.help.staff.list"), "help_staff_login": w.T("ctl.help.staff.login"),
		"help_staff_name": w.T("ctl.help.staff.name"), "help_staff_role": w.T("ctl.help.staff.role"),
		"help_staff_phone": w.T("ctl.help.staff.phone"), "help_staff_target": w.T("ctl.help.staff.target"),
	}
}

// paperVariables are the help texts of what is done with the texts of papers.
func paperVariables(w *i18n.Words) kong.Vars {
	return kong.Vars{
		"help_papers": w.T("ctl.help.papers"), "help_papers_list": w.T("ctl.help.papers.list"),
		"help_papers_show": w.T("ctl.help.papers.show"), "help_papers_check": w.T("ctl.help.papers.check"),
		"help_papers_export": w.T("ctl.help.papers.export"), "help_papers_import": w.T("ctl.help.papers.import"),
		"help_papers_try": w.T("ctl.help.papers.try"), "help_papers_publish": w.T("ctl.help.papers.publish"),
		"help_papers_versions": w.T("ctl.help.papers.versions"), "help_papers_restore": w.T("ctl.help.papers.restore"),
		"help_papers_kind": w.T("ctl.help.papers.kind"), "help_papers_language": w.T("ctl.help.papers.language"),
		"help_papers_file": w.T("ctl.help.papers.file"), "help_papers_version": w.T("ctl.help.papers.version"),
		"help_papers_again": w.T("ctl.help.papers.again"),
	}
}

// diaryVariables are the help texts of what is done with the diary.
func diaryVariables(w *i18n.Words) kong.Vars {
	return kong.Vars{
		"help_told": w.T("ctl.help.told"), "help_agreed": w.T("ctl.help.agreed"),
		"help_move_minutes": w.T("ctl.help.move.minutes"), "help_move_place": w.T("ctl.help.move.place"),
		"help_moved_by": w.T("ctl.help.move.by"), "help_cancel_undo": w.T("ctl.help.cancel.undo"),
		"help_confirm": w.T("ctl.help.confirm"), "help_confirm_undo": w.T("ctl.help.confirm.undo"),
		"help_remind": w.T("ctl.help.remind"), "help_remind_how": w.T("ctl.help.remind.how"),
		"help_remind_undo": w.T("ctl.help.remind.undo"),
		"help_close":       w.T("ctl.help.close"), "help_result": w.T("ctl.help.close.result"), "help_note": w.T("ctl.help.close.note"),
		"help_give_up": w.T("ctl.help.give-up"), "help_give_up_reason": w.T("ctl.help.give-up.reason"),
		"help_give_up_undo": w.T("ctl.help.give-up.undo"),
		"help_owing":        w.T("ctl.help.owing"), "help_owing_limit": w.T("ctl.help.owing.limit"),
		"help_owing_offset": w.T("ctl.help.owing.offset"), "help_reminders": w.T("ctl.help.reminders"),
		"help_slots": w.T("ctl.help.slots"), "help_slots_n": w.T("ctl.help.slots.n"), "help_slots_hold": w.T("ctl.help.slots.hold"),
		"help_hours": w.T("ctl.help.hours"), "help_hours_show": w.T("ctl.help.hours.show"), "help_hours_set": w.T("ctl.help.hours.set"),
		"help_hours_officer": w.T("ctl.help.hours.officer"), "help_hours_day": w.T("ctl.help.hours.day"),
		"help_hours_span": w.T("ctl.help.hours.span"), "help_hours_off": w.T("ctl.help.hours.off"),
		"help_absence": w.T("ctl.help.absence"), "help_absence_add": w.T("ctl.help.absence.add"),
		"help_absence_list": w.T("ctl.help.absence.list"), "help_absence_remove": w.T("ctl.help.absence.remove"),
		"help_absence_officer": w.T("ctl.help.absence.officer"), "help_absence_coop": w.T("ctl.help.absence.coop"),
		"help_absence_to": w.T("ctl.help.absence.to"), "help_absence_span": w.T("ctl.help.absence.span"),
		"help_absence_kind": w.T("ctl.help.absence.kind"), "help_absence_weekly": w.T("ctl.help.absence.weekly"),
		"help_absence_label": w.T("ctl.help.absence.label"), "help_absence_id": w.T("ctl.help.absence.id"),
		"help_absence_since": w.T("ctl.help.absence.since"), "help_absence_until": w.T("ctl.help.absence.until"),
		"help_absence_of": w.T("ctl.help.absence.of"),
		"help_bridges":    w.T("ctl.help.bridges"), "help_bridges_take": w.T("ctl.help.bridges.take"),
		"help_holidays": w.T("ctl.help.holidays"), "help_holidays_place": w.T("ctl.help.holidays.place"),
		"help_year": w.T("ctl.help.year"),
		"help_ics":  w.T("ctl.help.ics"), "help_ics_officer": w.T("ctl.help.ics.officer"), "help_ics_month": w.T("ctl.help.ics.month"),
		"help_ics_day": w.T("ctl.help.ics.day"), "help_ics_visit": w.T("ctl.help.ics.visit"),
		"help_wave": w.T("ctl.help.wave"), "help_wave_plan": w.T("ctl.help.wave.plan"), "help_wave_apply": w.T("ctl.help.wave.apply"),
		"help_wave_list": w.T("ctl.help.wave.list"), "help_wave_undo": w.T("ctl.help.wave.undo"),
		"help_wave_months": w.T("ctl.help.wave.months"), "help_wave_order": w.T("ctl.help.wave.order"),
		"help_wave_share": w.T("ctl.help.wave.share"), "help_wave_start": w.T("ctl.help.wave.start"),
		"help_wave_officer": w.T("ctl.help.wave.officer"), "help_wave_day": w.T("ctl.help.wave.day"),
		"help_wave_out": w.T("ctl.help.wave.out"), "help_wave_file": w.T("ctl.help.wave.file"),
		"help_wave_id": w.T("ctl.help.wave.id"), "help_wave_reason": w.T("ctl.help.wave.reason"),
		"help_letter": w.T("ctl.help.letter"), "help_letter_out": w.T("ctl.help.letter.out"),
		"help_letter_kind": w.T("ctl.help.letter.kind"), "help_letter_visit": w.T("ctl.help.letter.visit"), "help_letter_event": w.T("ctl.help.letter.event"),
		"help_letter_reply": w.T("ctl.help.letter.reply"), "help_letter_second": w.T("ctl.help.letter.second"),
		"help_card": w.T("ctl.help.card"), "help_card_visit": w.T("ctl.help.card.visit"), "help_card_next": w.T("ctl.help.card.next"),
		"help_wishes": w.T("ctl.help.wishes"), "help_wishes_prefer": w.T("ctl.help.wishes.prefer"),
		"help_wishes_note": w.T("ctl.help.wishes.note"), "help_wishes_none": w.T("ctl.help.wishes.none"),
		"help_staff_change": w.T("ctl.help.staff.change"), "help_staff_speaks": w.T("ctl.help.staff.speaks"),
		"help_staff_named": w.T("ctl.help.staff.named"), "help_staff_active": w.T("ctl.help.staff.active"),
		"help_round": w.T("ctl.help.round"), "help_round_day": w.T("ctl.help.round.day"),
		"help_ics_feed": w.T("ctl.help.ics.feed"), "help_ics_out": w.T("ctl.help.ics.out"),
	}
}

// helpPrinter prints a command's help in the language of the words. A command's detail is a key.
func helpPrinter(w *i18n.Words) kong.HelpPrinter {
	return func(_ kong.HelpOptions, ctx *kong.Context) error {
		node := ctx.Selected()
		if node == nil {
			node = ctx.Model.Node
		}
		out := &strings.Builder{}
		fmt.Fprintf(out, "%s %s\n\n%s\n", w.T("ctl.help.usage"), usage(ctx, node), node.Help)
		if len(node.Positional) > 0 {
			section(out, w.T("ctl.help.arguments"))
			for _, p := range node.Positional {
				line(out, p.Summary(), p.Help)
			}
		}
		if len(node.Children) > 0 {
			section(out, w.T("ctl.help.commands"))
			for _, leaf := range node.Leaves(true) {
				line(out, strings.TrimPrefix(usage(ctx, leaf), ctx.Model.Name+" "), leaf.Help)
			}
		}
		if node.Type != kong.ApplicationNode && len(node.Flags) > 0 {
			section(out, w.T("ctl.help.options"))
			flags(out, w, node.Flags)
		}
		section(out, w.T("ctl.help.general"))
		line(out, "-h, --help", w.T("ctl.help.help"))
		flags(out, w, ctx.Model.Flags)
		if node.Detail != "" {
			fmt.Fprintf(out, "\n%s", w.T(node.Detail))
		}
		if _, err := io.WriteString(ctx.Stdout, out.String()); err != nil {
			return fmt.Errorf("print the help: %w", err)
		}
		return nil
	}
}

// flags lists options, with what they are when they are not given.
func flags(out *strings.Builder, w *i18n.Words, all []*kong.Flag) {
	for _, f := range all {
		switch {
		case f.Name == "help":
		case f.Default != "":
			line(out, flagForm(f), w.T("ctl.help.default", i18n.Args{"Help": f.Help, "Value": f.Default}))
		default:
			line(out, flagForm(f), f.Help)
		}
	}
}

func usage(ctx *kong.Context, node *kong.Node) string {
	words := []string{ctx.Model.Name}
	if node.Type != kong.ApplicationNode {
		words = append(words, node.Path())
	}
	for _, f := range node.Flags {
		if f.Required {
			words = append(words, flagForm(f))
		}
	}
	for _, p := range node.Positional {
		words = append(words, p.Summary())
	}
	return strings.Join(words, " ")
}

func flagForm(f *kong.Flag) string {
	form := "--" + f.Name
	if f.Short != 0 {
		form = "-" + string(f.Short) + ", " + form
	}
	if !f.IsBool() {
		form += " " + strings.Trim(f.FormatPlaceHolder(), `"`)
	}
	return form
}

func section(out *strings.Builder, title string) { fmt.Fprintf(out, "\n%s\n", title) }

// helpColumn is where the help texts begin.
const helpColumn = 34

func line(out *strings.Builder, name, help string) {
	if len(name) >= helpColumn {
		fmt.Fprintf(out, "  %s\n  %*s%s\n", name, helpColumn, "", help)
		return
	}
	fmt.Fprintf(out, "  %-*s%s\n", helpColumn, name, help)
}
