-- Claims laid out for comparing: one row a claim that can belong to an incident. Days are days since 1970-01-01,
-- distances degrees, spots and areas ids or folded names. Wants known_places, known_parties, known_acts, known_names.

CREATE OR REPLACE TABLE told AS
    SELECT
        claims.id AS claim, claims.reading, claims.report, claims.position, claims.act, claims.status, known_acts.kin,
        claims."time" AS t, claims.means, readings.published
    FROM claims
    JOIN current_readings AS readings ON readings.id = claims.reading
    JOIN known_acts ON known_acts.act = claims.act
    WHERE claims.status IN ('happened', 'ongoing', 'denied');

-- A stretch of more than nine days says when in general; the day of publication bounds what is told without a day.
CREATE OR REPLACE TABLE told_days AS
    SELECT
        claim,
        CASE WHEN exact THEN epoch(told_from) // 86400 WHEN published IS NOT NULL THEN epoch(published::DATE) // 86400 - 1 END::INTEGER AS day_from,
        CASE WHEN exact THEN epoch(told_to) // 86400 WHEN published IS NOT NULL THEN epoch(published::DATE) // 86400 END::INTEGER AS day_to,
        CASE WHEN exact THEN 'told' WHEN stretched THEN 'stretch' WHEN published IS NOT NULL THEN 'published' END AS day_how
    FROM (
        SELECT
            claim, published,
            try_cast(left(t."start", 10) AS DATE) AS told_from, try_cast(left(t."end", 10) AS DATE) AS told_to,
            coalesce(told_to - told_from BETWEEN 0 AND 9, false) AS exact, t IS NOT NULL AS stretched
        FROM told
    );
UPDATE told_days SET day_from = NULL, day_to = NULL, day_how = NULL WHERE day_how = 'stretch';

CREATE OR REPLACE TABLE told_places AS
    SELECT
        claim, nr, place.id, place.kind, place."precision", lower(folded(coalesce(nullif(place."name", ''), place."text"))) AS spelled,
        coalesce(known_places.lat, place.lat) AS lat, coalesce(known_places.lon, place.lon) AS lon,
        -- a governorate's name without «city of» is as a rule the governorate, whatever a gazetteer makes of it
        (place.kind IN ('village', 'town', 'city', 'site', 'road') OR place.kind = 'area' AND place.id = '')
            AND NOT (len(coalesce(known_places.seat_of, [])) > 0 AND place."text" IN (place."name", ltrim(place."name", 'ال'))) AS spot,
        place.kind = 'country' AS country, coalesce(known_places.areas, []) AS areas, coalesce(known_places.seat_of, []) AS seat_of
    FROM (
        SELECT told.claim, generate_subscripts(places, 1) AS nr, unnest(places) AS place
        FROM told JOIN claims ON claims.id = told.claim AND claims.reading = told.reading
    )
    LEFT JOIN known_places ON known_places.id = place.id
    WHERE place."role" <> 'about' AND length(spelled) > 1;

CREATE OR REPLACE TABLE claim_spots AS
    SELECT
        claim,
        list_distinct(flatten(list([if(id = '', 'name:' || spelled, id), 'name:' || spelled]) FILTER (WHERE spot))) AS spots,
        list_distinct(flatten(list(areas) FILTER (WHERE spot))) AS spot_areas,
        list_distinct(list_concat(
            list(if(id = '', 'name:' || spelled, id)) FILTER (WHERE NOT spot AND NOT country), flatten(list(seat_of))
        )) AS areas,
        arg_min(lat, nr) FILTER (WHERE spot AND lat IS NOT NULL) AS lat,
        arg_min(lon, nr) FILTER (WHERE spot AND lat IS NOT NULL) AS lon
    FROM told_places GROUP BY claim;

CREATE OR REPLACE TABLE claim_parties AS
    WITH roles AS (
        SELECT told.claim, 'agent' AS "role", unnest(agent) AS actor FROM told JOIN claims ON claims.id = told.claim AND claims.reading = told.reading
        UNION ALL
        SELECT told.claim, 'target', unnest(target) FROM told JOIN claims ON claims.id = told.claim AND claims.reading = told.reading
    )
    SELECT
        claim,
        list_distinct(list(actor.id) FILTER (WHERE "role" = 'agent')) AS agents,
        list_distinct(flatten(list(known_parties.sides) FILTER (WHERE "role" = 'agent'))) AS agent_sides,
        list_distinct(list(actor.id) FILTER (WHERE "role" = 'target')) AS targets
    FROM roles JOIN known_parties ON known_parties.id = actor.id
    WHERE NOT starts_with(actor.id, 'kind.')
    GROUP BY claim;

-- Round and small numbers are told of many happenings, so how large the shared number is matters when they are compared.
CREATE OR REPLACE TABLE claim_losses AS
    SELECT
        claim,
        list_distinct(list(loss.low) FILTER (WHERE loss.harm = 'killed')) AS killed,
        list_distinct(list(loss.low) FILTER (WHERE loss.harm = 'injured')) AS injured,
        list_distinct(list(loss.harm || ' ' || loss.low) FILTER (WHERE loss.harm NOT IN ('killed', 'injured'))) AS others
    FROM (SELECT told.claim, unnest(losses) AS loss FROM told JOIN claims ON claims.id = told.claim AND claims.reading = told.reading)
    WHERE loss.low > 0 AND loss.vague = '' AND loss.part_of = ''
    GROUP BY claim;

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
        coalesce(spots, []) AS spots, coalesce(spot_areas, []) AS spot_areas, coalesce(areas, []) AS areas, lat, lon,
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
