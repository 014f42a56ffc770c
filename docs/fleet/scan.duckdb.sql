-- The lines that `cleanbreak-cli triage … --ndjson scan.ndjson` writes, as a table. Their types are told here, since
-- an empty list tells none. Made from src/fleet/line.rs.
CREATE OR REPLACE VIEW scan AS
    SELECT * FROM read_ndjson('scan.ndjson', columns = {
        computer: 'VARCHAR',
        label: 'VARCHAR',
        file: 'VARCHAR',
        line: 'BIGINT',
        seen_at: 'TIMESTAMP',
        age: 'VARCHAR',
        verdict: 'VARCHAR',
        call_code: 'VARCHAR',
        support_code: 'VARCHAR',
        program_version: 'VARCHAR',
        catalog_date: 'VARCHAR',
        os: 'VARCHAR',
        os_version: 'VARCHAR',
        elevated: 'BOOLEAN',
        offline: 'BOOLEAN',
        products: 'STRUCT("id" VARCHAR, "name" VARCHAR, "version" VARCHAR, "confidence" VARCHAR, "where" VARCHAR[])[]',
        leftovers: 'STRUCT("id" VARCHAR, "kind" VARCHAR, "scope" VARCHAR, "name" VARCHAR, "where" VARCHAR, "danger" VARCHAR, "confidence" VARCHAR, "fix_first" BOOLEAN)[]',
        unknown: 'STRUCT("check" VARCHAR, "why" VARCHAR, "required" BOOLEAN, "detail" VARCHAR)[]',
        kept: 'STRUCT("id" VARCHAR, "name" VARCHAR, "where" VARCHAR)[]',
        suspicious: 'STRUCT("where" VARCHAR, "why" VARCHAR)[]',
        successors: 'STRUCT("id" VARCHAR, "name" VARCHAR)[]',
        protection: 'VARCHAR',
        accounts_not_looked_at: 'BIGINT',
        elapsed_ms: 'BIGINT'
    });
