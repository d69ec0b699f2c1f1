-- How alike two reports are as texts and in whom and what they name, for the pairs in report_pairs_asked (report_l < report_r,
-- numbers); as lists on either side, so that a comparison of two claims only looks up a number.

CREATE OR REPLACE TABLE resembling AS
    SELECT report_l, report_r, text_shared, quoted, names_shared, names_shared / least(l.names_size, r.names_size) AS ratio
    FROM (
        SELECT
            report_l, report_r,
            -- in hundredths of the shorter signature; clauses word for word, quotations among them
            100 * len(list_intersect(l.bands, r.bands)) // greatest(1, least(len(l.bands), len(r.bands))) AS text_shared,
            len(list_intersect(l.quotes, r.quotes)) AS quoted,
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
        list(other) FILTER (WHERE text_shared >= 50) AS twins,
        list(other) FILTER (WHERE text_shared < 50 AND (text_shared >= 20 OR quoted >= 3)) AS cousins,
        list(other) FILTER (WHERE text_shared < 20 AND quoted < 3 AND (text_shared >= 5 OR quoted > 0)) AS kindred,
        list(other) FILTER (WHERE ratio >= 0.6 AND names_shared >= 5) AS most_names,
        list(other) FILTER (WHERE ratio >= 0.35 AND names_shared >= 3 AND NOT (ratio >= 0.6 AND names_shared >= 5)) AS many_names,
        list(other) FILTER (WHERE ratio >= 0.15 AND NOT (ratio >= 0.35 AND names_shared >= 3)) AS some_names
    FROM both_ways WHERE text_shared >= 5 OR quoted > 0 OR ratio >= 0.15
    GROUP BY nr;

CREATE OR REPLACE TABLE compared AS
    SELECT
        fields.*,
        coalesce(twins, []) AS twins, coalesce(cousins, []) AS cousins, coalesce(kindred, []) AS kindred,
        coalesce(most_names, []) AS most_names, coalesce(many_names, []) AS many_names, coalesce(some_names, []) AS some_names
    FROM fields LEFT JOIN resemblance USING (nr);
