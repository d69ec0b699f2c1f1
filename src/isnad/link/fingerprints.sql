-- What changed since the latest linking. A fingerprint covers all that a comparison of the claim with any other could look at.

CREATE OR REPLACE TABLE fingerprints AS
    SELECT claim, hash(
        report, act, kin, day_from, day_to, day_how, list_sort(spots), list_sort(spot_areas), list_sort(areas), breadth, lat, lon,
        list_sort(agents), list_sort(agent_sides), list_sort(targets), list_sort(killed), list_sort(injured), list_sort(others), list_sort(means),
        crowd_ever, crowd_daily, list_sort(rare), list_sort(scarce), list_sort(usual), list_sort(quotes), bands, seldom, list_sort(coalesce(crowds, []))
    ) AS fingerprint
    FROM fields
    JOIN report_marks USING (nr, report, names_size)
    LEFT JOIN (SELECT nr, hash(list(band ORDER BY band)) AS seldom FROM seldom_bands GROUP BY nr) USING (nr)
    LEFT JOIN (
        SELECT claim, list(DISTINCT key || coalesce(' ' || day, '')) AS crowds
        FROM (SELECT claim, key, NULL AS day FROM keyed WHERE crowded_ever UNION ALL SELECT claim, key, day FROM keyed_days WHERE crowded)
        GROUP BY claim
    ) USING (claim);

CREATE OR REPLACE TABLE changed AS
    SELECT fingerprints.claim FROM fingerprints LEFT JOIN linked_claims USING (claim)
    WHERE $everything OR linked_claims.fingerprint IS DISTINCT FROM fingerprints.fingerprint;
