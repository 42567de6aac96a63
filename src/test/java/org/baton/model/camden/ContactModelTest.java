package org.baton.model.camden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baton.model.ModelTest;
import org.junit.jupiter.api.Test;

class ContactModelTest extends ModelTest {

  ContactModelTest() {
    super("camden", "contact", List.of(), List.of());
  }

  @Test
  void a_worker_is_allocated_and_contacts_the_family() {
    start();
    assertThat(offered("Allocate a worker")).containsExactly("allocated-service");
    assertThat(calls()).as("not before there is a worker").isEmpty();
    done("Allocate a worker");
    assertThat(calls()).containsExactly("cases.stage ALLOCATED");
    assertThat(offered("Contact the family")).containsExactly("allocated-service");
    done("Contact the family");

    endedBy("Worker needed", "Allocate a worker", "Pass the case to the service", "Contact the family", "In contact");
  }
}
