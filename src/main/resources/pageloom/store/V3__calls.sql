-- What a call was for and how the endpoint calls its answer, so that one whose end nobody saw can be
-- asked for its cost, and shows in its page's log. Those that are open now can't: they count whole.
ALTER TABLE ledger ADD COLUMN section TEXT;
ALTER TABLE ledger ADD COLUMN attempt INTEGER;
ALTER TABLE ledger ADD COLUMN generation_id TEXT;
UPDATE ledger SET spent = reserved, reserved = 0, estimated = 1, outcome = 'abandoned'
WHERE outcome IS NULL;
