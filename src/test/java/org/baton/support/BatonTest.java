package org.baton.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole of Baton with all packs and demo users, jobs run by the test, on a database of its own that tests of one kind share. It ends with
 * its process: closed while the process ends, it would wait for a database that has gone before.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"camunda.bpm.job-execution.enabled=false", "baton.demo.cases=false", "spring.main.register-shutdown-hook=false",
        "baton.login.strength=4", "baton.login.wrong-by-user=200", "baton.login.wrong-by-address=2000"})
@ActiveProfiles("demo")
@ContextConfiguration(initializers = TestDatabase.class)
public @interface BatonTest {}
