-- Views for people. Current is what the latest run that read the report says; earlier readings stay in the tables.

-- Letters that writers mix up are one, vowel marks and tatweel are gone: for searching names, never for what is shown.
CREATE OR REPLACE MACRO folded(words) AS
    translate(regexp_replace(lower(words), '[\x{064b}-\x{0652}\x{0670}\x{0640}]', '', 'g'), 'أإآٱىةؤئ', 'اااايهوي');

CREATE OR REPLACE VIEW current_readings AS
    SELECT * FROM readings QUALIFY row_number() OVER (PARTITION BY report ORDER BY run DESC) = 1;

CREATE OR REPLACE VIEW current_claims AS
    SELECT
        claims.*, reports.outlet, reports.url, reports.title, reports.origin,
        current_readings.published, current_readings.published_how,
        list_transform(evidence, lambda e: substring(if(e.field = 'title', reports.title, reports."text"), e."start" + 1, e."end" - e."start")) AS quotes
    FROM claims
    JOIN current_readings ON current_readings.id = claims.reading
    JOIN reports ON reports.id = claims.report;

CREATE OR REPLACE VIEW current_incidents AS
    SELECT * FROM incidents WHERE run = (SELECT max(run) FROM incidents);

CREATE OR REPLACE VIEW speakers AS
    SELECT reading, report, id AS claim, generate_subscripts(speakers, 1) - 1 AS position, unnest(speakers, max_depth := 2) FROM claims;

CREATE OR REPLACE VIEW losses AS
    SELECT reading, report, id AS claim, generate_subscripts(losses, 1) - 1 AS position, unnest(losses, max_depth := 2) FROM claims;

CREATE OR REPLACE VIEW claim_places AS
    SELECT reading, report, id AS claim, generate_subscripts(places, 1) - 1 AS position, unnest(places, max_depth := 2) FROM claims;

CREATE OR REPLACE VIEW claim_evidence AS
    SELECT reading, report, id AS claim, generate_subscripts(evidence, 1) - 1 AS position, unnest(evidence, max_depth := 2) FROM claims;

CREATE OR REPLACE VIEW claim_actors AS
    SELECT reading, report, id AS claim, 'agent' AS "role", generate_subscripts(agent, 1) - 1 AS position, unnest(agent, max_depth := 2) FROM claims
    UNION ALL
    SELECT reading, report, id, 'target', generate_subscripts(target, 1) - 1, unnest(target, max_depth := 2) FROM claims
    UNION ALL
    SELECT reading, report, id, 'counterpart', generate_subscripts(counterpart, 1) - 1, unnest(counterpart, max_depth := 2) FROM claims;
