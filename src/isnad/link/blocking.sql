-- Which claims are compared at all. Every rule wants one kin and different reports; a place where more than CROWDED reports
-- tell of one day wants a shared mark besides (a number of victims, a rare name), or pairs grow with the square of the crowd.

CREATE OR REPLACE TABLE marks AS
    SELECT DISTINCT claim, mark
    FROM (
        SELECT claim, unnest(list_concat(
            list_transform(killed, lambda x: 'killed ' || x), list_transform(injured, lambda x: 'injured ' || x), others
        )) AS mark FROM fields
        UNION ALL SELECT claim, 'name ' || unnest(rare[:40]) FROM fields JOIN report_marks USING (nr)
    );

CREATE OR REPLACE TABLE keyed AS
    SELECT claim_keys.*, crowds_ever.reports > $crowded AS crowded_ever FROM claim_keys JOIN crowds_ever USING (kin, key);

CREATE OR REPLACE TABLE keyed_days AS
    SELECT claim, report, kin, key, day, coalesce(crowds_daily.reports, 0) > $crowded AS crowded
    FROM (SELECT claim, report, kin, key, unnest(range(day_from, day_to + 1)) AS day FROM claim_keys WHERE day_from IS NOT NULL)
    LEFT JOIN crowds_daily USING (kin, key, day);

CREATE OR REPLACE TABLE near_days AS
    SELECT claim, report, kin, key, day + shift AS day FROM keyed_days, (SELECT unnest([-1, 0, 1]) AS shift);

-- A claim stands in the cells around its spot (tenths of a degree, some ten kilometres) and in every area it names or lies in.
CREATE OR REPLACE TABLE wide_days AS
    SELECT claim, report, kin, cell, day, mark
    FROM (
        SELECT DISTINCT claim, report, kin, unnest(range(day_from, day_to + 1)) AS day, cell FROM (SELECT claim, report, kin, day_from, day_to, unnest(list_concat(
            areas, spot_areas,
            if(lat IS NULL, if(len(areas) + len(spots) = 0, ['nowhere'], []), list_transform([[0, 0], [0, 1], [1, 0], [1, 1]], lambda corner: concat_ws(' ', floor(lat * 10 - 0.5) + corner[1], floor(lon * 10 - 0.5) + corner[2])))
        )) AS cell
        FROM fields WHERE day_from IS NOT NULL)
    )
    JOIN (SELECT * FROM marks WHERE NOT starts_with(mark, 'name ') AND split_part(mark, ' ', 2)::BIGINT >= 2) USING (claim);

CREATE OR REPLACE TABLE seldom_bands AS
    WITH banded AS (SELECT nr, unnest(bands) AS band FROM report_marks)
    SELECT nr, band FROM banded SEMI JOIN (SELECT band FROM banded GROUP BY band HAVING count(*) <= $crowded) USING (band);

CREATE OR REPLACE TABLE report_pairs AS
    SELECT l.nr AS report_l, r.nr AS report_r
    FROM seldom_bands AS l JOIN seldom_bands AS r USING (band)
    WHERE l.nr < r.nr
    GROUP BY ALL HAVING count(*) >= 12;
