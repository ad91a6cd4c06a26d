package i18n

// Example is an invented fact that shows a text where nobody's own is known yet: of a home, or of
// somebody at the coop. It goes by the field that names the fact; another field has none.
func (w *Words) Example(field string) string {
	switch field {
	case "officer":
		return w.T("version.example.officer")
	case "residence":
		return w.T("version.example.residence")
	case "syndic":
		return w.T("version.example.syndic")
	case "caretaker":
		return w.T("version.example.caretaker")
	case "heating_company":
		return w.T("version.example.heating-company")
	}
	return ""
}
