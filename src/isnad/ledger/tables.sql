-- The ledger's tables. A comment stands behind every column and goes into the database with it.
-- Offsets are code points, end exclusive. `reading` is the hash of all rows of one reading of one report.

CREATE TYPE span_record AS STRUCT("start" BIGINT, "end" BIGINT, field VARCHAR);
CREATE TYPE why_record AS STRUCT(slot VARCHAR, rule VARCHAR, words VARCHAR);
CREATE TYPE actor_record AS STRUCT("text" VARCHAR, "start" BIGINT, "end" BIGINT, "name" VARCHAR, id VARCHAR, kind VARCHAR, field VARCHAR, "rule" VARCHAR);
CREATE TYPE candidate_record AS STRUCT(id VARCHAR, "name" VARCHAR, lat DOUBLE, lon DOUBLE, score DOUBLE, reason VARCHAR);
CREATE TYPE place_record AS STRUCT("text" VARCHAR, "start" BIGINT, "end" BIGINT, "name" VARCHAR, id VARCHAR, kind VARCHAR, "role" VARCHAR, lat DOUBLE, lon DOUBLE, "precision" VARCHAR, radius_km DOUBLE, within VARCHAR[], candidates candidate_record[], field VARCHAR, "rule" VARCHAR);
CREATE TYPE time_record AS STRUCT("start" VARCHAR, "end" VARCHAR, "precision" VARCHAR, "text" VARCHAR, span span_record, approximate BOOLEAN, "rule" VARCHAR);
CREATE TYPE loss_record AS STRUCT(harm VARCHAR, whom VARCHAR, low BIGINT, high BIGINT, "text" VARCHAR, "start" BIGINT, "end" BIGINT, party VARCHAR, part_of VARCHAR, approximate BOOLEAN, vague VARCHAR, total BOOLEAN, field VARCHAR, "rule" VARCHAR);
CREATE TYPE speaker_record AS STRUCT("text" VARCHAR, "start" BIGINT, "end" BIGINT, "name" VARCHAR, id VARCHAR, stance VARCHAR, cue VARCHAR, field VARCHAR, "rule" VARCHAR);
CREATE TYPE link_record AS STRUCT("type" VARCHAR, "to" VARCHAR, "rule" VARCHAR);

-- Source layer: written once, never changed.

CREATE TABLE ledger (
    version INTEGER NOT NULL,  -- of this file's tables; a ledger with a higher one wants a newer isnad
    code_version VARCHAR NOT NULL  -- the isnad that made the file
);

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,  -- 1, 2, 3 … in the order in which they began
    kind VARCHAR NOT NULL,  -- read or link
    started TIMESTAMPTZ NOT NULL,  -- when the run first wrote
    finished TIMESTAMPTZ,  -- null where the run was killed
    code_version VARCHAR NOT NULL,  -- version of isnad, with a hash of the code that reads
    knowledge VARCHAR NOT NULL,  -- digest of the knowledge read with
    settings VARCHAR NOT NULL,  -- JSON, as chosen
    inputs VARCHAR[] NOT NULL,  -- files and folders, as given
    summary VARCHAR  -- JSON: how many were read, already there, without a claim, set aside and why
);

CREATE TABLE raws (
    sha256 VARCHAR PRIMARY KEY,  -- of the bytes
    bytes BLOB NOT NULL  -- as received: a file, or a line of a table
);

CREATE TABLE reports (
    id VARCHAR PRIMARY KEY,  -- the input's own, else a hash; where two reports claim one id, the later one gets ~hash behind it
    "text" VARCHAR NOT NULL,  -- exactly as received
    title VARCHAR NOT NULL,  -- exactly as received, empty where there is none
    outlet VARCHAR,  -- who published it
    url VARCHAR,  -- where
    published VARCHAR,  -- ISO day, as given; see readings for an inferred one
    "language" VARCHAR NOT NULL,  -- ar
    sha256 VARCHAR NOT NULL,  -- of title and text
    raw_sha256 VARCHAR NOT NULL,  -- of the bytes it came in, see raws
    origin VARCHAR NOT NULL,  -- file and line it was read from
    run INTEGER NOT NULL  -- that brought it
);

