-- The rows of this run's incidents. A report that only recalls the happening keeps its claims in it, and is not among its reports.

INSERT INTO incidents BY NAME
    SELECT
        $run AS run, any_value(named.id) AS id,
        list(named.claim ORDER BY named.published NULLS LAST, named.report, named.position) AS claims,
        coalesce(list_sort(list_distinct(list(named.report) FILTER (WHERE NOT recalled))), []) AS reports,
        any_value(coalesce(voiced.voices, 1)) AS voices, any_value(incident_acts.act) AS act,
        strftime(DATE '1970-01-01' + any_value(incident_days.day_from), '%Y-%m-%d') AS "start",
        strftime(DATE '1970-01-01' + any_value(incident_days.day_to), '%Y-%m-%d') AS "end",
        any_value(claims.places[incident_places.nr]) AS place
    FROM named
    JOIN incident_days ON incident_days.grp = named.grp
    JOIN incident_acts ON incident_acts.grp = named.grp
    LEFT JOIN incident_places ON incident_places.grp = named.grp
    LEFT JOIN told ON told.claim = incident_places.claim
    LEFT JOIN claims ON claims.id = told.claim AND claims.reading = told.reading
    LEFT JOIN (SELECT incident, count(DISTINCT voice) AS voices FROM voices WHERE run = $run GROUP BY incident) AS voiced ON voiced.incident = named.id
    GROUP BY named.grp;
