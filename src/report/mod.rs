//! The answer, for a person, a helper and a program: redaction and the JSON object of the contract.
