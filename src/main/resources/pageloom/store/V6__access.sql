-- Who is signed in. id is a keyed hash of the cookie.
CREATE TABLE login (
  id       TEXT   NOT NULL PRIMARY KEY,
  owner    TEXT   NOT NULL,
  begun_at BIGINT NOT NULL,
  seen_at  BIGINT NOT NULL
);
CREATE INDEX login_by_owner ON login (owner);

-- Links to pages as they were at one moment. token_hash is a hash of what the link ends with; html
-- is the whole document.
CREATE TABLE page_share (
  id         TEXT   NOT NULL PRIMARY KEY,
  token_hash TEXT   NOT NULL UNIQUE,
  page_id    TEXT   NOT NULL,
  seq        BIGINT NOT NULL,
  html       TEXT   NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX page_share_by_page ON page_share (page_id, created_at);
