// A hub in plain Go, for comparison: it hands what happens to one page to all who watch it, each on a
// goroutine with a channel of its own, as is usual. Frames are encoded once and nothing is kept.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

type hub struct {
	lock    sync.Mutex
	seq     int
	viewers map[chan []byte]bool
}

const page = "00000000-0000-4000-8000-000000000001"

func main() {
	h := &hub{seq: 1, viewers: map[chan []byte]bool{}}
	http.HandleFunc("/api/generate-multi-section", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `{"page_id":"%s"}`, page)
	})
	http.HandleFunc("/api/pages/", func(w http.ResponseWriter, r *http.Request) {
		switch {
		case strings.HasSuffix(r.URL.Path, "/events"):
			h.watch(w, r)
		case strings.HasSuffix(r.URL.Path, "/commands"):
			h.command(w, r)
		default:
			fmt.Fprintf(w, `{"seq":1}`)
		}
	})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("ready: http://%s/\n", listener.Addr())
	log.Fatal(http.Serve(listener, nil))
}

func (h *hub) command(w http.ResponseWriter, r *http.Request) {
	var command struct {
		ID    string `json:"id"`
		Title string `json:"title"`
	}
	if err := json.NewDecoder(r.Body).Decode(&command); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	h.lock.Lock()
	h.seq++
	event, _ := json.Marshal(map[string]any{"type": "renamed", "title": command.Title, "commandId": command.ID})
	frame := []byte(fmt.Sprintf("id: v1.%s.%d\ndata: %s\n\n", page, h.seq, event))
	for viewer := range h.viewers {
		select {
		case viewer <- frame:
		default: // It reads too slowly; it comes back and begins anew.
			close(viewer)
			delete(h.viewers, viewer)
		}
	}
	h.lock.Unlock()
	w.WriteHeader(http.StatusAccepted)
}

func (h *hub) watch(w http.ResponseWriter, r *http.Request) {
	viewer := make(chan []byte, 16)
	h.lock.Lock()
	h.viewers[viewer] = true
	h.lock.Unlock()
	defer func() {
		h.lock.Lock()
		delete(h.viewers, viewer)
		h.lock.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream;charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache, no-transform")
	flusher := w.(http.Flusher)
	w.Write([]byte("retry: 3000\n\n"))
	flusher.Flush()
	heartbeat := time.NewTicker(15 * time.Second)
	defer heartbeat.Stop()
	for {
		select {
		case frame, open := <-viewer:
			if !open {
				return
			}
			w.Write(frame)
		case <-heartbeat.C:
			w.Write([]byte(": hb\n\n"))
		case <-r.Context().Done():
			return
		}
		flusher.Flush()
	}
}
