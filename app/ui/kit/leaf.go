package kit

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/png"

	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Pencil draws a page, as app/paper has it: millimetres from the top left corner, points, 0xRRGGBB.
type Pencil interface {
	Text(x, y, size float64, face int, colour uint32, text string)
	Stroke(points []float64, width float64, colour uint32)
	Fill(points []float64, colour uint32)
	Shape(outlines [][]float64, colour uint32)
	Code(x, y, side float64, dark [][]bool)
	Picture(x, y, width, height float64, png []byte)
}

// Leaf is one page of a paper.
type Leaf struct {
	Width, Height float64 // millimetres
	Draw          func(Pencil)
}

// LeafFonts are the paper's faces, as TTF files, by the number that a page's texts name.
type LeafFonts map[int][]byte

// LeafView shows a page of paper as it will be printed. It is drawn from the page's own marks:
// lines as one picture, codes, pictures and texts above it, in the paper's own font.
type LeafView struct {
	widget.BaseWidget
	OnTapped func() // may be nil

	fonts map[int]fyne.Resource
	page  Leaf
	whole bool // the whole page in sight, else as wide as there is room

	picture *canvas.Image
	edge    *canvas.Rectangle
	texts   []leafText
	framed  []leafPicture
	width   float32 // as laid out last
	drawn   float32 // how many dots a millimetre has in the picture
}

// leafText is a text and where it begins, in millimetres and points.
type leafText struct {
	text       *canvas.Text
	x, y, size float64
	breadth    float64 // width of the text in sizes
}

// leafPicture is a code or a picture and where it stands, in millimetres.
type leafPicture struct {
	picture             *canvas.Image
	x, y, width, height float64
}

const (
	widestPage        = 760 // a wider page is no easier to read
	leastPage         = 160
	millimetresAPoint = 25.4 / 72
)

// NewLeafView makes a view without a page, which is to be shown whole.
func NewLeafView(f LeafFonts) *LeafView {
	p := &LeafView{whole: true, fonts: map[int]fyne.Resource{}}
	for face, ttf := range f {
		p.fonts[face] = fyne.NewStaticResource(fmt.Sprintf("paper-%d.ttf", face), ttf)
	}
	p.ExtendBaseWidget(p)
	return p
}

// ShowLeaf replaces the page.
func (p *LeafView) ShowLeaf(page Leaf) {
	p.page, p.drawn = page, 0
	t := leafTexts{preview: p}
	p.texts, p.framed = nil, nil
	page.Draw(&t)
	p.picture = &canvas.Image{FillMode: canvas.ImageFillStretch}
	p.edge = canvas.NewRectangle(color.White)
	p.edge.StrokeWidth = look.Hair
	p.Refresh()
}

// draw draws the shapes for a number of dots a millimetre: line widths are drawn as they are
// given, whatever size a picture is then shown at.
func (p *LeafView) draw(dots float32) {
	const near = 0.05
	if change := dots/max(p.drawn, near) - 1; -near < change && change < near {
		return
	}
	p.drawn = dots
	s := leafShapes{dots: float64(dots)}
	source := s.draw(p.page)
	// The toolkit keeps drawings by their name, and would show another page of this size for a minute.
	p.picture.Resource = fyne.NewStaticResource(fmt.Sprintf("page-%x.svg", sha256.Sum256(source)), source)
	p.picture.Refresh()
}

// Whole says whether the whole page is in sight, else it is as wide as there is room.
func (p *LeafView) Whole() bool { return p.whole }

// SetWhole shows the whole page, or one to read.
func (p *LeafView) SetWhole(whole bool) {
	p.whole = whole
	p.Refresh()
}

// Tapped turns between the whole page and its width.
func (p *LeafView) Tapped(*fyne.PointEvent) {
	if p.OnTapped != nil {
		p.OnTapped()
	}
}

// MinSize implements fyne.CanvasObject: a page shown by its width is as high as that width asks.
func (p *LeafView) MinSize() fyne.Size {
	if p.picture == nil || p.whole {
		return fyne.NewSize(leastPage, leastPage)
	}
	return fyne.NewSize(leastPage, min(p.width, widestPage)*p.ratio())
}

func (p *LeafView) ratio() float32 { return float32(p.page.Height / p.page.Width) }

// Resize implements fyne.CanvasObject.
func (p *LeafView) Resize(size fyne.Size) {
	p.width = size.Width
	p.BaseWidget.Resize(size)
}

// CreateRenderer implements fyne.Widget.
func (p *LeafView) CreateRenderer() fyne.WidgetRenderer { return &leafRenderer{p} }

type leafRenderer struct{ preview *LeafView }

