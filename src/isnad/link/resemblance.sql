-- How alike two reports are as texts and in whom and what they name, for the pairs in report_pairs_asked (report_l < report_r,
-- numbers); as lists on either side, so that a comparison of two claims only looks up a number.

CREATE OR REPLACE TABLE resembling AS
    SELECT report_l, report_r, text_shared, quoted, names_shared, names_shared / least(l.names_size, r.names_size) AS ratio
    FROM (
        SELECT
            report_l, report_r,
            len(list_intersect(l.bands, r.bands)) AS text_shared, list_has_any(l.quotes, r.quotes) AS quoted,
            len(list_intersect(l.rare, r.rare)) * 3 + len(list_intersect(l.scarce, r.scarce)) * 2 + len(list_intersect(l.usual, r.usual)) AS names_shared
        FROM report_pairs_asked JOIN report_marks AS l ON l.nr = report_l JOIN report_marks AS r ON r.nr = report_r
    )
    JOIN report_marks AS l ON l.nr = report_l JOIN report_marks AS r ON r.nr = report_r;

CREATE OR REPLACE TABLE resemblance AS
    WITH both_ways AS (
        SELECT report_l AS nr, report_r AS other, * EXCLUDE (report_l, report_r) FROM resembling
        UNION ALL SELECT report_r, report_l, * EXCLUDE (report_l, report_r) FROM resembling
    )
    SELECT
        nr,
        list(other) FILTER (WHERE text_shared >= 20) AS twins,
        list(other) FILTER (WHERE text_shared < 20 AND (text_shared >= 6 OR quoted)) AS cousins,
        list(other) FILTER (WHERE text_shared BETWEEN 1 AND 5 AND NOT quoted) AS kindred,
        list(other) FILTER (WHERE ratio >= 0.6 AND names_shared >= 5) AS most_names,
        list(other) FILTER (WHERE ratio >= 0.35 AND names_shared >= 3 AND NOT (ratio >= 0.6 AND names_shared >= 5)) AS many_names,
        list(other) FILTER (WHERE ratio >= 0.15 AND NOT (ratio >= 0.35 AND names_shared >= 3)) AS some_names
    FROM both_ways WHERE text_shared > 0 OR quoted OR ratio >= 0.15
    GROUP BY nr;

CREATE OR REPLACE TABLE compared AS
    SELECT
        fields.*,
        coalesce(twins, []) AS twins, coalesce(cousins, []) AS cousins, coalesce(kindred, []) AS kindred,
        coalesce(most_names, []) AS most_names, coalesce(many_names, []) AS many_names, coalesce(some_names, []) AS some_names
    FROM fields LEFT JOIN resemblance USING (nr);
