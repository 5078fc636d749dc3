"""FastAPI on uvicorn with httpx, for comparison: it asks a model for seven sections at once and sends
each as a server-sent event when it is whole. Nothing is planned, checked, converted or kept."""

import asyncio
import json
import socket
import sys
import time

import httpx
import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse

fixture, model = sys.argv[1:3]
with open(fixture, encoding="utf-8") as file:
    page = json.load(file)
app = FastAPI()
client = httpx.AsyncClient(limits=httpx.Limits(max_connections=None, max_keepalive_connections=None), timeout=60)


def frame(value):
    return "data: " + json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n\n"


async def ask(prompt, request):
    messages = [{**m, "content": m["content"].replace(page["prompt"], prompt, 1)} for m in request["messages"]]
    text, finished = [], False
    async with client.stream("POST", model + "/chat/completions", json={**request, "messages": messages}) as answer:
        answer.raise_for_status()
        async for line in answer.aiter_lines():
            data = line[5:].strip()
            if not line.startswith("data:") or data == "[DONE]":
                continue
            for choice in json.loads(data).get("choices") or []:
                text.append((choice.get("delta") or {}).get("content") or "")
                finished = finished or choice.get("finish_reason") is not None
    text = "".join(text)
    start, end = text.find("<<<SECTION\n"), text.rfind("\nSECTION>>>")
    if not finished or start < 0 or end < 0:
        raise ValueError("the answer is not whole")
    return text[start + len("<<<SECTION\n"):end]


async def write(prompt, order, section):
    begun = time.monotonic()
    try:
        html = await ask(prompt, section["request"])
    except (httpx.HTTPError, ValueError) as problem:
        return {"type": "error", "section": section["name"], "message": str(problem)}
    data = {"code": section["code"], "sectionName": section["name"], "sectionOrder": order,
            "componentType": section["kind"], "dependencies": [], "requestId": "request", "html": html,
            "author": "model", "model": "loop/one", "durationMs": round((time.monotonic() - begun) * 1000)}
    return {"type": "section_complete", "section": section["name"], "status": "completed", "data": data}


async def stream(prompt):
    yield frame(page["init"])
    completed = 0
    running = []
    for order, section in enumerate(page["sections"]):
        yield frame({"type": "status", "section": section["name"], "status": "generating", "attempt": 1})
        running.append(asyncio.create_task(write(prompt, order, section)))
    for done in asyncio.as_completed(running):
        event = await done
        completed += event["type"] == "section_complete"
        yield frame(event)
    yield frame({"type": "complete", "message": "All sections generated", "completed": completed,
                 "failed": len(running) - completed})


@app.post("/api/generate-multi-section-stream")
async def generate(request: Request):
    asked = await request.json()
    return StreamingResponse(stream(asked["prompt"]), media_type="text/event-stream",
                             headers={"Cache-Control": "no-cache, no-transform"})


@app.get("/healthz")
async def health():
    return {"status": "ok"}


listener = socket.create_server(("127.0.0.1", 0), backlog=4096)
print(f"ready: http://127.0.0.1:{listener.getsockname()[1]}/", flush=True)
uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False)).run([listener])
