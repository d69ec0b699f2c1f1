-- What each claim that can belong to an incident tells of days, places, parties and losses. Days are days since 1970-01-01,
-- spots and areas ids or folded names. Wants known_places, known_parties, known_acts.

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
        claim, nr, place.id, place.kind, place."precision", trim(regexp_replace(lower(folded(coalesce(nullif(place."name", ''), place."text"))), '[^\pL\pN]+', ' ', 'g')) AS spelled,
        coalesce(known_places.lat, place.lat) AS lat, coalesce(known_places.lon, place.lon) AS lon,
        -- a governorate's name without «city of» is as a rule the governorate, whatever a gazetteer makes of it
        (place.kind IN ('village', 'town', 'city', 'site', 'road') OR place.kind = 'area' AND place.id = '')
            AND NOT (len(coalesce(known_places.seat_of, [])) > 0 AND place."text" IN (place."name", ltrim(place."name", 'ال'))) AS spot,
        place.kind = 'country' AS passing, coalesce(known_places.areas, []) AS areas, coalesce(known_places.seat_of, []) AS seat_of,
        coalesce(known_places.head_of, []) AS head_of
    FROM (
        SELECT told.claim, generate_subscripts(places, 1) AS nr, unnest(places) AS place
        FROM told JOIN claims ON claims.id = told.claim AND claims.reading = told.reading
    )
    LEFT JOIN known_places ON known_places.id = place.id
    WHERE place."role" <> 'about' AND length(spelled) > 1;

-- «in the village of B in the country of A»: A, which a district is called after, is no second spot beside B, which lies in that district.
CREATE OR REPLACE TABLE around_others AS
    SELECT DISTINCT claim, l.nr
    FROM told_places AS l JOIN told_places AS r USING (claim)
    WHERE l.spot AND r.spot AND l.id <> r.id AND list_has_any(l.head_of, r.areas);
UPDATE told_places SET spot = false, passing = true FROM around_others WHERE around_others.claim = told_places.claim AND around_others.nr = told_places.nr;

CREATE OR REPLACE TABLE claim_spots AS
    SELECT
        claim,
        list_distinct(flatten(list([if(id = '', 'name:' || spelled, id), 'name:' || spelled]) FILTER (WHERE spot))) AS spots,
        list_distinct(flatten(list(areas) FILTER (WHERE spot))) AS spot_areas,
        list_distinct(list_concat(
            list(if(id = '', 'name:' || spelled, id)) FILTER (WHERE NOT spot AND NOT passing), flatten(list(seat_of))
        )) AS areas,
        count(DISTINCT spelled) FILTER (WHERE spot) AS breadth,
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
