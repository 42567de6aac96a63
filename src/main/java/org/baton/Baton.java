package org.baton;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Baton: the engine, its web applications, the authorities' packs and the REST API. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Baton {

  public static void main(String[] args) {
    // The engine stores local times without a zone; every node runs in UTC and every due instant is computed in London time.
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    // Schemas are read from our own jars alone, never fetched because a model asks for it.
    System.setProperty("javax.xml.accessExternalSchema", "file,nested");
    SpringApplication.run(Baton.class, args);
  }
}
