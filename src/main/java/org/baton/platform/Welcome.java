package org.baton.platform;

import java.util.stream.Collectors;
import org.baton.platform.demo.DemoUsers;
import org.baton.protocol.Packs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a newcomer on the console where to go and who to be. */
@Component
@Profile("demo")
class Welcome {

  private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

  private final ServletWebServerApplicationContext server;
  private final Packs packs;

  Welcome(ServletWebServerApplicationContext server, Packs packs) {
    this.server = server;
    this.packs = packs;
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    var at = "http://localhost:" + server.getWebServer().getPort();
    var people = packs.authorities().stream().map(authority -> {
      var pack = packs.current(authority);
      return "  " + pack.profile().name() + ": " + pack.roles().stream().map(role -> DemoUsers.id(pack, role)).collect(Collectors.joining(", "));
    }).collect(Collectors.joining("\n"));
    LOG.info("""

        Baton is running with demo cases.
          Work on cases       {}/camunda/app/tasklist/
          Watch deadlines     {}/camunda/app/cockpit/   (as a supervisor)
          Register            {}/register
          System of record    {}/records
          Letters, addresses  {}/letters, {}/directory   (as business support)
          Versions            {}/packs   (as a manager)
          REST API            {}/swagger-ui/index.html
        Be one of these, with the password {}
        {}
          administrator: admin
        """, at, at, at, at, at, at, at, at, DemoUsers.PASSWORD, people);
  }
}
