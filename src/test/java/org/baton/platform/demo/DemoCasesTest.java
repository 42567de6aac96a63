package org.baton.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.baton.casefile.CaseFile;
import org.baton.panel.sitting.Meeting;
import org.baton.pathway.Referrals;
import org.baton.support.Authorities;
import org.baton.support.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever tries Baton finds cases to go on with, whatever day it is. */
class DemoCasesTest extends Story {

  @Autowired private Referrals referrals;
  @Autowired private CaseFile caseFile;
  @Autowired private CaseDriver caseDriver;

  /** No panel of Warwickshire sits in the three weeks before, and the day before is closed. */
  @Test
  void every_authority_has_a_sitting_that_has_begun_with_a_case_that_is_called() {
    it_is("2026-12-07T09:00");
    new DemoCases(packs, referrals, caseFile, caseDriver, taskService, sittings, agenda, schedule).run(null);
    for (var authority : Authorities.shipped()) {
      if (packs.current(authority).profile().forums().isEmpty()) {
        continue;
      }
      assertThat(sittings.of(authority)).as(authority).anyMatch(meeting -> meeting.state() == Meeting.State.SITTING);
      assertThat(taskService.createTaskQuery().tenantIdIn(authority).processDefinitionKey("hearing").list()).as("tasks of a hearing in %s", authority).isNotEmpty();
    }
  }
}
