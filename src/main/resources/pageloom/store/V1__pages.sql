-- A page: who asked for what, the plan made of it, and a cache of how far its log goes.
CREATE TABLE page (
  id            TEXT    NOT NULL PRIMARY KEY,
  owner         TEXT    NOT NULL,
  title         TEXT    NOT NULL,
  page_type     TEXT    NOT NULL,
  prompt        TEXT    NOT NULL,
  output_format TEXT    NOT NULL,
  parallelism   INTEGER NOT NULL,
  model         TEXT,
  request_id    TEXT    NOT NULL,
  plan          TEXT    NOT NULL,
  state         TEXT    NOT NULL,
  last_seq      BIGINT  NOT NULL,
  epoch         BIGINT  NOT NULL,
  created_at    BIGINT  NOT NULL,
  updated_at    BIGINT  NOT NULL
);
CREATE INDEX page_by_owner ON page (owner, created_at, id);
CREATE INDEX page_by_state ON page (state, created_at);

-- The log. seq is gapless from 1 in each page. Times are milliseconds since 1970.
CREATE TABLE page_event (
  page_id TEXT   NOT NULL,
  seq     BIGINT NOT NULL,
  type    TEXT   NOT NULL,
  json    TEXT   NOT NULL,
  at      BIGINT NOT NULL,
  PRIMARY KEY (page_id, seq)
);

-- Requests that named themselves, so that a repeated one is the same one.
CREATE TABLE idempotency (
  owner     TEXT   NOT NULL,
  idem_key  TEXT   NOT NULL,
  body_hash TEXT   NOT NULL,
  page_id   TEXT   NOT NULL,
  at        BIGINT NOT NULL,
  PRIMARY KEY (owner, idem_key)
);
