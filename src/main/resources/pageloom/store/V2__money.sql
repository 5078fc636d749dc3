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
CREATE INDEX ledger_by_day ON ledger (day, owner);
