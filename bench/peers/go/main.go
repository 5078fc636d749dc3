// A plain Go program that does the work of Pageloom's streaming call, for comparison: it asks a
// model for seven sections at once and sends each as a server-sent event when it is whole. Nothing is
// planned. As it stands nothing is checked, sanitized, converted or kept either; built with the tag
// "whole" it does that too, as far as whole.go goes.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strings"
	"time"
)

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

type section struct {
	Name    string          `json:"name"`
	Kind    string          `json:"kind"`
	Code    string          `json:"code"`
	Request json.RawMessage `json:"request"`

	fields   map[string]json.RawMessage
	messages []message
}

// What the benchmark wrote down of a page of Pageloom's: the requests to the model and the code.
type fixture struct {
	Prompt   string          `json:"prompt"`
	Init     json.RawMessage `json:"init"`
	Sections []*section      `json:"sections"`
}

type chunk struct {
	Choices []struct {
		Delta struct {
			Content string `json:"content"`
		} `json:"delta"`
		FinishReason *string `json:"finish_reason"`
	} `json:"choices"`
	Usage *struct {
		PromptTokens     int `json:"prompt_tokens"`
		CompletionTokens int `json:"completion_tokens"`
	} `json:"usage"`
}

type content struct {
	Code          string   `json:"code"`
	SectionName   string   `json:"sectionName"`
	SectionOrder  int      `json:"sectionOrder"`
	ComponentType string   `json:"componentType"`
	Dependencies  []string `json:"dependencies"`
	RequestID     string   `json:"requestId"`
	HTML          string   `json:"html"`
	Author        string   `json:"author"`
	Model         string   `json:"model"`
	DurationMs    int64    `json:"durationMs"`
}

type sectionComplete struct {
	Type    string  `json:"type"`
	Section string  `json:"section"`
	Status  string  `json:"status"`
	Data    content `json:"data"`
}

type server struct {
	page   fixture
	model  string
	client *http.Client
}

func main() {
	raw, err := os.ReadFile(os.Args[1])
	check(err)
	s := &server{model: os.Args[2] + "/chat/completions"}
	check(json.Unmarshal(raw, &s.page))
	for _, section := range s.page.Sections {
		check(json.Unmarshal(section.Request, &section.fields))
		check(json.Unmarshal(section.fields["messages"], &section.messages))
	}
	s.client = &http.Client{Transport: &http.Transport{
		MaxIdleConns: 10000, MaxIdleConnsPerHost: 10000, DisableCompression: true}}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	http.HandleFunc("/api/generate-multi-section-stream", s.generate)
	fmt.Printf("ready: http://%s/\n", listener.Addr())
	check(http.Serve(listener, nil))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func (s *server) generate(w http.ResponseWriter, r *http.Request) {
	var asked struct {
		Prompt string `json:"prompt"`
	}
	if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	flusher := w.(http.Flusher)
	w.Header().Set("Content-Type", "text/event-stream;charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache, no-transform")
	page := begin(asked.Prompt)
	send := func(frame []byte) {
		keep(page, frame)
		w.Write([]byte("data: "))
		w.Write(frame)
		w.Write([]byte("\n\n"))
		flusher.Flush()
	}
	send(s.page.Init)
	frames := make(chan []byte, len(s.page.Sections))
	for order := range s.page.Sections {
		status, _ := json.Marshal(map[string]any{"type": "status",
			"section": s.page.Sections[order].Name, "status": "generating", "attempt": 1})
		send(status)
		go func(order int) { frames <- s.write(asked.Prompt, order) }(order)
	}
	completed := 0
	for range s.page.Sections {
		frame := <-frames
		if !bytes.HasPrefix(frame, []byte(`{"type":"error"`)) {
			completed++
		}
		send(frame)
	}
	complete, _ := json.Marshal(map[string]any{"message": "All sections generated",
		"completed": completed, "failed": len(s.page.Sections) - completed})
	send(append([]byte(`{"type":"complete",`), complete[1:]...))
}

// The frame of a section's end.
func (s *server) write(prompt string, order int) []byte {
	section := s.page.Sections[order]
	from := time.Now()
	call := reserve(section.Name)
	html, err := s.ask(prompt, section)
	if err == nil {
		html, section, err = finish(html, section)
	}
	settle(call)
	if err != nil {
		failed, _ := json.Marshal(map[string]string{"section": section.Name, "message": err.Error()})
		return append([]byte(`{"type":"error",`), failed[1:]...)
	}
	return encode(sectionComplete{"section_complete", section.Name, "completed", content{
		section.Code, section.Name, order, section.Kind, []string{}, "request", html, "model",
		"loop/one", time.Since(from).Milliseconds()}})
}

func encode(value any) []byte {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	check(encoder.Encode(value))
	return bytes.TrimRight(out.Bytes(), "\n")
}

func (s *server) ask(prompt string, section *section) (string, error) {
	messages := make([]message, len(section.messages))
	for i, m := range section.messages {
		messages[i] = message{m.Role, strings.Replace(m.Content, s.page.Prompt, prompt, 1)}
	}
	request := map[string]any{"messages": messages}
	for name, value := range section.fields {
		if name != "messages" {
			request[name] = value
		}
	}
	answer, err := s.client.Post(s.model, "application/json", bytes.NewReader(encode(request)))
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return "", fmt.Errorf("status %d", answer.StatusCode)
	}
	text, finished, err := read(answer.Body)
	if err != nil {
		return "", err
	}
	from, to := strings.Index(text, "<<<SECTION\n"), strings.LastIndex(text, "\nSECTION>>>")
	if !finished || from < 0 || to < 0 {
		return "", fmt.Errorf("the answer is not whole")
	}
	return text[from+len("<<<SECTION\n") : to], nil
}

func read(body io.Reader) (string, bool, error) {
	var text strings.Builder
	finished := false
	lines := bufio.NewReader(body)
	for {
		line, err := lines.ReadSlice('\n')
		if err == io.EOF {
			return text.String(), finished, nil
		}
		if err != nil {
			return "", false, err
		}
		data := bytes.TrimSpace(bytes.TrimPrefix(line, []byte("data:")))
		if len(data) == len(bytes.TrimSpace(line)) || bytes.Equal(data, []byte("[DONE]")) {
			continue
		}
		var c chunk
		if err := json.Unmarshal(data, &c); err != nil {
			return "", false, err
		}
		for _, choice := range c.Choices {
			text.WriteString(choice.Delta.Content)
			finished = finished || choice.FinishReason != nil
		}
	}
}
