-- Claims laid out for comparing: one row a claim. Wants told.sql and undated.sql, and known_names.

-- What else a report names: ids that few reports have (known_names says which are common).
CREATE OR REPLACE TABLE report_names AS
    SELECT
        report,
        list(name) FILTER (WHERE share = 3) AS rare, list(name) FILTER (WHERE share = 2) AS scarce, list(name) FILTER (WHERE share = 1) AS usual
    FROM (
        SELECT DISTINCT mentions.report, mentions.id AS name, coalesce(known_names.share, 3) AS share
        FROM mentions
        JOIN current_readings ON current_readings.id = mentions.reading
        LEFT JOIN known_names ON known_names.name = mentions.id
        WHERE mentions.kind IN ('actor', 'place') AND mentions.id <> '' AND NOT starts_with(mentions.id, 'kind.')
    )
    GROUP BY report;

-- MinHash values with their places: the share of them that two reports have in common is the share of their word triples.
CREATE OR REPLACE TABLE report_bands AS
    SELECT report, quotes, list_transform(minhash, lambda value, i: hash(i, value)) AS bands
    FROM current_readings WHERE len(minhash) > 0;

-- How many reports tell of acts of this kin at the claim's rarest place, around its days and ever: where many do, agreeing on
-- place and day says little. As powers of two, so that a few more reports change nothing.
CREATE OR REPLACE TABLE claim_keys AS
    SELECT told.claim, told.report, told.kin, unnest(if(len(coalesce(spots, [])) > 0, spots, areas)) AS key, day_from, day_to
    FROM told JOIN told_days USING (claim) JOIN claim_spots USING (claim);

CREATE OR REPLACE TABLE crowds_ever AS
    SELECT kin, key, count(DISTINCT report) AS reports FROM claim_keys GROUP BY kin, key;

CREATE OR REPLACE TABLE crowds_daily AS
    SELECT kin, key, day, count(DISTINCT report) AS reports
    FROM (SELECT kin, key, report, unnest(range(day_from, day_to + 1)) AS day FROM claim_keys WHERE day_from IS NOT NULL)
    GROUP BY kin, key, day;

CREATE OR REPLACE TABLE claim_crowds AS
    SELECT
        claim, floor(log2(min(ever)))::INTEGER AS crowd_ever, floor(log2(min(daily)))::INTEGER AS crowd_daily
    FROM (
        SELECT claim_keys.claim, claim_keys.key, max(crowds_ever.reports) AS ever, max(crowds_daily.reports) AS daily
        FROM claim_keys
        JOIN crowds_ever USING (kin, key)
        LEFT JOIN crowds_daily ON crowds_daily.kin = claim_keys.kin AND crowds_daily.key = claim_keys.key
            AND crowds_daily.day BETWEEN claim_keys.day_from AND claim_keys.day_to
        GROUP BY ALL
    )
    GROUP BY claim;

CREATE OR REPLACE TABLE report_marks AS
    SELECT
        row_number() OVER (ORDER BY report)::INTEGER AS nr, report,
        coalesce(rare, []) AS rare, coalesce(scarce, []) AS scarce, coalesce(usual, []) AS usual,
        len(coalesce(rare, [])) * 3 + len(coalesce(scarce, [])) * 2 + len(coalesce(usual, [])) AS names_size,
        coalesce(bands, []) AS bands, coalesce(quotes, []) AS quotes
    FROM (SELECT DISTINCT report FROM told) LEFT JOIN report_names USING (report) LEFT JOIN report_bands USING (report);

CREATE OR REPLACE TABLE fields AS
    SELECT
        told.claim, told.report, nr, told.act, told.kin, day_from, day_to, day_how,
        coalesce(spots, []) AS spots, coalesce(spot_areas, []) AS spot_areas, coalesce(areas, []) AS areas, coalesce(breadth, 0) AS breadth, lat, lon,
        coalesce(agents, []) AS agents, coalesce(agent_sides, []) AS agent_sides, coalesce(targets, []) AS targets,
        coalesce(killed, []) AS killed, coalesce(injured, []) AS injured, coalesce(others, []) AS others, told.means,
        names_size, len(bands) > 0 AS signed, coalesce(crowd_ever, 12) AS crowd_ever, coalesce(crowd_daily, 12) AS crowd_daily
    FROM told
    JOIN report_marks USING (report)
    LEFT JOIN told_days USING (claim)
    LEFT JOIN claim_spots USING (claim)
    LEFT JOIN claim_parties USING (claim)
    LEFT JOIN claim_losses USING (claim)
    LEFT JOIN claim_crowds USING (claim);
