package kit

import "bienvenue/app/ui/look"

// MenuItem is one thing to do from a menu.
type MenuItem struct {
	Words string
	Icon  look.Icon // "" for none
	Do    func()
}

// MenuButton is « … »: a press shows what else one may do.
func MenuButton(word string, items ...MenuItem) *Button {
	var b *Button
	b = IconButton(look.IconMore, word, func() {
		rows := make([]dropRow, len(items))
		for i, item := range items {
			rows[i] = dropRow{words: item.Words, icon: item.Icon}
		}
		dropDown(b, rows, func(i int) { items[i].Do() })
	}).Framed()
	return b
}
