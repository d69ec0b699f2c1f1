-- The pairs to be weighed: claims of one kin in different reports, at least one of which is new or changed. Wants blocking.sql.

CREATE OR REPLACE TABLE candidates AS
    SELECT join_key_l, join_key_r, min(match_key) AS match_key
    FROM (
        -- 0: one place, days that touch
        SELECT l.claim AS join_key_l, r.claim AS join_key_r, '0' AS match_key
        FROM keyed_days AS l JOIN near_days AS r USING (kin, key, day)
        WHERE l.claim < r.claim AND l.report <> r.report AND NOT l.crowded
        UNION ALL
        -- 1: the same in a crowd, with a shared mark
        SELECT l.claim, r.claim, '1'
        FROM keyed_days AS l JOIN marks AS m ON m.claim = l.claim
        JOIN (SELECT near_days.*, mark FROM near_days JOIN marks USING (claim)) AS r USING (kin, key, day, mark)
        WHERE l.claim < r.claim AND l.report <> r.report AND l.crowded
        UNION ALL
        -- 2: one place, no day on one side, a shared mark
        SELECT least(l.claim, r.claim), greatest(l.claim, r.claim), '2'
        FROM keyed AS l JOIN marks AS m ON m.claim = l.claim
        JOIN (SELECT keyed.*, mark FROM keyed JOIN marks USING (claim)) AS r USING (kin, key, mark)
        WHERE NOT starts_with(mark, 'name ') AND l.day_from IS NULL AND l.claim <> r.claim AND l.report <> r.report
            AND (NOT l.crowded_ever OR split_part(mark, ' ', 2)::BIGINT >= 4)
        UNION ALL
        -- 3: places near each other or one in the other, days that touch, a shared mark
        SELECT l.claim, r.claim, '3'
        FROM wide_days AS l JOIN wide_days AS r USING (kin, cell, day, mark)
        WHERE l.claim < r.claim AND l.report <> r.report
        UNION ALL
        -- 4: texts that are nearly one, the same act
        SELECT least(l.claim, r.claim), greatest(l.claim, r.claim), '4'
        FROM report_pairs
        JOIN fields AS l ON l.nr = report_l JOIN fields AS r ON r.nr = report_r AND r.kin = l.kin AND r.act = l.act
    )
    WHERE join_key_l IN (SELECT claim FROM changed) OR join_key_r IN (SELECT claim FROM changed)
    GROUP BY join_key_l, join_key_r;

CREATE OR REPLACE TABLE report_pairs_asked AS
    SELECT DISTINCT least(l.nr, r.nr) AS report_l, greatest(l.nr, r.nr) AS report_r
    FROM candidates JOIN fields AS l ON l.claim = join_key_l JOIN fields AS r ON r.claim = join_key_r
    WHERE l.nr <> r.nr;

-- A million claims have tens of millions of marks and days: what is not asked again makes room.
DROP TABLE marks; DROP TABLE keyed; DROP TABLE keyed_days; DROP TABLE near_days; DROP TABLE wide_days; DROP TABLE report_pairs;
