//go:build whole

package main

// What a Go program would take from its libraries to check, sanitize, convert and keep a section:
// bluemonday and x/net/html for the markup, go-sqlite3 for the log. Less than Pageloom does: six
// checks instead of nineteen, one commit an event, no budgets.

import (
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	_ "github.com/mattn/go-sqlite3"
	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var (
	database = open()
	policy   = allowed()
	palette  = regexp.MustCompile(`^(bg|text|border|fill|stroke|from|via|to)-(slate|gray|zinc|red|orange|amber|yellow|green|blue|indigo|violet|purple|pink|rose)-\d{2,3}$`)
	claim    = regexp.MustCompile(`(?i)\b\d[\d,.]*\s?(%|\+|x faster|customers|users|teams|companies)`)
	dummy    = regexp.MustCompile(`(?i)lorem ipsum|your text here|rest unchanged|TODO:`)
	praise   = regexp.MustCompile(`(?i)trusted by|award[- ]winning|as seen in|#1 (choice|rated)`)
)

func open() *sql.DB {
	folder, err := os.MkdirTemp("", "go-peer")
	check(err)
	db, err := sql.Open("sqlite3", filepath.Join(folder, "pages.db")+"?_journal_mode=WAL&_synchronous=FULL&_txlock=immediate")
	check(err)
	db.SetMaxOpenConns(1)
	for _, statement := range []string{
		"CREATE TABLE page (id TEXT PRIMARY KEY, prompt TEXT, last_seq INTEGER)",
		"CREATE TABLE page_event (page_id TEXT, seq INTEGER, json TEXT, PRIMARY KEY (page_id, seq))",
		"CREATE TABLE ledger (id INTEGER PRIMARY KEY, section TEXT, reserved INTEGER, spent INTEGER)",
	} {
		_, err := db.Exec(statement)
		check(err)
	}
	return db
}

func begin(prompt string) string {
	id := make([]byte, 16)
	rand.Read(id)
	page := hex.EncodeToString(id)
	_, err := database.Exec("INSERT INTO page VALUES (?, ?, 0)", page, prompt)
	check(err)
	return page
}

func keep(page string, frame []byte) {
	tx, err := database.Begin()
	check(err)
	var seq int64
	check(tx.QueryRow("UPDATE page SET last_seq = last_seq + 1 WHERE id = ? RETURNING last_seq", page).Scan(&seq))
	_, err = tx.Exec("INSERT INTO page_event VALUES (?, ?, ?)", page, seq, string(frame))
	check(err)
	check(tx.Commit())
}

func reserve(section string) int64 {
	result, err := database.Exec("INSERT INTO ledger (section, reserved, spent) VALUES (?, 100, 0)", section)
	check(err)
	id, err := result.LastInsertId()
	check(err)
	return id
}

func settle(call int64) {
	_, err := database.Exec("UPDATE ledger SET spent = 10, reserved = 0 WHERE id = ?", call)
	check(err)
}

func allowed() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("section", "nav", "header", "footer", "article", "aside", "div", "p", "h1", "h2",
		"h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "span", "strong", "em", "small", "b", "i",
		"figure", "figcaption", "blockquote", "cite", "q", "table", "thead", "tbody", "tr", "td", "th",
		"caption", "form", "label", "input", "button", "select", "option", "textarea", "details",
		"summary", "br", "hr", "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline",
		"polygon", "defs", "use", "title", "text", "clippath", "mask", "time", "code", "pre", "address")
	p.AllowAttrs("class", "id", "role", "title", "type", "for", "name", "placeholder", "aria-label",
		"aria-labelledby", "aria-hidden", "aria-describedby", "open", "scope", "colspan", "value",
		"viewbox", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "d", "x", "y",
		"x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "points", "transform",
		"opacity", "preserveaspectratio", "popover", "popovertarget").Globally()
	p.AllowAttrs("href").OnElements("a")
	p.AllowURLSchemes("http", "https", "mailto", "tel")
	p.AllowRelativeURLs(true)
	return p
}

func finish(raw string, s *section) (string, *section, error) {
	context := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(raw), context)
	if err != nil || len(nodes) != 1 {
		return "", s, fmt.Errorf("not one root")
	}
	var text strings.Builder
	if err := look(nodes[0], &text, new(int)); err != nil {
		return "", s, err
	}
	for _, pattern := range []*regexp.Regexp{dummy, praise, claim} {
		if !strings.Contains(text.String(), "Sample") && pattern.MatchString(text.String()) {
			return "", s, fmt.Errorf("claims %s", pattern.FindString(text.String()))
		}
	}
	safe := policy.Sanitize(raw)
	tree, err := html.ParseFragment(strings.NewReader(safe), context)
	if err != nil || len(tree) == 0 {
		return "", s, fmt.Errorf("nothing is left")
	}
	var code strings.Builder
	code.WriteString("export default function " + s.Name + "() {\n  return (\n")
	jsx(tree[0], &code, 2)
	code.WriteString("  );\n}\n")
	written := *s
	written.Code = code.String()
	return safe, &written, nil
}

func look(n *html.Node, text *strings.Builder, heading *int) error {
	if n.Type == html.TextNode {
		text.WriteString(n.Data)
	}
	for _, a := range n.Attr {
		if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
			return fmt.Errorf("handler or style")
		}
		if a.Key == "class" {
			for _, class := range strings.Fields(a.Val) {
				if palette.MatchString(class[strings.LastIndex(class, ":")+1:]) {
					return fmt.Errorf("raw colour %s", class)
				}
			}
		}
	}
	if n.Type == html.ElementNode && len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
		level := int(n.Data[1] - '0')
		if *heading > 0 && level > *heading+1 {
			return fmt.Errorf("heading jumps")
		}
		*heading = level
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if err := look(c, text, heading); err != nil {
			return err
		}
	}
	return nil
}

var renamed = map[string]string{"class": "className", "for": "htmlFor", "colspan": "colSpan",
	"viewbox": "viewBox", "stroke-width": "strokeWidth", "stroke-linecap": "strokeLinecap",
	"stroke-linejoin": "strokeLinejoin", "popovertarget": "popoverTarget"}

func jsx(n *html.Node, out *strings.Builder, depth int) {
	indent := strings.Repeat("  ", depth)
	if n.Type == html.TextNode {
		if text := strings.TrimSpace(n.Data); text != "" {
			out.WriteString(indent + strings.NewReplacer("{", "{'{'}", "}", "{'}'}", "<", "&lt;", ">", "&gt;", "&", "&amp;").Replace(text) + "\n")
		}
		return
	}
	out.WriteString(indent + "<" + n.Data)
	for _, a := range n.Attr {
		name := a.Key
		if other, ok := renamed[name]; ok {
			name = other
		}
		out.WriteString(" " + name + "=\"" + html.EscapeString(a.Val) + "\"")
	}
	if n.FirstChild == nil {
		out.WriteString(" />\n")
		return
	}
	out.WriteString(">\n")
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		jsx(c, out, depth+1)
	}
	out.WriteString(indent + "</" + n.Data + ">\n")
}
