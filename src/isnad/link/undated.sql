-- A report without a day of publication goes to the day on which dated reports tell what it tells: the same quotations, the same
-- places, the same numbers at them. A mark counts the more, the fewer days it is told on; one day has to stand out from all others.

CREATE OR REPLACE TABLE day_marks AS
    SELECT DISTINCT report, claim, kin || ' ' || place AS mark, false AS strong
    FROM (SELECT told.report, told.claim, kin, if(id = '', spelled, id) AS place FROM told JOIN told_places USING (claim) WHERE NOT passing)
    UNION
    SELECT DISTINCT report, claim, kin || ' ' || place || ' ' || unnest(list_concat(
            list_transform(killed, lambda x: 'killed ' || x), list_transform(injured, lambda x: 'injured ' || x), others)), true
    FROM (SELECT told.report, told.claim, kin, if(id = '', spelled, id) AS place FROM told JOIN told_places USING (claim) WHERE NOT passing)
    JOIN claim_losses USING (claim)
    UNION
    SELECT DISTINCT told.report, told.claim, unnest(quotes), true FROM told JOIN current_readings ON current_readings.id = told.reading;

-- Marks told on a few days only: a place that is in the news every week says nothing.
CREATE OR REPLACE TABLE marked_days AS
    WITH dated AS (SELECT DISTINCT mark, day_to AS day FROM day_marks JOIN told_days USING (claim) JOIN told USING (claim, report) WHERE published IS NOT NULL AND day_to IS NOT NULL),
    asked AS (SELECT DISTINCT mark FROM day_marks JOIN told USING (claim, report) WHERE published IS NULL)
    SELECT mark, day, $bits - log2(count(*) OVER (PARTITION BY mark)) AS bits
    FROM dated SEMI JOIN asked USING (mark)
    QUALIFY count(*) OVER (PARTITION BY mark) <= $days;

CREATE OR REPLACE TABLE report_placed AS
    WITH sums AS (
        SELECT report, day, sum(bits) AS bits, bool_or(strong) AS strong
        FROM (SELECT DISTINCT day_marks.report, mark, strong FROM day_marks JOIN told USING (claim, report) WHERE published IS NULL)
        JOIN marked_days USING (mark) GROUP BY report, day
    ), pooled AS (
        SELECT sums.report, sums.day, any_value(sums.strong) AS strong, any_value(sums.bits) + 0.5 * coalesce(max(beside.bits), 0) AS bits
        FROM sums LEFT JOIN sums AS beside ON beside.report = sums.report AND abs(beside.day - sums.day) = 1 GROUP BY ALL
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
