package org.baton.panel.decision;

/** @param choice id of the service that the voter wants the case to go to */
public record Vote(String voter, String service, String choice) {}
