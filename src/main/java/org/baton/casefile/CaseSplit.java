package org.baton.casefile;

/** Some children of a case go on as a case of their own. Published in the transaction that parts them. */
public record CaseSplit(CaseId from, CaseId parted) {}
