-- What a page was allowed, and every call to a model: set aside before, settled after.
-- Money is in millionths of a millionth of a US dollar, which holds the price of one token exactly.
ALTER TABLE page ADD COLUMN section_models TEXT NOT NULL DEFAULT '{}';
ALTER TABLE page ADD COLUMN budget_usd TEXT;

CREATE TABLE ledger (
  id            TEXT    NOT NULL PRIMARY KEY,
  page_id       TEXT    NOT NULL,
  owner         TEXT    NOT NULL,
  day           TEXT    NOT NULL,
  reserved      BIGINT  NOT NULL,
  spent         BIGINT  NOT NULL,
  model         TEXT,
  input_tokens  BIGINT  NOT NULL,
  output_tokens BIGINT  NOT NULL,
  estimated     INTEGER NOT NULL,
  outcome       TEXT
);
CREATE INDEX ledger_by_page ON ledger (page_id);

-- What is spent and set aside a day, kept beside the ledger so that no call has to add up the day.
CREATE TABLE ledger_day (
  day   TEXT   NOT NULL,
  owner TEXT   NOT NULL,
  taken BIGINT NOT NULL,
  PRIMARY KEY (day, owner)
);
