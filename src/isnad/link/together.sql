-- Claims of one report that tell of one happening: the same act at the same place, no day and no number against it; a second
-- speaker's telling, a denial, a recap with another figure. They take part in grouping with a fixed weight.

CREATE OR REPLACE TABLE together AS
    SELECT DISTINCT l.claim AS claim_l, r.claim AS claim_r
    FROM fields AS l JOIN fields AS r ON l.nr = r.nr AND l.kin = r.kin AND l.claim < r.claim
    WHERE (l.act = r.act OR l.act = 'harm' OR r.act = 'harm')
        AND (list_has_any(l.spots, r.spots) OR len(l.spots) + len(l.areas) = 0 AND len(r.spots) + len(r.areas) = 0 AND l.act = r.act)
        AND (l.day_how IS DISTINCT FROM 'told' OR r.day_how IS DISTINCT FROM 'told' OR l.day_from <= r.day_to AND r.day_from <= l.day_to)
        AND (len(l.killed) = 0 OR len(r.killed) = 0 OR list_has_any(l.killed, r.killed))
        AND (len(l.agents) = 0 OR len(r.agents) = 0 OR list_has_any(l.agent_sides, r.agent_sides))
        AND (l.claim IN (SELECT claim FROM changed) OR r.claim IN (SELECT claim FROM changed));
