-- Commands that were applied, so that a repeated one is applied once; a command's words are kept
-- here and in no event. active says whether a page has work left to do.
CREATE TABLE page_command (
  id          TEXT   NOT NULL PRIMARY KEY,
  page_id     TEXT   NOT NULL,
  json        TEXT   NOT NULL,
  applied_seq BIGINT NOT NULL,
  at          BIGINT NOT NULL
);
CREATE INDEX page_command_by_page ON page_command (page_id);

ALTER TABLE page ADD COLUMN active INTEGER NOT NULL DEFAULT 0;
UPDATE page SET active = 1 WHERE state = 'generating';
CREATE INDEX page_by_active ON page (active, created_at);
DROP INDEX page_by_state;
