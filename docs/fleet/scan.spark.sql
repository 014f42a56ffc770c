-- The lines that `cleanbreak-cli triage … --ndjson scan.ndjson` writes, as a table. Their types are told here, since
-- an empty list tells none. Made from src/fleet/line.rs.
CREATE OR REPLACE TEMPORARY VIEW scan (
    `computer` STRING,
    `label` STRING,
    `file` STRING,
    `line` BIGINT,
    `seen_at` TIMESTAMP,
    `age` STRING,
    `verdict` STRING,
    `call_code` STRING,
    `support_code` STRING,
    `program_version` STRING,
    `catalog_date` STRING,
    `os` STRING,
    `os_version` STRING,
    `elevated` BOOLEAN,
    `offline` BOOLEAN,
    `products` ARRAY<STRUCT<`id`: STRING, `name`: STRING, `version`: STRING, `confidence`: STRING, `where`: ARRAY<STRING>>>,
    `leftovers` ARRAY<STRUCT<`id`: STRING, `kind`: STRING, `scope`: STRING, `name`: STRING, `where`: STRING, `danger`: STRING, `confidence`: STRING, `fix_first`: BOOLEAN>>,
    `unknown` ARRAY<STRUCT<`check`: STRING, `why`: STRING, `required`: BOOLEAN, `detail`: STRING>>,
    `kept` ARRAY<STRUCT<`id`: STRING, `name`: STRING, `where`: STRING>>,
    `suspicious` ARRAY<STRUCT<`where`: STRING, `why`: STRING>>,
    `successors` ARRAY<STRUCT<`id`: STRING, `name`: STRING>>,
    `protection` STRING,
    `accounts_not_looked_at` BIGINT,
    `elapsed_ms` BIGINT
) USING json OPTIONS (path 'scan.ndjson');
