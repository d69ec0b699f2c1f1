-- A report without a day of publication goes to the day on which dated reports tell what it tells: the same quotations, the same
-- places, the same numbers at them. A mark counts the more, the fewer days it is told on; one day has to stand out from all others.

CREATE OR REPLACE TABLE day_marks AS
    WITH placed AS (
        SELECT told.report, told.claim, published IS NULL AS undated, day_to AS day, hash(kin, if(id = '', spelled, id)) AS place
        FROM told JOIN told_places USING (claim) JOIN told_days USING (claim)
        WHERE NOT passing AND (published IS NULL OR day_to IS NOT NULL)
    ), numbers AS (
        SELECT claim, unnest(list_concat(
            list_transform(killed, lambda x: hash('killed', x)), list_transform(injured, lambda x: hash('injured', x)), list_transform(others, lambda x: hash(x))
        )) AS number FROM claim_losses
    )
    SELECT report, undated, day, place AS mark, false AS strong FROM placed
    UNION ALL
    SELECT report, undated, day, hash(place, number), true FROM placed JOIN numbers USING (claim)
    UNION ALL
    SELECT report, published IS NULL, epoch(published::DATE) // 86400, hash(unnest(quotes)), true
    FROM current_readings SEMI JOIN told USING (report);

-- Marks told on a few days only: a place that is in the news every week says nothing.
CREATE OR REPLACE TABLE marked_days AS
    WITH days AS (
        SELECT DISTINCT mark, day FROM day_marks SEMI JOIN (SELECT mark FROM day_marks WHERE undated) USING (mark) WHERE NOT undated
    )
    SELECT mark, day, $bits - log2(count(*) OVER (PARTITION BY mark)) AS bits
    FROM days QUALIFY count(*) OVER (PARTITION BY mark) <= $days;

CREATE OR REPLACE TABLE report_placed AS
    WITH sums AS (
        SELECT report, marked_days.day, sum(bits) AS bits, bool_or(strong) AS strong
        FROM (SELECT DISTINCT report, mark, strong FROM day_marks WHERE undated) JOIN marked_days USING (mark) GROUP BY ALL
    ), pooled AS (
        SELECT sums.report, sums.day, any_value(sums.strong) AS strong, any_value(sums.bits) + 0.5 * coalesce(max(beside.bits), 0) AS bits
        FROM sums LEFT JOIN sums AS beside ON beside.report = sums.report AND beside.day BETWEEN sums.day - 1 AND sums.day + 1 AND beside.day <> sums.day
        GROUP BY ALL
    ), best AS (
        SELECT report, arg_max(day, (bits, day)) AS day, max(bits) AS bits FROM pooled GROUP BY report
    )
    SELECT best.report, best.day
    FROM best JOIN pooled USING (report)
    GROUP BY ALL
    HAVING any_value(best.bits) >= $least AND bool_or(pooled.day = best.day AND strong)
        AND any_value(best.bits) >= $clear * coalesce(max(pooled.bits) FILTER (WHERE abs(pooled.day - best.day) > 2), 0);

UPDATE told_days SET day_from = placed.day - 1, day_to = placed.day, day_how = 'placed'
FROM (SELECT claim, day FROM report_placed JOIN told USING (report) WHERE t IS NULL) AS placed
WHERE placed.claim = told_days.claim AND day_how IS NULL;

DROP TABLE day_marks; DROP TABLE marked_days;