func (r *leafRenderer) Destroy() {}

func (r *leafRenderer) MinSize() fyne.Size { return r.preview.MinSize() }

func (r *leafRenderer) Objects() []fyne.CanvasObject {
	p := r.preview
	if p.picture == nil {
		return nil
	}
	objects := []fyne.CanvasObject{p.edge, p.picture}
	for _, c := range p.framed {
		objects = append(objects, c.picture)
	}
	for _, t := range p.texts {
		objects = append(objects, t.text)
	}
	return objects
}

func (r *leafRenderer) Layout(size fyne.Size) {
	p := r.preview
	if p.picture == nil {
		return
	}
	width := min(size.Width, widestPage)
	if p.whole {
		width = min(size.Width, size.Height/p.ratio())
	}
	if width <= 0 {
		return
	}
	left := (size.Width - width) / 2
	driver := fyne.CurrentApp().Driver()
	scale := float64(width) / p.page.Width
	density := float32(1)
	if c := driver.CanvasForObject(p); c != nil {
		density = c.Scale()
	}
	p.draw(float32(scale) * density)
	for _, o := range []fyne.CanvasObject{p.picture, p.edge} {
		o.Move(fyne.NewPos(left, 0))
		o.Resize(fyne.NewSize(width, width*p.ratio()))
	}
	for _, c := range p.framed {
		c.picture.Move(fyne.NewPos(left+float32(c.x*scale), float32(c.y*scale)))
		c.picture.Resize(fyne.NewSize(float32(c.width*scale), float32(c.height*scale)))
	}
	for _, t := range p.texts {
		size := t.size * millimetresAPoint * scale
		t.text.TextSize = float32(size)
		box, baseline := measureText(t.text)
		// Small letters are set a little wide on a screen; paper is the measure.
		if wide := float64(box.Width) / (t.breadth * size); wide > 1 {
			t.text.TextSize = float32(size / wide)
			box, baseline = measureText(t.text)
		}
		t.text.Move(fyne.NewPos(left+float32(t.x*scale), float32(t.y*scale)-baseline))
		t.text.Resize(box)
	}
}

func measureText(t *canvas.Text) (fyne.Size, float32) {
	return fyne.CurrentApp().Driver().RenderedTextSize(t.Text, t.TextSize, t.TextStyle, t.FontSource)
}

func (r *leafRenderer) Refresh() {
	r.Layout(r.preview.Size())
	if r.preview.edge != nil {
		r.preview.edge.StrokeColor = look.Color(look.Line)
	}
	canvas.Refresh(r.preview)
}

// leafTexts takes a page's texts, codes and pictures.
type leafTexts struct{ preview *LeafView }

// Text implements Pencil.
func (d *leafTexts) Text(x, y, size float64, face int, colour uint32, text string) {
	const large = 200 // a size at which a screen measures as paper does
	t := canvas.NewText(text, color.NRGBA{R: uint8(colour >> 16), G: uint8(colour >> 8), B: uint8(colour), A: 0xFF})
	t.FontSource = d.preview.fonts[face]
	t.TextSize = large
	box, _ := measureText(t)
	d.preview.texts = append(d.preview.texts, leafText{text: t, x: x, y: y, size: size, breadth: float64(box.Width) / large})
}

// Stroke implements Pencil.
func (*leafTexts) Stroke([]float64, float64, uint32) {}

// Shape implements Pencil.
func (*leafTexts) Shape([][]float64, uint32) {}

// Fill implements Pencil.
func (*leafTexts) Fill([]float64, uint32) {}

// Code implements Pencil: a code is a picture of one dot a module.
func (d *leafTexts) Code(x, y, side float64, dark [][]bool) {
	dots := image.NewGray(image.Rect(0, 0, len(dark), len(dark)))
	for row, line := range dark {
		for column, on := range line {
			if !on {
				dots.SetGray(column, row, color.Gray{Y: 0xFF})
			}
		}
	}
	picture := canvas.NewImageFromImage(dots)
	picture.ScaleMode = canvas.ImageScalePixels
	picture.FillMode = canvas.ImageFillStretch
	d.preview.framed = append(d.preview.framed, leafPicture{picture, x, y, side, side})
}

// Picture implements Pencil. One that cannot be read is left out, as on paper.
func (d *leafTexts) Picture(x, y, width, height float64, src []byte) {
	dots, err := png.Decode(bytes.NewReader(src))
	if err != nil {
		return
	}
	picture := canvas.NewImageFromImage(dots)
	picture.FillMode = canvas.ImageFillStretch
	d.preview.framed = append(d.preview.framed, leafPicture{picture, x, y, width, height})
}