CREATE TABLE readings (
    id VARCHAR NOT NULL,  -- hash of all rows of this reading; another run that reads the same shares them
    report VARCHAR NOT NULL,  -- that was read
    run INTEGER NOT NULL,  -- that read it; the latest one counts
    published VARCHAR,  -- ISO day of publication
    published_how VARCHAR NOT NULL,  -- given, inferred or open
    published_why VARCHAR NOT NULL,  -- the words and rule behind an inferred day
    published_years BIGINT[] NOT NULL,  -- years that stay open
    wire VARCHAR[] NOT NULL,  -- agencies credited
    minhash UBIGINT[] NOT NULL,  -- near-duplicate signature
    quotes VARCHAR[] NOT NULL,  -- hashes of quotations and long clauses
    PRIMARY KEY (report, run)
);

CREATE TABLE blocks (
    reading VARCHAR NOT NULL,  -- see readings
    report VARCHAR NOT NULL,  -- see reports
    position INTEGER NOT NULL,  -- order within the reading, from 0
    span span_record NOT NULL,  -- where it stands
    kind VARCHAR NOT NULL,  -- title, headline, dateline, paragraph or furniture
    reason VARCHAR NOT NULL  -- why it is furniture
);

CREATE TABLE mentions (
    reading VARCHAR NOT NULL,  -- see readings
    report VARCHAR NOT NULL,  -- see reports
    position INTEGER NOT NULL,  -- order within the reading, from 0
    kind VARCHAR NOT NULL,  -- actor, place, time or count
    "text" VARCHAR NOT NULL,  -- as written
    "start" BIGINT NOT NULL,  -- first code point; -1 where no words stand for it
    "end" BIGINT NOT NULL,  -- end, exclusive
    field VARCHAR NOT NULL,  -- text or title
    "name" VARCHAR NOT NULL,  -- resolved name of an actor or place
    id VARCHAR NOT NULL,  -- of the actor or place, where known
    "rule" VARCHAR NOT NULL,  -- that found it
    detail VARCHAR NOT NULL  -- JSON: the whole mention
);

CREATE TABLE clauses (
    reading VARCHAR NOT NULL,  -- see readings
    report VARCHAR NOT NULL,  -- see reports
    position INTEGER NOT NULL,  -- order within the reading, from 0
    id BIGINT NOT NULL,  -- number within the report
    parent BIGINT NOT NULL,  -- the clause above; -1 for a sentence's root
    "start" BIGINT NOT NULL,  -- first code point
    "end" BIGINT NOT NULL,  -- end, exclusive
    operator VARCHAR NOT NULL,  -- what the clause above makes of it: says, denies, demands, if …
    cue VARCHAR NOT NULL,  -- the words of the operator
    "trigger" VARCHAR NOT NULL,  -- the verb or event noun
    field VARCHAR NOT NULL  -- text or title
);

CREATE TABLE acts (
    reading VARCHAR NOT NULL,  -- see readings
    report VARCHAR NOT NULL,  -- see reports
    position INTEGER NOT NULL,  -- order within the reading, from 0
    id BIGINT NOT NULL,  -- number within the report
    act VARCHAR NOT NULL,  -- code of the codebook, section 2
    "start" BIGINT NOT NULL,  -- first code point of the trigger
    "end" BIGINT NOT NULL,  -- end, exclusive
    "text" VARCHAR NOT NULL,  -- the trigger as written
    clause BIGINT NOT NULL,  -- that it stands in
    score DOUBLE NOT NULL,  -- of this reading of the trigger against its rivals
    "rule" VARCHAR NOT NULL,  -- that chose it
    field VARCHAR NOT NULL  -- text or title
);

