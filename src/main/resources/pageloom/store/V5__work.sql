-- Which page somebody has to work on, and who does: the table of db-scheduler, whose columns these
-- are. Times are milliseconds since 1970, as everywhere.
CREATE TABLE scheduled_tasks (
  task_name            TEXT    NOT NULL,
  task_instance        TEXT    NOT NULL,
  task_data            BYTEA,
  execution_time       BIGINT  NOT NULL,
  picked               BOOLEAN NOT NULL,
  picked_by            TEXT,
  last_success         BIGINT,
  last_failure         BIGINT,
  consecutive_failures INTEGER,
  last_heartbeat       BIGINT,
  version              BIGINT  NOT NULL,
  priority             INTEGER,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (picked, execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);

-- Commands that wait for the process that works on their page. One that was carried out is in
-- page_command instead; one that can't be stays a while, with the reason, for whoever waits.
CREATE TABLE page_inbox (
  id      TEXT   NOT NULL PRIMARY KEY,
  page_id TEXT   NOT NULL,
  json    TEXT   NOT NULL,
  at      BIGINT NOT NULL,
  refused TEXT
);
CREATE INDEX page_inbox_by_page ON page_inbox (page_id, at);
