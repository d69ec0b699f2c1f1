-- Pairs with their weights: those of the latest linking between claims that did not change, and those weighed now.

CREATE OR REPLACE TABLE weighed AS
    SELECT claim AS claim_l, other AS claim_r, weight, probability, agreements
    FROM links
    WHERE run = (SELECT max(run) FROM links)
        AND claim IN (SELECT claim FROM fingerprints) AND claim NOT IN (SELECT claim FROM changed)
        AND other IN (SELECT claim FROM fingerprints) AND other NOT IN (SELECT claim FROM changed)
    UNION ALL
    SELECT claim_l, claim_r, weight, probability, agreements FROM scored
    UNION ALL
    SELECT claim_l, claim_r, $together, 1 - 1 / (1 + pow(2, $together)), '{"report":["told together in one report",' || $together || ']}' FROM together;
