package org.baton.casefile.consent;

import java.time.LocalDate;
import java.util.Optional;

/** Whether the family wants what a service offers, which says nothing about the use of its information. */
public record ServiceAgreement(String service, boolean agreed, String agreedBy, Optional<LocalDate> on) {}
