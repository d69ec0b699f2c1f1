-- Groups of claims become incidents. Wants members (claim, nr of its group), told, fields and told_places.

CREATE OR REPLACE TABLE named AS
    SELECT claim, told.report, told.act, told.position, told.published, told.status, members.nr AS grp,
        day_from, day_to, day_how,
        first_value(told.act || '-' || substr(claim, 2, 8)) OVER first AS id,
        -- a happening told three days after it and later is recalled, not reported
        coalesce(day_how = 'told' AND told.published::DATE - (DATE '1970-01-01' + day_to) > 2, false) AS recalled
    FROM members JOIN told USING (claim) LEFT JOIN told_days USING (claim)
    WINDOW first AS (PARTITION BY members.nr ORDER BY told.published NULLS LAST, told.report, told.position, claim);

CREATE OR REPLACE TABLE incident_days AS
    SELECT grp,
        coalesce(min(day_from) FILTER (WHERE day_how = 'told'), min(day_from) FILTER (WHERE day_how = 'published'), min(day_from)) AS day_from,
        coalesce(max(day_to) FILTER (WHERE day_how = 'told'), max(day_to) FILTER (WHERE day_how = 'published'), max(day_to)) AS day_to
    FROM named GROUP BY grp;

-- The act that most reports tell; of equals the more particular one.
CREATE OR REPLACE TABLE incident_acts AS
    SELECT grp, arg_max(act, (reports * 10 + if(act IN ('attack', 'harm', 'operation', 'clash'), 0, 1), act)) AS act
    FROM (SELECT grp, act, count(DISTINCT report) AS reports FROM named GROUP BY grp, act) GROUP BY grp;

-- A place that at least half as many reports name as the one named most: of these the most exact.
CREATE OR REPLACE TABLE incident_places AS
    WITH votes AS (
        SELECT grp, if(told_places.id = '', spelled, told_places.id) AS key, min(claim) AS claim, min_by(nr, claim) AS nr, count(DISTINCT report) AS reports,
            min(CASE kind WHEN 'site' THEN 0 WHEN 'village' THEN 0 WHEN 'town' THEN 1 WHEN 'city' THEN 2 WHEN 'subdistrict' THEN 3
                WHEN 'area' THEN 4 WHEN 'road' THEN 4 WHEN 'district' THEN 4 WHEN 'governorate' THEN 5 ELSE 6 END) + if(max(lat) IS NULL, 3, 0) AS coarse
        FROM named JOIN told_places USING (claim) GROUP BY ALL
    )
    SELECT grp, claim, nr
    FROM (SELECT *, max(reports) OVER (PARTITION BY grp) AS most FROM votes)
    WHERE reports * 2 >= most
    QUALIFY row_number() OVER (PARTITION BY grp ORDER BY coarse, reports DESC, key) = 1;