CREATE TABLE claims (
    reading VARCHAR NOT NULL,  -- see readings
    position INTEGER NOT NULL,  -- order within the reading, from 0
    id VARCHAR NOT NULL,  -- hash of report, trigger, act, status and speakers: the same claim keeps it through later readings
    report VARCHAR NOT NULL,  -- see reports
    act VARCHAR NOT NULL,  -- code of the codebook, section 2
    status VARCHAR NOT NULL,  -- happened, ongoing, planned, possible, demanded, offered, agreed or denied
    evidence span_record[] NOT NULL,  -- the words that carry the claim
    "trigger" span_record NOT NULL,  -- the word that names the act
    agent actor_record[] NOT NULL,  -- who does it
    target actor_record[] NOT NULL,  -- to whom
    counterpart actor_record[] NOT NULL,  -- the other party of a meeting, demand, deal, handover, threat
    places place_record[] NOT NULL,  -- where, with rivals
    "time" time_record,  -- when; null where the report does not tell
    losses loss_record[] NOT NULL,  -- at what cost
    means VARCHAR[] NOT NULL,  -- weapons
    speakers speaker_record[] NOT NULL,  -- the chain, nearest mouth first
    links link_record[] NOT NULL,  -- to other claims of the report
    confidence DOUBLE NOT NULL,  -- 0 to 1
    why why_record[] NOT NULL  -- rule and words behind every slot
);

CREATE TABLE ties (
    reading VARCHAR NOT NULL,  -- see readings
    report VARCHAR NOT NULL,  -- see reports
    position INTEGER NOT NULL,  -- order within the reading, from 0
    "type" VARCHAR NOT NULL,  -- backs, loyal_to, part_of or allied_with
    who VARCHAR NOT NULL,  -- the party
    whom VARCHAR NOT NULL,  -- stands with this one
    "text" VARCHAR NOT NULL,  -- as written
    "start" BIGINT NOT NULL,  -- first code point, -1 where unknown
    "end" BIGINT NOT NULL,  -- end, exclusive
    who_id VARCHAR NOT NULL,  -- in the actor base
    whom_id VARCHAR NOT NULL,  -- in the actor base
    speaker VARCHAR NOT NULL,  -- who says so
    field VARCHAR NOT NULL,  -- text or title
    "rule" VARCHAR NOT NULL  -- that found it
);

CREATE TABLE labels (
    reading VARCHAR NOT NULL,  -- see readings
    report VARCHAR NOT NULL,  -- see reports
    position INTEGER NOT NULL,  -- order within the reading, from 0
    "text" VARCHAR NOT NULL,  -- the loaded name as written
    "of" VARCHAR NOT NULL,  -- the party meant
    voice VARCHAR NOT NULL,  -- whose voice uses it
    "start" BIGINT NOT NULL,  -- first code point, -1 where unknown
    "end" BIGINT NOT NULL,  -- end, exclusive
    of_id VARCHAR NOT NULL,  -- in the actor base
    field VARCHAR NOT NULL,  -- text or title
    "rule" VARCHAR NOT NULL  -- that found it
);

CREATE TABLE entries (
    knowledge VARCHAR NOT NULL,  -- digest, see runs
    slot VARCHAR NOT NULL,  -- of a claim: act, agent, place …
    "rule" VARCHAR NOT NULL,  -- rule or knowledge entry that filled it
    run INTEGER NOT NULL,  -- that first used it
    PRIMARY KEY (knowledge, slot, "rule")
);

CREATE TABLE set_aside (
    id VARCHAR PRIMARY KEY,  -- hash of the columns below
    origin VARCHAR NOT NULL,  -- file and line
    reason VARCHAR NOT NULL,  -- why it was not read
    report VARCHAR NOT NULL,  -- its id, given or made
    raw_sha256 VARCHAR NOT NULL,  -- of its bytes, see raws
    run INTEGER NOT NULL  -- that met it first
);

-- Judgment layer: derived from the source layer, versioned by run, each row saying from what.

