package org.baton.casefile.consent;

/** Why information is used without, or beside, consent: never recorded as one. @param basis for example {@code PUBLIC_TASK} */
public record LawfulBasis(String purpose, String basis, String reason) {}