CREATE TABLE links (
    run INTEGER NOT NULL,  -- that linked
    claim VARCHAR NOT NULL,  -- one claim
    other VARCHAR NOT NULL,  -- the other
    weight DOUBLE NOT NULL,  -- match weight (log2)
    probability DOUBLE NOT NULL,  -- that both tell of one happening
    agreements VARCHAR NOT NULL,  -- JSON: field → [how well it agrees, its share of the weight]
    cut VARCHAR NOT NULL  -- why the two stand in different incidents nevertheless; empty where they stand in one
);

CREATE TABLE incidents (
    run INTEGER NOT NULL,  -- that linked
    id VARCHAR NOT NULL,  -- readable and stable as long as its first claim stays in it
    claims VARCHAR[] NOT NULL,  -- that speak of it
    reports VARCHAR[] NOT NULL,  -- that the claims stand in
    voices BIGINT NOT NULL,  -- independent ones among the reports
    act VARCHAR NOT NULL,  -- the most particular act told
    "start" VARCHAR,  -- first day
    "end" VARCHAR,  -- last day
    place place_record,  -- the most exact place on which most independent voices agree
);

CREATE TABLE voices (
    run INTEGER NOT NULL,  -- that linked
    incident VARCHAR NOT NULL,  -- see incidents
    report VARCHAR NOT NULL,  -- one of its reports
    voice VARCHAR NOT NULL,  -- report that it speaks with one voice with, the earliest of them; its own id where it stands alone
    reason VARCHAR NOT NULL  -- near duplicate, quotation, wire or speaker, and which; empty where it stands alone
);

CREATE TABLE threads (
    run INTEGER NOT NULL,  -- that linked
    id VARCHAR NOT NULL,  -- readable and stable as long as its first claim stays in it
    claims VARCHAR[] NOT NULL,  -- demands, conditions, offers, refusals, deals and breaches, by day
    reports VARCHAR[] NOT NULL,  -- that the claims stand in
    parties VARCHAR[] NOT NULL,  -- who negotiates, by id or name
    issues VARCHAR[] NOT NULL,  -- acts that are demanded, offered or agreed
    "start" VARCHAR,  -- first day
    "end" VARCHAR  -- last day
);

CREATE TABLE figures (
    run INTEGER NOT NULL,  -- that computed it
    incident VARCHAR NOT NULL,  -- see incidents
    policy VARCHAR NOT NULL,  -- name of the rule that chose
    version VARCHAR NOT NULL,  -- of the policy
    harm VARCHAR NOT NULL,  -- killed, injured …
    whom VARCHAR NOT NULL,  -- civilian, fighter …
    low BIGINT,  -- lower bound
    best BIGINT,  -- the policy's own answer
    high BIGINT,  -- upper bound, null where open
    claims VARCHAR[] NOT NULL,  -- that it was taken from
    reason VARCHAR NOT NULL,  -- how the policy chose
    grade VARCHAR NOT NULL  -- where the policy grades
);

CREATE TABLE linked_claims (
    claim VARCHAR PRIMARY KEY,  -- as the latest linking compared it
    fingerprint UBIGINT NOT NULL  -- hash of the fields it was compared by; where it changes, the claim is compared again
);

CREATE TABLE verdicts (
    id VARCHAR PRIMARY KEY,  -- of the decision
    kind VARCHAR NOT NULL,  -- same, not_same, merge, split, accept, reject, unsure, edit or undo
    subjects VARCHAR[] NOT NULL,  -- claims or incidents decided on
    author VARCHAR NOT NULL,  -- who decided
    "at" VARCHAR NOT NULL,  -- ISO time
    because VARCHAR NOT NULL,  -- the reason given
    undoes VARCHAR NOT NULL,  -- verdict taken back by this one
    position BIGINT NOT NULL,  -- order in which they were given, from 0
    previous VARCHAR NOT NULL,  -- hash of the verdict before; empty for the first
    hash VARCHAR NOT NULL  -- of this row and `previous`
);
